// Made by `npm run generate -w contracts` from the Solidity sources. Not to be edited.

// TimelockController and ProxyAdmin: OpenZeppelin Contracts, MIT. Safe and SafeProxyFactory: as compiled in
// @safe-global/safe-smart-account, LGPL-3.0-only (https://github.com/safe-global/safe-smart-account).

export const timelockAbi = [
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "minDelay",
    "type": "uint256"
   },
   {
    "internalType": "address[]",
    "name": "proposers",
    "type": "address[]"
   },
   {
    "internalType": "address[]",
    "name": "executors",
    "type": "address[]"
   },
   {
    "internalType": "address",
    "name": "admin",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
 },
 {
  "inputs": [],
  "name": "AccessControlBadConfirmation",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "neededRole",
    "type": "bytes32"
   }
  ],
  "name": "AccessControlUnauthorizedAccount",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "FailedCall",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "delay",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "minDelay",
    "type": "uint256"
   }
  ],
  "name": "TimelockInsufficientDelay",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "targets",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "payloads",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "values",
    "type": "uint256"
   }
  ],
  "name": "TimelockInvalidOperationLength",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "caller",
    "type": "address"
   }
  ],
  "name": "TimelockUnauthorizedCaller",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "predecessorId",
    "type": "bytes32"
   }
  ],
  "name": "TimelockUnexecutedPredecessor",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "operationId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "expectedStates",
    "type": "bytes32"
   }
  ],
  "name": "TimelockUnexpectedOperationState",
  "type": "error"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "index",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "target",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   }
  ],
  "name": "CallExecuted",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "CallSalt",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "index",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "target",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "predecessor",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "delay",
    "type": "uint256"
   }
  ],
  "name": "CallScheduled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "Cancelled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "oldDuration",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "newDuration",
    "type": "uint256"
   }
  ],
  "name": "MinDelayChange",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "role",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "previousAdminRole",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "newAdminRole",
    "type": "bytes32"
   }
  ],
  "name": "RoleAdminChanged",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "role",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "sender",
    "type": "address"
   }
  ],
  "name": "RoleGranted",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "role",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "sender",
    "type": "address"
   }
  ],
  "name": "RoleRevoked",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "CANCELLER_ROLE",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "DEFAULT_ADMIN_ROLE",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "EXECUTOR_ROLE",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PROPOSER_ROLE",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "cancel",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "target",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "internalType": "bytes",
    "name": "payload",
    "type": "bytes"
   },
   {
    "internalType": "bytes32",
    "name": "predecessor",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "execute",
  "outputs": [],
  "stateMutability": "payable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address[]",
    "name": "targets",
    "type": "address[]"
   },
   {
    "internalType": "uint256[]",
    "name": "values",
    "type": "uint256[]"
   },
   {
    "internalType": "bytes[]",
    "name": "payloads",
    "type": "bytes[]"
   },
   {
    "internalType": "bytes32",
    "name": "predecessor",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "executeBatch",
  "outputs": [],
  "stateMutability": "payable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "getMinDelay",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "getOperationState",
  "outputs": [
   {
    "internalType": "enum TimelockController.OperationState",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "role",
    "type": "bytes32"
   }
  ],
  "name": "getRoleAdmin",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "getTimestamp",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "role",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "grantRole",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "role",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "hasRole",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "target",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   },
   {
    "internalType": "bytes32",
    "name": "predecessor",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "hashOperation",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address[]",
    "name": "targets",
    "type": "address[]"
   },
   {
    "internalType": "uint256[]",
    "name": "values",
    "type": "uint256[]"
   },
   {
    "internalType": "bytes[]",
    "name": "payloads",
    "type": "bytes[]"
   },
   {
    "internalType": "bytes32",
    "name": "predecessor",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "hashOperationBatch",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "isOperation",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "isOperationDone",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "isOperationPending",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "id",
    "type": "bytes32"
   }
  ],
  "name": "isOperationReady",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "uint256[]",
    "name": "",
    "type": "uint256[]"
   },
   {
    "internalType": "uint256[]",
    "name": "",
    "type": "uint256[]"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "onERC1155BatchReceived",
  "outputs": [
   {
    "internalType": "bytes4",
    "name": "",
    "type": "bytes4"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "onERC1155Received",
  "outputs": [
   {
    "internalType": "bytes4",
    "name": "",
    "type": "bytes4"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "onERC721Received",
  "outputs": [
   {
    "internalType": "bytes4",
    "name": "",
    "type": "bytes4"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "role",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "callerConfirmation",
    "type": "address"
   }
  ],
  "name": "renounceRole",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "role",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "revokeRole",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "target",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   },
   {
    "internalType": "bytes32",
    "name": "predecessor",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   },
   {
    "internalType": "uint256",
    "name": "delay",
    "type": "uint256"
   }
  ],
  "name": "schedule",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address[]",
    "name": "targets",
    "type": "address[]"
   },
   {
    "internalType": "uint256[]",
    "name": "values",
    "type": "uint256[]"
   },
   {
    "internalType": "bytes[]",
    "name": "payloads",
    "type": "bytes[]"
   },
   {
    "internalType": "bytes32",
    "name": "predecessor",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   },
   {
    "internalType": "uint256",
    "name": "delay",
    "type": "uint256"
   }
  ],
  "name": "scheduleBatch",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes4",
    "name": "interfaceId",
    "type": "bytes4"
   }
  ],
  "name": "supportsInterface",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "newDelay",
    "type": "uint256"
   }
  ],
  "name": "updateDelay",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "stateMutability": "payable",
  "type": "receive"
 }
] as const;

export const timelockBytecode = '0x60806040523461016657612280803803806100198161016a565b92833981019060808183031261016657805160208201519091906001600160401b038111610166578361004d9183016101b7565b604082015190936001600160401b0382116101665761007360609161007a9385016101b7565b92016101a3565b61008330610249565b506001600160a01b038116610156575b505f5b83518110156100e0576001906100be6001600160a01b036100b78388610221565b51166102bf565b506100d9828060a01b036100d28388610221565b5116610352565b5001610096565b50905f5b82518110156101135760019061010c6001600160a01b036101058387610221565b51166103e5565b50016100e4565b7f11c24f4ead16507c69ac467fbd5e4eed5fb5c699626d2cc6d66421df253886d5604083806002558151905f82526020820152a1604051611d6790816104798239f35b61015f90610249565b505f610093565b5f80fd5b6040519190601f01601f191682016001600160401b0381118382101761018f57604052565b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b038216820361016657565b9080601f83011215610166578151916001600160401b03831161018f578260051b906020806101e781850161016a565b80968152019282010192831161016657602001905b8282106102095750505090565b60208091610216846101a3565b8152019101906101fc565b80518210156102355760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b6001600160a01b0381165f9081525f5160206122605f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f5160206122605f395f51905f5260205260408120805460ff191660011790553391905f5160206121e05f395f51905f528180a4600190565b505f90565b6001600160a01b0381165f9081525f5160206122005f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f5160206122005f395f51905f5260205260408120805460ff191660011790553391907fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1905f5160206121e05f395f51905f529080a4600190565b6001600160a01b0381165f9081525f5160206122405f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f5160206122405f395f51905f5260205260408120805460ff191660011790553391907ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f783905f5160206121e05f395f51905f529080a4600190565b6001600160a01b0381165f9081525f5160206122205f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f5160206122205f395f51905f5260205260408120805460ff191660011790553391907fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e63905f5160206121e05f395f51905f529080a460019056fe6080604052600436101561001a575b3615610018575f80fd5b005b5f3560e01c806301d5062a14610f5057806301ffc9a714610e5e57806307bd026514610e06578063134008d314610d5357806313bc9f2014610d17578063150b7a0214610c8b578063248a9ca314610c435780632ab0f52914610c075780632f2ff15d14610bac57806331d5075014610b7057806336568abe14610ae8578063584b153e14610aa257806364d6235314610a065780637958004c1461098c5780638065657f1461096d5780638f2a0bb0146107ae5780638f61f4f51461075657806391d14854146106e2578063a217fddf146106aa578063b08e51c014610652578063b1c5f42714610628578063bc197c811461055a578063c4d252f51461042c578063d45c4435146103e4578063d547741f14610382578063e38335e51461021d578063f23a6e61146101915763f27a0c920361000e573461018d575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576020600254604051908152f35b5f80fd5b3461018d5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576101c861101a565b506101d161103d565b5060843567ffffffffffffffff811161018d576101f29036906004016111b0565b5060206040517ff23a6e61000000000000000000000000000000000000000000000000000000008152f35b61022636611227565b5f80527fdae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d70696020527f5ba6852781629bcdcd4bdaa6de76d786f1c64b16acdac474e55bebc0ea1579515492979196919593949260ff1615610374575b82821480159061036a575b610336576102a36102aa91888a888789888d6115be565b9687611a5d565b5f5b8181106102bc5761001887611b3a565b8080887fc2617efa69bab66782fa219543714338489c4e9e178271560a91b82c3f612b58888861032d6103148f986001998f828e6103078f836103029161030d96611500565b61153d565b97611500565b359561155e565b9061032182828787611ae7565b604051948594856113a2565b0390a3016102ac565b5086907fffb03211000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b508782141561028c565b61037d3361192a565b610281565b3461018d5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576100186004356103bf61103d565b906103df6103d8825f525f602052600160405f20015490565b33906119df565b611c2a565b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576004355f526001602052602060405f2054604051908152f35b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57335f9081527fc3ad33e20b0c56a223ad5104fff154aa010f8715b9c981fd38fdc60a4d1a52fb60205260409020546004359060ff161561050a5761049e8161141e565b156104d757805f5260016020525f60408120557fbaa1eb22f2a492ba1a5fea61b8df4d27c6c8b5f3971e63bb58fa14ff72eedb705f80a2005b7f5ead8eb5000000000000000000000000000000000000000000000000000000005f52600452600460021760245260445ffd5b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004527ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f78360245260445ffd5b3461018d5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5761059161101a565b5061059a61103d565b5060443567ffffffffffffffff811161018d576105bb9036906004016112b6565b5060643567ffffffffffffffff811161018d576105dc9036906004016112b6565b5060843567ffffffffffffffff811161018d576105fd9036906004016111b0565b5060206040517fbc197c81000000000000000000000000000000000000000000000000000000008152f35b3461018d57602061064a61063b36611227565b969590959491949392936115be565b604051908152f35b3461018d575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5760206040517ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f7838152f35b3461018d575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5760206040515f8152f35b3461018d5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5761071961103d565b6004355f525f60205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060ff60405f2054166040519015158152f35b3461018d575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5760206040517fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc18152f35b3461018d5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5760043567ffffffffffffffff811161018d576107fd9036906004016111f6565b9060243567ffffffffffffffff811161018d5761081e9036906004016111f6565b60449291923567ffffffffffffffff811161018d576108419036906004016111f6565b9390916064356084359560a4359261085833611875565b808914801590610963575b6109305761087788848489858a8f8e6115be565b98610882858b6117b7565b895f5b8281106108c25750898061089557005b60207f20fda5fd27a1ea7bf5b9567f143ac5470bb059374a27e8f67cb44f946f6d038791604051908152a2005b806001927f4cf4410cc57040e44862ef0f45f3dd5a5e02db8eb8add648d4b0e236f1d07dca8b8b6109258f8c6109188f928e6109118f8f9061090b6103028f8097948195611500565b99611500565b359761155e565b906040519687968761135c565b0390a3018a90610885565b90887fffb03211000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5081891415610863565b3461018d57602061064a6109803661108e565b9493909392919261147f565b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576109c6600435611447565b60405160048210156109d9576020918152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57600435303303610a76577f11c24f4ead16507c69ac467fbd5e4eed5fb5c699626d2cc6d66421df253886d560406002548151908152836020820152a1600255005b7fe2850c59000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576020610ade60043561141e565b6040519015158152f35b3461018d5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57610b1f61103d565b3373ffffffffffffffffffffffffffffffffffffffff821603610b485761001890600435611c2a565b7f6697b232000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576020610ade600435611407565b3461018d5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57610018600435610be961103d565b90610c026103d8825f525f602052600160405f20015490565b611b58565b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576020610ade6004356113ef565b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57602061064a6004355f525f602052600160405f20015490565b3461018d5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57610cc261101a565b50610ccb61103d565b5060643567ffffffffffffffff811161018d57610cec9036906004016111b0565b5060206040517f150b7a02000000000000000000000000000000000000000000000000000000008152f35b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576020610ade6004356113d7565b610018610de45f610df07fc2617efa69bab66782fa219543714338489c4e9e178271560a91b82c3f612b58610ddb610d8a3661108e565b7fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e638a9995979299949394528960205260408a208a805260205260ff60408b20541615610df8575b888484898961147f565b98899788611a5d565b61032182828787611ae7565b0390a3611b3a565b610e013361192a565b610dd1565b3461018d575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5760206040517fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e638152f35b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576004357fffffffff00000000000000000000000000000000000000000000000000000000811680910361018d57807f4e2312e00000000000000000000000000000000000000000000000000000000060209214908115610ef3575b506040519015158152f35b7f7965db0b00000000000000000000000000000000000000000000000000000000811491508115610f26575b5082610ee8565b7f01ffc9a70000000000000000000000000000000000000000000000000000000091501482610f1f565b3461018d5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57610f8761101a565b6024359060443567ffffffffffffffff811161018d577f4cf4410cc57040e44862ef0f45f3dd5a5e02db8eb8add648d4b0e236f1d07dca92610fce5f923690600401611060565b949091606435946110106084359660a43590610fe933611875565b610ff789828c8a898961147f565b998a97611004848a6117b7565b6040519687968761135c565b0390a38061089557005b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361018d57565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361018d57565b9181601f8401121561018d5782359167ffffffffffffffff831161018d576020838186019501011161018d57565b60a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc82011261018d5760043573ffffffffffffffffffffffffffffffffffffffff8116810361018d5791602435916044359067ffffffffffffffff821161018d576110fc91600401611060565b90916064359060843590565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761114957604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b67ffffffffffffffff811161114957601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b81601f8201121561018d578035906111c782611176565b926111d56040519485611108565b8284526020838301011161018d57815f926020809301838601378301015290565b9181601f8401121561018d5782359167ffffffffffffffff831161018d576020808501948460051b01011161018d57565b60a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc82011261018d5760043567ffffffffffffffff811161018d5781611270916004016111f6565b9290929160243567ffffffffffffffff811161018d5781611293916004016111f6565b929092916044359067ffffffffffffffff821161018d576110fc916004016111f6565b9080601f8301121561018d5781359167ffffffffffffffff8311611149578260051b90604051936112ea6020840186611108565b845260208085019282010192831161018d57602001905b82821061130e5750505090565b8135815260209182019101611301565b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b9290936113989273ffffffffffffffffffffffffffffffffffffffff60809699989799168552602085015260a0604085015260a084019161131e565b9460608201520152565b6113d4949273ffffffffffffffffffffffffffffffffffffffff6060931682526020820152816040820152019161131e565b90565b6113e090611447565b60048110156109d95760021490565b6113f890611447565b60048110156109d95760031490565b61141090611447565b60048110156109d957151590565b61142790611447565b60048110156109d9576001811490811561143f575090565b600291501490565b5f52600160205260405f205480155f1461146057505f90565b6001810361146e5750600390565b42101561147a57600190565b600290565b946114c36114fa9495929360405196879573ffffffffffffffffffffffffffffffffffffffff602088019a168a52604087015260a0606087015260c086019161131e565b91608084015260a0830152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611108565b51902090565b91908110156115105760051b0190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b3573ffffffffffffffffffffffffffffffffffffffff8116810361018d5790565b91908110156115105760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561018d57019081359167ffffffffffffffff831161018d57602001823603811361018d579190565b9693949190969592956040519660208801988060c08a0160a08c525260e0890192905f905b80821061176a575050507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08883030160408901528082527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811161018d579087959394929160051b8092602083013701848103606086015260208101849052600584901b8101604090810194908201915f908890368290037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe101905b8484106116e7575050505050506114fa9450608084015260a0830152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611108565b919395979092949698507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0808383030101875289358381121561018d578401906020823592019167ffffffffffffffff811161018d57803603831361018d57611756602092839260019561131e565b9b0197019401918a9896999795939161169f565b90919384359073ffffffffffffffffffffffffffffffffffffffff8216820361018d576020809173ffffffffffffffffffffffffffffffffffffffff6001941681520195019201906115e3565b906117c182611407565b6118445760025480821061181557504201908142116117e8575f52600160205260405f2055565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b907f54336609000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b507f5ead8eb5000000000000000000000000000000000000000000000000000000005f52600452600160245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff81165f9081527f3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5602052604090205460ff16156118c45750565b73ffffffffffffffffffffffffffffffffffffffff907fe2517d3f000000000000000000000000000000000000000000000000000000005f52166004527fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc160245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff81165f9081527fdae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d7069602052604090205460ff16156119795750565b73ffffffffffffffffffffffffffffffffffffffff907fe2517d3f000000000000000000000000000000000000000000000000000000005f52166004527fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e6360245260445ffd5b90815f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205260ff60405f20541615611a18575050565b73ffffffffffffffffffffffffffffffffffffffff907fe2517d3f000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b611a66816113d7565b15611ab7575080151580611aa7575b611a7c5750565b7f90a9a618000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50611ab1816113ef565b15611a75565b7f5ead8eb5000000000000000000000000000000000000000000000000000000005f52600452600460245260445ffd5b611b2f935f93928493826040519384928337810185815203925af13d15611b32573d90611b1382611176565b91611b216040519384611108565b82523d5f602084013e611cf2565b50565b606090611cf2565b611b43816113d7565b15611ab7575f526001602052600160405f2055565b805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260ff60405f205416155f14611c2457805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0082541617905573ffffffffffffffffffffffffffffffffffffffff339216907f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d5f80a4600190565b50505f90565b805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260ff60405f2054165f14611c2457805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00815416905573ffffffffffffffffffffffffffffffffffffffff339216907ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b5f80a4600190565b15611cfa5790565b805115611d0957602081519101fd5b7fd6bda275000000000000000000000000000000000000000000000000000000005f5260045ffdfea2646970667358221220623b5e8c4f86b74f63eedc60305a47dbcff8a75e7b307df975bcf7064b187e9264736f6c634300082500332f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5dae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d7069c3ad33e20b0c56a223ad5104fff154aa010f8715b9c981fd38fdc60a4d1a52fbad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5';

export const proxyAdminAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "initialOwner",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "owner",
    "type": "address"
   }
  ],
  "name": "OwnableInvalidOwner",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "OwnableUnauthorizedAccount",
  "type": "error"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "previousOwner",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "newOwner",
    "type": "address"
   }
  ],
  "name": "OwnershipTransferred",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "UPGRADE_INTERFACE_VERSION",
  "outputs": [
   {
    "internalType": "string",
    "name": "",
    "type": "string"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "owner",
  "outputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "renounceOwnership",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "newOwner",
    "type": "address"
   }
  ],
  "name": "transferOwnership",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "contract ITransparentUpgradeableProxy",
    "name": "proxy",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "implementation",
    "type": "address"
   },
   {
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   }
  ],
  "name": "upgradeAndCall",
  "outputs": [],
  "stateMutability": "payable",
  "type": "function"
 }
] as const;

export const safeAbi = [
 {
  "inputs": [],
  "stateMutability": "nonpayable",
  "type": "constructor"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "owner",
    "type": "address"
   }
  ],
  "name": "AddedOwner",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "approvedHash",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "owner",
    "type": "address"
   }
  ],
  "name": "ApproveHash",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "handler",
    "type": "address"
   }
  ],
  "name": "ChangedFallbackHandler",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "guard",
    "type": "address"
   }
  ],
  "name": "ChangedGuard",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "moduleGuard",
    "type": "address"
   }
  ],
  "name": "ChangedModuleGuard",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "threshold",
    "type": "uint256"
   }
  ],
  "name": "ChangedThreshold",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "module",
    "type": "address"
   }
  ],
  "name": "DisabledModule",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "module",
    "type": "address"
   }
  ],
  "name": "EnabledModule",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "txHash",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "payment",
    "type": "uint256"
   }
  ],
  "name": "ExecutionFailure",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "module",
    "type": "address"
   }
  ],
  "name": "ExecutionFromModuleFailure",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "module",
    "type": "address"
   }
  ],
  "name": "ExecutionFromModuleSuccess",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "txHash",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "payment",
    "type": "uint256"
   }
  ],
  "name": "ExecutionSuccess",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "owner",
    "type": "address"
   }
  ],
  "name": "RemovedOwner",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "sender",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   }
  ],
  "name": "SafeReceived",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "initiator",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "address[]",
    "name": "owners",
    "type": "address[]"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "threshold",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "initializer",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "fallbackHandler",
    "type": "address"
   }
  ],
  "name": "SafeSetup",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "msgHash",
    "type": "bytes32"
   }
  ],
  "name": "SignMsg",
  "type": "event"
 },
 {
  "stateMutability": "nonpayable",
  "type": "fallback"
 },
 {
  "inputs": [],
  "name": "VERSION",
  "outputs": [
   {
    "internalType": "string",
    "name": "",
    "type": "string"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "owner",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "_threshold",
    "type": "uint256"
   }
  ],
  "name": "addOwnerWithThreshold",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "hashToApprove",
    "type": "bytes32"
   }
  ],
  "name": "approveHash",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "name": "approvedHashes",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "_threshold",
    "type": "uint256"
   }
  ],
  "name": "changeThreshold",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "dataHash",
    "type": "bytes32"
   },
   {
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   },
   {
    "internalType": "bytes",
    "name": "signatures",
    "type": "bytes"
   },
   {
    "internalType": "uint256",
    "name": "requiredSignatures",
    "type": "uint256"
   }
  ],
  "name": "checkNSignatures",
  "outputs": [],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "executor",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "dataHash",
    "type": "bytes32"
   },
   {
    "internalType": "bytes",
    "name": "signatures",
    "type": "bytes"
   },
   {
    "internalType": "uint256",
    "name": "requiredSignatures",
    "type": "uint256"
   }
  ],
  "name": "checkNSignatures",
  "outputs": [],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "dataHash",
    "type": "bytes32"
   },
   {
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   },
   {
    "internalType": "bytes",
    "name": "signatures",
    "type": "bytes"
   }
  ],
  "name": "checkSignatures",
  "outputs": [],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "executor",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "dataHash",
    "type": "bytes32"
   },
   {
    "internalType": "bytes",
    "name": "signatures",
    "type": "bytes"
   }
  ],
  "name": "checkSignatures",
  "outputs": [],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "prevModule",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "module",
    "type": "address"
   }
  ],
  "name": "disableModule",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "domainSeparator",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "module",
    "type": "address"
   }
  ],
  "name": "enableModule",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   },
   {
    "internalType": "enum Enum.Operation",
    "name": "operation",
    "type": "uint8"
   },
   {
    "internalType": "uint256",
    "name": "safeTxGas",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "baseGas",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "gasPrice",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "gasToken",
    "type": "address"
   },
   {
    "internalType": "address payable",
    "name": "refundReceiver",
    "type": "address"
   },
   {
    "internalType": "bytes",
    "name": "signatures",
    "type": "bytes"
   }
  ],
  "name": "execTransaction",
  "outputs": [
   {
    "internalType": "bool",
    "name": "success",
    "type": "bool"
   }
  ],
  "stateMutability": "payable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   },
   {
    "internalType": "enum Enum.Operation",
    "name": "operation",
    "type": "uint8"
   }
  ],
  "name": "execTransactionFromModule",
  "outputs": [
   {
    "internalType": "bool",
    "name": "success",
    "type": "bool"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   },
   {
    "internalType": "enum Enum.Operation",
    "name": "operation",
    "type": "uint8"
   }
  ],
  "name": "execTransactionFromModuleReturnData",
  "outputs": [
   {
    "internalType": "bool",
    "name": "success",
    "type": "bool"
   },
   {
    "internalType": "bytes",
    "name": "returnData",
    "type": "bytes"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "start",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "pageSize",
    "type": "uint256"
   }
  ],
  "name": "getModulesPaginated",
  "outputs": [
   {
    "internalType": "address[]",
    "name": "array",
    "type": "address[]"
   },
   {
    "internalType": "address",
    "name": "next",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "getOwners",
  "outputs": [
   {
    "internalType": "address[]",
    "name": "",
    "type": "address[]"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "offset",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "length",
    "type": "uint256"
   }
  ],
  "name": "getStorageAt",
  "outputs": [
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "getThreshold",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   },
   {
    "internalType": "enum Enum.Operation",
    "name": "operation",
    "type": "uint8"
   },
   {
    "internalType": "uint256",
    "name": "safeTxGas",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "baseGas",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "gasPrice",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "gasToken",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "refundReceiver",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "_nonce",
    "type": "uint256"
   }
  ],
  "name": "getTransactionHash",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "txHash",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "module",
    "type": "address"
   }
  ],
  "name": "isModuleEnabled",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "owner",
    "type": "address"
   }
  ],
  "name": "isOwner",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "nonce",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "prevOwner",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "owner",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "_threshold",
    "type": "uint256"
   }
  ],
  "name": "removeOwner",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "handler",
    "type": "address"
   }
  ],
  "name": "setFallbackHandler",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "guard",
    "type": "address"
   }
  ],
  "name": "setGuard",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "moduleGuard",
    "type": "address"
   }
  ],
  "name": "setModuleGuard",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address[]",
    "name": "_owners",
    "type": "address[]"
   },
   {
    "internalType": "uint256",
    "name": "_threshold",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "internalType": "bytes",
    "name": "data",
    "type": "bytes"
   },
   {
    "internalType": "address",
    "name": "fallbackHandler",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "paymentToken",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "payment",
    "type": "uint256"
   },
   {
    "internalType": "address payable",
    "name": "paymentReceiver",
    "type": "address"
   }
  ],
  "name": "setup",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "name": "signedMessages",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "targetContract",
    "type": "address"
   },
   {
    "internalType": "bytes",
    "name": "calldataPayload",
    "type": "bytes"
   }
  ],
  "name": "simulateAndRevert",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "prevOwner",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "oldOwner",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "newOwner",
    "type": "address"
   }
  ],
  "name": "swapOwner",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "stateMutability": "payable",
  "type": "receive"
 }
] as const;

export const safeBytecode = '0x608060405234801561001057600080fd5b5060016004819055506153cb806100286000396000f3fe6080604052600436106101dc5760003560e01c8063affed0e011610102578063e19a9dd911610095578063f698da2511610064578063f698da25146114c1578063f855438b146114ec578063f8dc5dd9146115de578063ffa1ad741461165957610231565b8063e19a9dd914611363578063e318b52b146113b4578063e75235b814611445578063f08a03231461147057610231565b8063d4d9bdcd116100d1578063d4d9bdcd1461112c578063d8d11f7814611167578063e009cfde146112a1578063e068df371461131257610231565b8063affed0e014610ddc578063b4faba0914610e07578063b63e800d14610eef578063cc2f84521461105f57610231565b80635624b25b1161017a5780636a761202116101495780636a76120214610a1e5780637d83297414610bda578063934f3a1114610c49578063a0e67e2b14610d7057610231565b80635624b25b146108855780635ae6bd3714610943578063610b592514610992578063694e80c3146109e357610231565b80632d9ad53d116101b65780632d9ad53d146105215780632f54bf6e14610588578063468721a7146105ef5780635229073f1461070457610231565b80630d582f131461029957806312fb68e0146102f45780631fcac7f31461042557610231565b36610231573373ffffffffffffffffffffffffffffffffffffffff167f3d0ce9bfc3ed7d6862dbb28b2dea94561fe714a1b4d019aa8af39730d1ad7c3d346040518082815260200191505060405180910390a2005b34801561023d57600080fd5b507f6c9a6c4a39284e37ed1cf53d337577d14212a4870fb976a4366c693b939918d5548061026a57600080f35b60405136600082373360601b3682015260008060143601836000865af13d6000833e80610295573d82fd5b3d82f35b3480156102a557600080fd5b506102f2600480360360408110156102bc57600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803590602001909291905050506116e9565b005b34801561030057600080fd5b506104236004803603608081101561031757600080fd5b81019080803590602001909291908035906020019064010000000081111561033e57600080fd5b82018360208201111561035057600080fd5b8035906020019184600183028401116401000000008311171561037257600080fd5b90919293919293908035906020019064010000000081111561039357600080fd5b8201836020820111156103a557600080fd5b803590602001918460018302840111640100000000831117156103c757600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f82011690508083019250505050505050919291929080359060200190929190505050611a41565b005b34801561043157600080fd5b5061051f6004803603608081101561044857600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803590602001909291908035906020019064010000000081111561048f57600080fd5b8201836020820111156104a157600080fd5b803590602001918460018302840111640100000000831117156104c357600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f82011690508083019250505050505050919291929080359060200190929190505050611a54565b005b34801561052d57600080fd5b506105706004803603602081101561054457600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190505050611e76565b60405180821515815260200191505060405180910390f35b34801561059457600080fd5b506105d7600480360360208110156105ab57600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190505050611f48565b60405180821515815260200191505060405180910390f35b3480156105fb57600080fd5b506106ec6004803603608081101561061257600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803590602001909291908035906020019064010000000081111561065957600080fd5b82018360208201111561066b57600080fd5b8035906020019184600183028401116401000000008311171561068d57600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f820116905080830192505050505050509192919290803560ff169060200190929190505050612018565b60405180821515815260200191505060405180910390f35b34801561071057600080fd5b506108016004803603608081101561072757600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803590602001909291908035906020019064010000000081111561076e57600080fd5b82018360208201111561078057600080fd5b803590602001918460018302840111640100000000831117156107a257600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f820116905080830192505050505050509192919290803560ff169060200190929190505050612071565b60405180831515815260200180602001828103825283818151815260200191508051906020019080838360005b8381101561084957808201518184015260208101905061082e565b50505050905090810190601f1680156108765780820380516001836020036101000a031916815260200191505b50935050505060405180910390f35b34801561089157600080fd5b506108c8600480360360408110156108a857600080fd5b8101908080359060200190929190803590602001909291905050506120e6565b6040518080602001828103825283818151815260200191508051906020019080838360005b838110156109085780820151818401526020810190506108ed565b50505050905090810190601f1680156109355780820380516001836020036101000a031916815260200191505b509250505060405180910390f35b34801561094f57600080fd5b5061097c6004803603602081101561096657600080fd5b810190808035906020019092919050505061216c565b6040518082815260200191505060405180910390f35b34801561099e57600080fd5b506109e1600480360360208110156109b557600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190505050612184565b005b3480156109ef57600080fd5b50610a1c60048036036020811015610a0657600080fd5b8101908080359060200190929190505050612482565b005b610bc26004803603610140811015610a3557600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff1690602001909291908035906020019092919080359060200190640100000000811115610a7c57600080fd5b820183602082011115610a8e57600080fd5b80359060200191846001830284011164010000000083111715610ab057600080fd5b9091929391929390803560ff169060200190929190803590602001909291908035906020019092919080359060200190929190803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803573ffffffffffffffffffffffffffffffffffffffff16906020019092919080359060200190640100000000811115610b3c57600080fd5b820183602082011115610b4e57600080fd5b80359060200191846001830284011164010000000083111715610b7057600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f820116905080830192505050505050509192919290505050612532565b60405180821515815260200191505060405180910390f35b348015610be657600080fd5b50610c3360048036036040811015610bfd57600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803590602001909291905050506129c1565b6040518082815260200191505060405180910390f35b348015610c5557600080fd5b50610d6e60048036036060811015610c6c57600080fd5b810190808035906020019092919080359060200190640100000000811115610c9357600080fd5b820183602082011115610ca557600080fd5b80359060200191846001830284011164010000000083111715610cc757600080fd5b909192939192939080359060200190640100000000811115610ce857600080fd5b820183602082011115610cfa57600080fd5b80359060200191846001830284011164010000000083111715610d1c57600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f8201169050808301925050505050505091929192905050506129e6565b005b348015610d7c57600080fd5b50610d856129f7565b6040518080602001828103825283818151815260200191508051906020019060200280838360005b83811015610dc8578082015181840152602081019050610dad565b505050509050019250505060405180910390f35b348015610de857600080fd5b50610df1612b9e565b6040518082815260200191505060405180910390f35b348015610e1357600080fd5b50610eed60048036036040811015610e2a57600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff16906020019092919080359060200190640100000000811115610e6757600080fd5b820183602082011115610e7957600080fd5b80359060200191846001830284011164010000000083111715610e9b57600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f820116905080830192505050505050509192919290505050612ba4565b005b348015610efb57600080fd5b5061105d6004803603610100811015610f1357600080fd5b8101908080359060200190640100000000811115610f3057600080fd5b820183602082011115610f4257600080fd5b80359060200191846020830284011164010000000083111715610f6457600080fd5b909192939192939080359060200190929190803573ffffffffffffffffffffffffffffffffffffffff16906020019092919080359060200190640100000000811115610faf57600080fd5b820183602082011115610fc157600080fd5b80359060200191846001830284011164010000000083111715610fe357600080fd5b9091929391929390803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803573ffffffffffffffffffffffffffffffffffffffff16906020019092919080359060200190929190803573ffffffffffffffffffffffffffffffffffffffff169060200190929190505050612bcb565b005b34801561106b57600080fd5b506110b86004803603604081101561108257600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff16906020019092919080359060200190929190505050612d89565b60405180806020018373ffffffffffffffffffffffffffffffffffffffff168152602001828103825284818151815260200191508051906020019060200280838360005b838110156111175780820151818401526020810190506110fc565b50505050905001935050505060405180910390f35b34801561113857600080fd5b506111656004803603602081101561114f57600080fd5b8101908080359060200190929190505050613067565b005b34801561117357600080fd5b5061128b600480360361014081101561118b57600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff16906020019092919080359060200190929190803590602001906401000000008111156111d257600080fd5b8201836020820111156111e457600080fd5b8035906020019184600183028401116401000000008311171561120657600080fd5b9091929391929390803560ff169060200190929190803590602001909291908035906020019092919080359060200190929190803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803590602001909291905050506131c2565b6040518082815260200191505060405180910390f35b3480156112ad57600080fd5b50611310600480360360408110156112c457600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803573ffffffffffffffffffffffffffffffffffffffff16906020019092919050505061326b565b005b34801561131e57600080fd5b506113616004803603602081101561133557600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190505050613568565b005b34801561136f57600080fd5b506113b26004803603602081101561138657600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190505050613716565b005b3480156113c057600080fd5b50611443600480360360608110156113d757600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803573ffffffffffffffffffffffffffffffffffffffff1690602001909291905050506138bb565b005b34801561145157600080fd5b5061145a613e03565b6040518082815260200191505060405180910390f35b34801561147c57600080fd5b506114bf6004803603602081101561149357600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190505050613e0d565b005b3480156114cd57600080fd5b506114d6613e64565b6040518082815260200191505060405180910390f35b3480156114f857600080fd5b506115dc6004803603606081101561150f57600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803590602001909291908035906020019064010000000081111561155657600080fd5b82018360208201111561156857600080fd5b8035906020019184600183028401116401000000008311171561158a57600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f820116905080830192505050505050509192919290505050613ee0565b005b3480156115ea57600080fd5b506116576004803603606081101561160157600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803573ffffffffffffffffffffffffffffffffffffffff16906020019092919080359060200190929190505050613f2c565b005b34801561166557600080fd5b5061166e61427e565b6040518080602001828103825283818151815260200191508051906020019080838360005b838110156116ae578082015181840152602081019050611693565b50505050905090810190601f1680156116db5780820380516001836020036101000a031916815260200191505b509250505060405180910390f35b6116f16142b7565b600073ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff1614806117585750600173ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff16145b8061178e57503073ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff16145b156117bd576117bc7f4753323033000000000000000000000000000000000000000000000000000000614316565b5b600073ffffffffffffffffffffffffffffffffffffffff16600260008473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff161461187a576118797f4753323034000000000000000000000000000000000000000000000000000000614316565b5b60026000600173ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff16600260008473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff1602179055508160026000600173ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff160217905550600360008154600101919050819055508173ffffffffffffffffffffffffffffffffffffffff167f9465fa0c962cc76958e6373a993326400c1c94f8be2fe3a952adfa7f60b2ea2660405160405180910390a28060045414611a3d57611a3c81612482565b5b5050565b611a4d33868484611a54565b5050505050565b611a6860418261435590919063ffffffff16565b82511015611a9a57611a997f4753303230000000000000000000000000000000000000000000000000000000614316565b5b6000808060008060005b86811015611e6a57611ab6888261438f565b8260ff1692508094508195508296505050506000841415611b33578260001c9450611aeb60418861435590919063ffffffff16565b8260001c1015611b1f57611b1e7f4753303231000000000000000000000000000000000000000000000000000000614316565b5b611b2e858a8a8560001c6143be565b611d30565b6001841415611c02578260001c94508473ffffffffffffffffffffffffffffffffffffffff168a73ffffffffffffffffffffffffffffffffffffffff1614158015611bce57506000600860008773ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060008b815260200190815260200160002054145b15611bfd57611bfc7f4753303235000000000000000000000000000000000000000000000000000000614316565b5b611d2f565b601e841115611cc75760018960405160200180807f19457468657265756d205369676e6564204d6573736167653a0a333200000000815250601c018281526020019150506040516020818303038152906040528051906020012060048603858560405160008152602001604052604051808581526020018460ff1681526020018381526020018281526020019450505050506020604051602081039080840390855afa158015611cb6573d6000803e3d6000fd5b505050602060405103519450611d2e565b60018985858560405160008152602001604052604051808581526020018460ff1681526020018381526020018281526020019450505050506020604051602081039080840390855afa158015611d21573d6000803e3d6000fd5b5050506020604051035194505b5b5b8573ffffffffffffffffffffffffffffffffffffffff168573ffffffffffffffffffffffffffffffffffffffff16111580611df65750600073ffffffffffffffffffffffffffffffffffffffff16600260008773ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16145b80611e2d5750600173ffffffffffffffffffffffffffffffffffffffff168573ffffffffffffffffffffffffffffffffffffffff16145b15611e5c57611e5b7f4753303236000000000000000000000000000000000000000000000000000000614316565b5b849550806001019050611aa4565b50505050505050505050565b60008173ffffffffffffffffffffffffffffffffffffffff16600173ffffffffffffffffffffffffffffffffffffffff1614158015611f415750600073ffffffffffffffffffffffffffffffffffffffff16600160008473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff1614155b9050919050565b6000600173ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff1614806120105750600073ffffffffffffffffffffffffffffffffffffffff16600260008473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16145b159050919050565b6000806000612029878787876145e7565b9150915061205a878787877fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61487f565b92506120678282856148cb565b5050949350505050565b60006060600080612084888888886145e7565b915091506120b5888888887fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61487f565b9350604051925060203d0183016040523d83523d6000602085013e6120db8282866148cb565b505094509492505050565b60606000600583901b67ffffffffffffffff8111801561210557600080fd5b506040519080825280601f01601f1916602001820160405280156121385781602001600182028036833780820191505090505b50905060005b83811015612161578085015480602083026020850101525080600101905061213e565b508091505092915050565b60076020528060005260406000206000915090505481565b61218c6142b7565b600073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff1614806121f35750600173ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff16145b15612222576122217f4753313031000000000000000000000000000000000000000000000000000000614316565b5b600073ffffffffffffffffffffffffffffffffffffffff16600160008373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16146122df576122de7f4753313032000000000000000000000000000000000000000000000000000000614316565b5b60016000600173ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff16600160008373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff1602179055508060016000600173ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff1602179055508073ffffffffffffffffffffffffffffffffffffffff167fecdf3a3effea5783a3c4c2140e677577666428d44ed9d474a0b3a4c9943f844060405160405180910390a250565b61248a6142b7565b6003548111156124be576124bd7f4753323031000000000000000000000000000000000000000000000000000000614316565b5b60008114156124f1576124f07f4753323032000000000000000000000000000000000000000000000000000000614316565b5b806004819055507f610f7ff2b304ae8903c3de74c60c6ab1f7d6226b3f52c5161905bb5ad4039c93816040518082815260200191505060405180910390a150565b60006125478c8c8c8c8c8c8c8c8c8c8c614a0c565b600061256c8d8d8d8d8d8d8d8d8d8d60056000815480929190600101919050556131c2565b9050612579338285613ee0565b6000612583614a19565b9050600073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff1614612769578073ffffffffffffffffffffffffffffffffffffffff166375f0bb528f8f8f8f8f8f8f8f8f8f8f336040518d63ffffffff1660e01b8152600401808d73ffffffffffffffffffffffffffffffffffffffff1681526020018c8152602001806020018a600181111561262657fe5b81526020018981526020018881526020018781526020018673ffffffffffffffffffffffffffffffffffffffff1681526020018573ffffffffffffffffffffffffffffffffffffffff168152602001806020018473ffffffffffffffffffffffffffffffffffffffff16815260200183810383528d8d82818152602001925080828437600081840152601f19601f820116905080830192505050838103825285818151815260200191508051906020019080838360005b838110156126f85780820151818401526020810190506126dd565b50505050905090810190601f1680156127255780820380516001836020036101000a031916815260200191505b509e505050505050505050505050505050600060405180830381600087803b15801561275057600080fd5b505af1158015612764573d6000803e3d6000fd5b505050505b6101f46127916109c48b01603f60068d901b8161278257fe5b04614a4290919063ffffffff16565b015a10156127c3576127c27f4753303130000000000000000000000000000000000000000000000000000000614316565b5b60005a905061282c8f8f8f8f8080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f820116905080830192505050505050508e60008d14612821578e612827565b6109c45a035b61487f565b93506128415a82614a5c90919063ffffffff16565b905083158015612851575060008a145b801561285d5750600088145b1561286e576040513d6000823e3d81fd5b60008089111561288857612885828b8b8b8b614a7c565b90505b84156128cb57837f442e715f626346e8c54381002da614f62bee8d27386535b2521ec8540898556e826040518082815260200191505060405180910390a2612904565b837f23428b18acfb3ea64b08dc0c1d296ea9c09702c09083ca5272e64d115b687d23826040518082815260200191505060405180910390a25b5050600073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff16146129b0578073ffffffffffffffffffffffffffffffffffffffff16639327136883856040518363ffffffff1660e01b815260040180838152602001821515815260200192505050600060405180830381600087803b15801561299757600080fd5b505af11580156129ab573d6000803e3d6000fd5b505050505b50509b9a5050505050505050505050565b6008602052816000526040600020602052806000526040600020600091509150505481565b6129f1338583613ee0565b50505050565b6060600060035467ffffffffffffffff81118015612a1457600080fd5b50604051908082528060200260200182016040528015612a435781602001602082028036833780820191505090505b50905060008060026000600173ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1690505b600173ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff1614612b955780838381518110612aee57fe5b602002602001019073ffffffffffffffffffffffffffffffffffffffff16908173ffffffffffffffffffffffffffffffffffffffff1681525050600260008273ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff169050816001019150612aad565b82935050505090565b60055481565b600080825160208401855af46040518181523d60208201523d6000604083013e60403d0181fd5b3373ffffffffffffffffffffffffffffffffffffffff167f141df868a6331af528e38c83b7aa03edc19be66e37ae67f9285bf4f8e3c6a1a88b8b8b8b8960405180806020018581526020018473ffffffffffffffffffffffffffffffffffffffff1681526020018373ffffffffffffffffffffffffffffffffffffffff1681526020018281038252878782818152602001925060200280828437600081840152601f19601f820116905080830192505050965050505050505060405180910390a2612cd78a8a80806020026020016040519081016040528093929190818152602001838360200280828437600081840152601f19601f8201169050808301925050505050505089614c30565b600073ffffffffffffffffffffffffffffffffffffffff168473ffffffffffffffffffffffffffffffffffffffff1614612d1557612d1484614fda565b5b612d638787878080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f8201169050808301925050505050505061505e565b6000821115612d7d57612d7b82600060018685614a7c565b505b50505050505050505050565b60606000600173ffffffffffffffffffffffffffffffffffffffff168473ffffffffffffffffffffffffffffffffffffffff1614158015612dd05750612dce84611e76565b155b15612dff57612dfe7f4753313035000000000000000000000000000000000000000000000000000000614316565b5b6000831415612e3257612e317f4753313036000000000000000000000000000000000000000000000000000000614316565b5b8267ffffffffffffffff81118015612e4957600080fd5b50604051908082528060200260200182016040528015612e785781602001602082028036833780820191505090505b5091506000600160008673ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1691505b600073ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff1614158015612f4a5750600173ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff1614155b8015612f5557508381105b1561300e5781838281518110612f6757fe5b602002602001019073ffffffffffffffffffffffffffffffffffffffff16908173ffffffffffffffffffffffffffffffffffffffff1681525050600160008373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff169150806001019050612ee0565b600173ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff161461305c5782600182038151811061305157fe5b602002602001015191505b808352509250929050565b600073ffffffffffffffffffffffffffffffffffffffff16600260003373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff161415613125576131247f4753303330000000000000000000000000000000000000000000000000000000614316565b5b6001600860003373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff1681526020019081526020016000206000838152602001908152602001600020819055503373ffffffffffffffffffffffffffffffffffffffff16817ff2a0eb156472d1440255b0d7c1e19cc07115d1051fe605b0dce69acfec884d9c60405160405180910390a350565b6000806131cd613e64565b90506040518a8c82378a81207fbb8310d486368db6bd6f849402fdd73ad53d316b5a4b2644ad6efe0f941286d882528e60208301528d60408301528060608301528a60808301528960a08301528860c08301528760e08301528661010083015285610120830152846101408301526101608220604083015261190182528260208301526042601e83012093505050509b9a5050505050505050505050565b6132736142b7565b600073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff1614806132da5750600173ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff16145b15613309576133087f4753313031000000000000000000000000000000000000000000000000000000614316565b5b8073ffffffffffffffffffffffffffffffffffffffff16600160008473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16146133c5576133c47f4753313033000000000000000000000000000000000000000000000000000000614316565b5b600160008273ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff16600160008473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff1602179055506000600160008373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff1602179055508073ffffffffffffffffffffffffffffffffffffffff167faab4fa2b463f581b2b32cb3b7e3b704b9ce37cc209b5fb4d77e593ace405427660405160405180910390a25050565b6135706142b7565b600073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff161415801561367557508073ffffffffffffffffffffffffffffffffffffffff166301ffc9a77f58401ed8000000000000000000000000000000000000000000000000000000006040518263ffffffff1660e01b815260040180827bffffffffffffffffffffffffffffffffffffffffffffffffffffffff1916815260200191505060206040518083038186803b15801561363857600080fd5b505afa15801561364c573d6000803e3d6000fd5b505050506040513d602081101561366257600080fd5b8101908080519060200190929190505050155b156136a4576136a37f4753333031000000000000000000000000000000000000000000000000000000614316565b5b60007fb104e0b93118902c651344349b610029d694cfdec91c589c91ebafbcd028994760001b90508181558173ffffffffffffffffffffffffffffffffffffffff167fcd1966d6be16bc0c030cc741a06c6e0efaf8d00de2c8b6a9e11827e125de8bb860405160405180910390a25050565b61371e6142b7565b600073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff161415801561382357508073ffffffffffffffffffffffffffffffffffffffff166301ffc9a77fe6d7a83a000000000000000000000000000000000000000000000000000000006040518263ffffffff1660e01b815260040180827bffffffffffffffffffffffffffffffffffffffffffffffffffffffff1916815260200191505060206040518083038186803b1580156137e657600080fd5b505afa1580156137fa573d6000803e3d6000fd5b505050506040513d602081101561381057600080fd5b8101908080519060200190929190505050155b15613852576138517f4753333030000000000000000000000000000000000000000000000000000000614316565b5b807f4a204f620c8c5ccdca3fd54d003badd85ba500436a431f0cbda4f558c93c34c8558073ffffffffffffffffffffffffffffffffffffffff167f1151116914515bc0891ff9047a6cb32cf902546f83066499bcf8ba33d2353fa260405160405180910390a250565b6138c36142b7565b600073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff16148061392a5750600173ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff16145b8061396057503073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff16145b1561398f5761398e7f4753323033000000000000000000000000000000000000000000000000000000614316565b5b600073ffffffffffffffffffffffffffffffffffffffff16600260008373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff1614613a4c57613a4b7f4753323034000000000000000000000000000000000000000000000000000000614316565b5b600073ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff161480613ab35750600173ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff16145b15613ae257613ae17f4753323033000000000000000000000000000000000000000000000000000000614316565b5b8173ffffffffffffffffffffffffffffffffffffffff16600260008573ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff1614613b9e57613b9d7f4753323035000000000000000000000000000000000000000000000000000000614316565b5b600260008373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff16600260008373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff16021790555080600260008573ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff1602179055506000600260008473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff1602179055508173ffffffffffffffffffffffffffffffffffffffff167ff8d49fc529812e9a7c5c50e69c20f0dccc0db8fa95c98bc58cc9a4f1c1299eaf60405160405180910390a28073ffffffffffffffffffffffffffffffffffffffff167f9465fa0c962cc76958e6373a993326400c1c94f8be2fe3a952adfa7f60b2ea2660405160405180910390a2505050565b6000600454905090565b613e156142b7565b613e1e81614fda565b8073ffffffffffffffffffffffffffffffffffffffff167f5ac6c46c93c8d0e53714ba3b53db3e7c046da994313d7ed0d192028bc7c228b060405160405180910390a250565b6000804690507f47e79534a245952e8b16893a336b85a3d9ea9fa8c573f3d803afb92a7946921860001b8130604051602001808481526020018381526020018273ffffffffffffffffffffffffffffffffffffffff16815260200193505050506040516020818303038152906040528051906020012091505090565b600060045490506000811415613f1a57613f197f4753303031000000000000000000000000000000000000000000000000000000614316565b5b613f2684848484611a54565b50505050565b613f346142b7565b80600360008154600190039190508190551015613f7557613f747f4753323031000000000000000000000000000000000000000000000000000000614316565b5b600073ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff161480613fdc5750600173ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff16145b1561400b5761400a7f4753323033000000000000000000000000000000000000000000000000000000614316565b5b8173ffffffffffffffffffffffffffffffffffffffff16600260008573ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16146140c7576140c67f4753323035000000000000000000000000000000000000000000000000000000614316565b5b600260008373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff16600260008573ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff1602179055506000600260008473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff1602179055508173ffffffffffffffffffffffffffffffffffffffff167ff8d49fc529812e9a7c5c50e69c20f0dccc0db8fa95c98bc58cc9a4f1c1299eaf60405160405180910390a280600454146142795761427881612482565b5b505050565b6040518060400160405280600581526020017f312e352e3000000000000000000000000000000000000000000000000000000081525081565b3073ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff1614614314576143137f4753303331000000000000000000000000000000000000000000000000000000614316565b5b565b6040517f08c379a00000000000000000000000000000000000000000000000000000000081526020600482015260056024820152816044820152606481fd5b6000808314156143685760009050614389565b600082840290508284828161437957fe5b041461438457600080fd5b809150505b92915050565b6000806000836041026020810186015192506040810186015191506060810186015160001a9350509250925092565b81516143d460208361526890919063ffffffff16565b1115614404576144037f4753303232000000000000000000000000000000000000000000000000000000614316565b5b600060208284010151905082516144378261442960208661526890919063ffffffff16565b61526890919063ffffffff16565b1115614467576144667f4753303233000000000000000000000000000000000000000000000000000000614316565b5b60606020838501019050631626ba7e60e01b7bffffffffffffffffffffffffffffffffffffffffffffffffffffffff19168673ffffffffffffffffffffffffffffffffffffffff16631626ba7e87846040518363ffffffff1660e01b81526004018083815260200180602001828103825283818151815260200191508051906020019080838360005b8381101561450b5780820151818401526020810190506144f0565b50505050905090810190601f1680156145385780820380516001836020036101000a031916815260200191505b50935050505060206040518083038186803b15801561455657600080fd5b505afa15801561456a573d6000803e3d6000fd5b505050506040513d602081101561458057600080fd5b81019080805190602001909291905050507bffffffffffffffffffffffffffffffffffffffffffffffffffffffff1916146145df576145de7f4753303234000000000000000000000000000000000000000000000000000000614316565b5b505050505050565b6000806145f686868686615287565b6145fe61528d565b9150600173ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff1614806146c65750600073ffffffffffffffffffffffffffffffffffffffff16600160003373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16145b156146f5576146f47f4753313034000000000000000000000000000000000000000000000000000000614316565b5b600073ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff1614614876578173ffffffffffffffffffffffffffffffffffffffff1663728c297287878787336040518663ffffffff1660e01b8152600401808673ffffffffffffffffffffffffffffffffffffffff1681526020018581526020018060200184600181111561478f57fe5b81526020018373ffffffffffffffffffffffffffffffffffffffff168152602001828103825285818151815260200191508051906020019080838360005b838110156147e85780820151818401526020810190506147cd565b50505050905090810190601f1680156148155780820380516001836020036101000a031916815260200191505b509650505050505050602060405180830381600087803b15801561483857600080fd5b505af115801561484c573d6000803e3d6000fd5b505050506040513d602081101561486257600080fd5b810190808051906020019092919050505090505b94509492505050565b600060018081111561488d57fe5b83600181111561489957fe5b14156148b2576000808551602087018986f490506148c2565b600080855160208701888a87f190505b95945050505050565b600073ffffffffffffffffffffffffffffffffffffffff168373ffffffffffffffffffffffffffffffffffffffff1614614975578273ffffffffffffffffffffffffffffffffffffffff16632acc37aa83836040518363ffffffff1660e01b815260040180838152602001821515815260200192505050600060405180830381600087803b15801561495c57600080fd5b505af1158015614970573d6000803e3d6000fd5b505050505b80156149c3573373ffffffffffffffffffffffffffffffffffffffff167f6895c13664aa4f67288b25d7a21d7aaa34916e355fb9b6fae0a139a9085becb860405160405180910390a2614a07565b3373ffffffffffffffffffffffffffffffffffffffff167facd2c8702804128fdb0db2bb49f6d127dd0181c13fd45dbfe16de0930e2bd37560405160405180910390a25b505050565b5050505050505050505050565b60007f4a204f620c8c5ccdca3fd54d003badd85ba500436a431f0cbda4f558c93c34c854905090565b600081831015614a525781614a54565b825b905092915050565b600082821115614a6b57600080fd5b600082840390508091505092915050565b600080600073ffffffffffffffffffffffffffffffffffffffff168373ffffffffffffffffffffffffffffffffffffffff1614614ab95782614abb565b325b9050600073ffffffffffffffffffffffffffffffffffffffff168473ffffffffffffffffffffffffffffffffffffffff161415614bc557614b253a8610614b02573a614b04565b855b614b17888a61526890919063ffffffff16565b61435590919063ffffffff16565b915060008173ffffffffffffffffffffffffffffffffffffffff168360405180600001905060006040518083038185875af1925050503d8060008114614b87576040519150601f19603f3d011682016040523d82523d6000602084013e614b8c565b606091505b5050905080614bbf57614bbe7f4753303131000000000000000000000000000000000000000000000000000000614316565b5b50614c26565b614bea85614bdc888a61526890919063ffffffff16565b61435590919063ffffffff16565b9150614bf78482846152be565b614c2557614c247f4753303132000000000000000000000000000000000000000000000000000000614316565b5b5b5095945050505050565b60006004541115614c6557614c647f4753323030000000000000000000000000000000000000000000000000000000614316565b5b8151811115614c9857614c977f4753323031000000000000000000000000000000000000000000000000000000614316565b5b6000811415614ccb57614cca7f4753323032000000000000000000000000000000000000000000000000000000614316565b5b60006001905060008351905060005b81811015614f46576000858281518110614cf057fe5b60200260200101519050600073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff161480614d615750600173ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff16145b80614d9757503073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff16145b80614dcd57508073ffffffffffffffffffffffffffffffffffffffff168473ffffffffffffffffffffffffffffffffffffffff16145b15614dfc57614dfb7f4753323033000000000000000000000000000000000000000000000000000000614316565b5b600073ffffffffffffffffffffffffffffffffffffffff16600260008373ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff1614614eb957614eb87f4753323034000000000000000000000000000000000000000000000000000000614316565b5b80600260008673ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff16021790555080935050806001019050614cda565b506001600260008473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff160217905550806003819055508260048190555050505050565b3073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff161415615038576150377f4753343030000000000000000000000000000000000000000000000000000000614316565b5b807f6c9a6c4a39284e37ed1cf53d337577d14212a4870fb976a4366c693b939918d55550565b600073ffffffffffffffffffffffffffffffffffffffff1660016000600173ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff161461511c5761511b7f4753313030000000000000000000000000000000000000000000000000000000614316565b5b6001806000600173ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff16815260200190815260200160002060006101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff160217905550600073ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff1614615264576151d882615382565b615206576152057f4753303032000000000000000000000000000000000000000000000000000000614316565b5b6152358260008360017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61487f565b615263576152627f4753303030000000000000000000000000000000000000000000000000000000614316565b5b5b5050565b60008082840190508381101561527d57600080fd5b8091505092915050565b50505050565b6000807fb104e0b93118902c651344349b610029d694cfdec91c589c91ebafbcd028994760001b9050805491505090565b60008063a9059cbb8484604051602401808373ffffffffffffffffffffffffffffffffffffffff168152602001828152602001925050506040516020818303038152906040529060e01b6020820180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff83818316178352505050509050602060008251602084016000896127105a03f13d60008114615365576020811461536d5760009350615378565b819350615378565b600051158215171593505b5050509392505050565b600080823b90506000811191505091905056fea26469706673582212209a2e21511303be354f644bd2370dafe8bffb1ce6653c5075c9142ccc42d1534464736f6c63430007060033';

export const safeProxyFactoryAbi = [
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "contract SafeProxy",
    "name": "proxy",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "singleton",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "initializer",
    "type": "bytes"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "saltNonce",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "chainId",
    "type": "uint256"
   }
  ],
  "name": "ChainSpecificProxyCreationL2",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "contract SafeProxy",
    "name": "proxy",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "singleton",
    "type": "address"
   }
  ],
  "name": "ProxyCreation",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "contract SafeProxy",
    "name": "proxy",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "singleton",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "initializer",
    "type": "bytes"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "saltNonce",
    "type": "uint256"
   }
  ],
  "name": "ProxyCreationL2",
  "type": "event"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "_singleton",
    "type": "address"
   },
   {
    "internalType": "bytes",
    "name": "initializer",
    "type": "bytes"
   },
   {
    "internalType": "uint256",
    "name": "saltNonce",
    "type": "uint256"
   }
  ],
  "name": "createChainSpecificProxyWithNonce",
  "outputs": [
   {
    "internalType": "contract SafeProxy",
    "name": "proxy",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "_singleton",
    "type": "address"
   },
   {
    "internalType": "bytes",
    "name": "initializer",
    "type": "bytes"
   },
   {
    "internalType": "uint256",
    "name": "saltNonce",
    "type": "uint256"
   }
  ],
  "name": "createChainSpecificProxyWithNonceL2",
  "outputs": [
   {
    "internalType": "contract SafeProxy",
    "name": "proxy",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "_singleton",
    "type": "address"
   },
   {
    "internalType": "bytes",
    "name": "initializer",
    "type": "bytes"
   },
   {
    "internalType": "uint256",
    "name": "saltNonce",
    "type": "uint256"
   }
  ],
  "name": "createProxyWithNonce",
  "outputs": [
   {
    "internalType": "contract SafeProxy",
    "name": "proxy",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "_singleton",
    "type": "address"
   },
   {
    "internalType": "bytes",
    "name": "initializer",
    "type": "bytes"
   },
   {
    "internalType": "uint256",
    "name": "saltNonce",
    "type": "uint256"
   }
  ],
  "name": "createProxyWithNonceL2",
  "outputs": [
   {
    "internalType": "contract SafeProxy",
    "name": "proxy",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "getChainId",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "proxyCreationCode",
  "outputs": [
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 }
] as const;

export const safeProxyFactoryBytecode = '0x608060405234801561001057600080fd5b50610cf9806100206000396000f3fe608060405234801561001057600080fd5b50600436106100625760003560e01c80631688f0b9146100675780631a334b0b146101765780633408e470146102855780634662f9d6146102a357806353e5d935146103b2578063ec9e80bb14610435575b600080fd5b61014a6004803603606081101561007d57600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803590602001906401000000008111156100ba57600080fd5b8201836020820111156100cc57600080fd5b803590602001918460018302840111640100000000831117156100ee57600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f82011690508083019250505050505050919291929080359060200190929190505050610544565b604051808273ffffffffffffffffffffffffffffffffffffffff16815260200191505060405180910390f35b6102596004803603606081101561018c57600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803590602001906401000000008111156101c957600080fd5b8201836020820111156101db57600080fd5b803590602001918460018302840111640100000000831117156101fd57600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f820116905080830192505050505050509192919290803590602001909291905050506105f8565b604051808273ffffffffffffffffffffffffffffffffffffffff16815260200191505060405180910390f35b61028d6106f6565b6040518082815260200191505060405180910390f35b610386600480360360608110156102b957600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff169060200190929190803590602001906401000000008111156102f657600080fd5b82018360208201111561030857600080fd5b8035906020019184600183028401116401000000008311171561032a57600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f82011690508083019250505050505050919291929080359060200190929190505050610703565b604051808273ffffffffffffffffffffffffffffffffffffffff16815260200191505060405180910390f35b6103ba6107f2565b6040518080602001828103825283818151815260200191508051906020019080838360005b838110156103fa5780820151818401526020810190506103df565b50505050905090810190601f1680156104275780820380516001836020036101000a031916815260200191505b509250505060405180910390f35b6105186004803603606081101561044b57600080fd5b81019080803573ffffffffffffffffffffffffffffffffffffffff1690602001909291908035906020019064010000000081111561048857600080fd5b82018360208201111561049a57600080fd5b803590602001918460018302840111640100000000831117156104bc57600080fd5b91908080601f016020809104026020016040519081016040528093929190818152602001838380828437600081840152601f19601f8201169050808301925050505050505091929192908035906020019092919050505061081d565b604051808273ffffffffffffffffffffffffffffffffffffffff16815260200191505060405180910390f35b600080838051906020012083604051602001808381526020018281526020019250505060405160208183030381529060405280519060200120905061058a8585836108e0565b91508173ffffffffffffffffffffffffffffffffffffffff167f4f51faf6c4561ff95f067657e43439f0f856d97c04d9ec9070a6199ad418e23586604051808273ffffffffffffffffffffffffffffffffffffffff16815260200191505060405180910390a2509392505050565b600061060584848461081d565b90508073ffffffffffffffffffffffffffffffffffffffff167f7a1c96f74273709828c0e67ab96189772005d3b4948bc6902693eb21e4e2cc6a85858561064a6106f6565b604051808573ffffffffffffffffffffffffffffffffffffffff16815260200180602001848152602001838152602001828103825285818151815260200191508051906020019080838360005b838110156106b2578082015181840152602081019050610697565b50505050905090810190601f1680156106df5780820380516001836020036101000a031916815260200191505b509550505050505060405180910390a29392505050565b6000804690508091505090565b6000610710848484610544565b90508073ffffffffffffffffffffffffffffffffffffffff167f6e78ae8c51534f0b801d7aa7cce5a2113f3c3368c61b06fa61415f361d400431858585604051808473ffffffffffffffffffffffffffffffffffffffff16815260200180602001838152602001828103825284818151815260200191508051906020019080838360005b838110156107af578082015181840152602081019050610794565b50505050905090810190601f1680156107dc5780820380516001836020036101000a031916815260200191505b5094505050505060405180910390a29392505050565b60606040518060200161080490610b00565b6020820181038252601f19601f82011660405250905090565b6000808380519060200120836108316106f6565b6040516020018084815260200183815260200182815260200193505050506040516020818303038152906040528051906020012090506108728585836108e0565b91508173ffffffffffffffffffffffffffffffffffffffff167f4f51faf6c4561ff95f067657e43439f0f856d97c04d9ec9070a6199ad418e23586604051808273ffffffffffffffffffffffffffffffffffffffff16815260200191505060405180910390a2509392505050565b60006108eb84610aed565b61095d576040517f08c379a000000000000000000000000000000000000000000000000000000000815260040180806020018281038252601f8152602001807f53696e676c65746f6e20636f6e7472616374206e6f74206465706c6f7965640081525060200191505060405180910390fd5b60006040518060200161096f90610b00565b6020820181038252601f19601f820116604052508573ffffffffffffffffffffffffffffffffffffffff166040516020018083805190602001908083835b602083106109d057805182526020820191506020810190506020830392506109ad565b6001836020036101000a038019825116818451168082178552505050505050905001828152602001925050506040516020818303038152906040529050828151826020016000f59150600073ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff161415610abc576040517f08c379a00000000000000000000000000000000000000000000000000000000081526004018080602001828103825260138152602001807f437265617465322063616c6c206661696c65640000000000000000000000000081525060200191505060405180910390fd5b600084511115610ae5576000808551602087016000865af1610ae4576040513d6000823e3d81fd5b5b509392505050565b600080823b905060008111915050919050565b6101b680610b0e8339019056fe608060405234801561001057600080fd5b506040516101b63803806101b68339818101604052602081101561003357600080fd5b8101908080519060200190929190505050600073ffffffffffffffffffffffffffffffffffffffff168173ffffffffffffffffffffffffffffffffffffffff1614156100ca576040517f08c379a00000000000000000000000000000000000000000000000000000000081526004018080602001828103825260228152602001806101946022913960400191505060405180910390fd5b806000806101000a81548173ffffffffffffffffffffffffffffffffffffffff021916908373ffffffffffffffffffffffffffffffffffffffff16021790555050607b806101196000396000f3fe608060405260005463a619486e60003560e01c14156024578060601b606c5260206060f35b3660008037600080366000845af43d6000803e806040573d6000fd5b3d6000f3fea2646970667358221220e61834ebd2d8cd909d362bf67c47ef58fd665df38e6dd036ce65611101d072e964736f6c63430007060033496e76616c69642073696e676c65746f6e20616464726573732070726f7669646564a2646970667358221220c459ca945b94a10bbb10ebb35ee4a4e094cf6d9bfba97f85efb09c47cc9bac0a64736f6c63430007060033';
