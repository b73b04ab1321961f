// Made by `npm run generate -w contracts` from the Solidity sources. Not to be edited.

export const otpNotaryAbi = [
 {
  "inputs": [],
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
    "internalType": "uint48",
    "name": "schedule",
    "type": "uint48"
   }
  ],
  "name": "AccessControlEnforcedDefaultAdminDelay",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "AccessControlEnforcedDefaultAdminRules",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "defaultAdmin",
    "type": "address"
   }
  ],
  "name": "AccessControlInvalidDefaultAdmin",
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
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   }
  ],
  "name": "DuplicateLog",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "batch",
    "type": "uint64"
   }
  ],
  "name": "EmptySettlement",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "EnforcedPause",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "ExpectedPause",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "headSize",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "size",
    "type": "uint64"
   }
  ],
  "name": "InconsistentTree",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "InvalidAccount",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "InvalidInitialization",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "InvalidLog",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   }
  ],
  "name": "LogFull",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "NotInitializing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   }
  ],
  "name": "NothingToAnchor",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "length",
    "type": "uint256"
   }
  ],
  "name": "ProofTooLong",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "bits",
    "type": "uint8"
   },
   {
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   }
  ],
  "name": "SafeCastOverflowedUintDowncast",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "batch",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "issuedBelow",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "matureSize",
    "type": "uint64"
   }
  ],
  "name": "SettlementNotMature",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "Sha256Unavailable",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "length",
    "type": "uint256"
   }
  ],
  "name": "TooManySettlements",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "size",
    "type": "uint64"
   },
   {
    "internalType": "bytes32",
    "name": "headRoot",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "root",
    "type": "bytes32"
   }
  ],
  "name": "TreeForked",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "headSize",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "size",
    "type": "uint64"
   }
  ],
  "name": "TreeShrinks",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "size",
    "type": "uint64"
   }
  ],
  "name": "TreeTooLarge",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "length",
    "type": "uint256"
   }
  ],
  "name": "UnexpectedProof",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   }
  ],
  "name": "UnknownLog",
  "type": "error"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "index",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "size",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "root",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "settlementsHash",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "time",
    "type": "uint64"
   }
  ],
  "name": "Anchored",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [],
  "name": "DefaultAdminDelayChangeCanceled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "uint48",
    "name": "newDelay",
    "type": "uint48"
   },
   {
    "indexed": false,
    "internalType": "uint48",
    "name": "effectSchedule",
    "type": "uint48"
   }
  ],
  "name": "DefaultAdminDelayChangeScheduled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [],
  "name": "DefaultAdminTransferCanceled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "newAdmin",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint48",
    "name": "acceptSchedule",
    "type": "uint48"
   }
  ],
  "name": "DefaultAdminTransferScheduled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "version",
    "type": "uint64"
   }
  ],
  "name": "Initialized",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "string",
    "name": "origin",
    "type": "string"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "keyHash",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint16",
    "name": "life",
    "type": "uint16"
   }
  ],
  "name": "LogCreated",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "Paused",
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
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "batch",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "count",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "issuedBelow",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "root",
    "type": "bytes32"
   }
  ],
  "name": "Settled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "Unpaused",
  "type": "event"
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
  "name": "GOVERNOR_ROLE",
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
  "name": "GUARDIAN_ROLE",
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
  "name": "MAX_SETTLEMENTS",
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
  "name": "RELAYER_ROLE",
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
  "name": "acceptDefaultAdminTransfer",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "size",
    "type": "uint64"
   },
   {
    "internalType": "bytes32",
    "name": "root",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32[]",
    "name": "proof",
    "type": "bytes32[]"
   },
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "count",
      "type": "uint32"
     },
     {
      "internalType": "uint64",
      "name": "issuedBelow",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "root",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Settlement[]",
    "name": "settlements",
    "type": "tuple[]"
   }
  ],
  "name": "anchor",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "newAdmin",
    "type": "address"
   }
  ],
  "name": "beginDefaultAdminTransfer",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "cancelDefaultAdminTransfer",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint48",
    "name": "newDelay",
    "type": "uint48"
   }
  ],
  "name": "changeDefaultAdminDelay",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "string",
    "name": "origin",
    "type": "string"
   },
   {
    "internalType": "bytes32",
    "name": "keyHash",
    "type": "bytes32"
   },
   {
    "internalType": "uint16",
    "name": "life",
    "type": "uint16"
   }
  ],
  "name": "createLog",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "defaultAdmin",
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
  "name": "defaultAdminDelay",
  "outputs": [
   {
    "internalType": "uint48",
    "name": "",
    "type": "uint48"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "defaultAdminDelayIncreaseWait",
  "outputs": [
   {
    "internalType": "uint48",
    "name": "",
    "type": "uint48"
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
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   }
  ],
  "name": "head",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "size",
    "type": "uint64"
   },
   {
    "internalType": "bytes32",
    "name": "root",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint48",
    "name": "adminDelay",
    "type": "uint48"
   },
   {
    "internalType": "address",
    "name": "governor",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "relayer",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "guardian",
    "type": "address"
   }
  ],
  "name": "initialize",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   }
  ],
  "name": "logOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "string",
      "name": "origin",
      "type": "string"
     },
     {
      "internalType": "bytes32",
      "name": "keyHash",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "root",
      "type": "bytes32"
     },
     {
      "internalType": "uint40",
      "name": "size",
      "type": "uint40"
     },
     {
      "internalType": "uint40",
      "name": "candidateSize",
      "type": "uint40"
     },
     {
      "internalType": "uint40",
      "name": "matureSize",
      "type": "uint40"
     },
     {
      "internalType": "uint40",
      "name": "candidateTime",
      "type": "uint40"
     },
     {
      "internalType": "uint32",
      "name": "nextBatch",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "anchorCount",
      "type": "uint32"
     },
     {
      "internalType": "uint16",
      "name": "life",
      "type": "uint16"
     }
    ],
    "internalType": "struct LogView",
    "name": "",
    "type": "tuple"
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
  "name": "pause",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "paused",
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
    "name": "originId",
    "type": "bytes32"
   }
  ],
  "name": "peaks",
  "outputs": [
   {
    "internalType": "uint32",
    "name": "anchorCount",
    "type": "uint32"
   },
   {
    "internalType": "bytes32[]",
    "name": "hashes",
    "type": "bytes32[]"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "pendingDefaultAdmin",
  "outputs": [
   {
    "internalType": "address",
    "name": "newAdmin",
    "type": "address"
   },
   {
    "internalType": "uint48",
    "name": "schedule",
    "type": "uint48"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "pendingDefaultAdminDelay",
  "outputs": [
   {
    "internalType": "uint48",
    "name": "newDelay",
    "type": "uint48"
   },
   {
    "internalType": "uint48",
    "name": "schedule",
    "type": "uint48"
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
  "inputs": [],
  "name": "rollbackDefaultAdminDelay",
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
  "inputs": [],
  "name": "unpause",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "size",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "root",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "settlementsHash",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     }
    ],
    "internalType": "struct AnchorRecord",
    "name": "record",
    "type": "tuple"
   },
   {
    "internalType": "bytes32[]",
    "name": "path",
    "type": "bytes32[]"
   }
  ],
  "name": "verifyAnchored",
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
    "name": "originId",
    "type": "bytes32"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "size",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "root",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "settlementsHash",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     }
    ],
    "internalType": "struct AnchorRecord",
    "name": "record",
    "type": "tuple"
   },
   {
    "internalType": "bytes32[]",
    "name": "anchorPath",
    "type": "bytes32[]"
   },
   {
    "internalType": "uint64",
    "name": "firstBatch",
    "type": "uint64"
   },
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "count",
      "type": "uint32"
     },
     {
      "internalType": "uint64",
      "name": "issuedBelow",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "root",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Settlement[]",
    "name": "settlements",
    "type": "tuple[]"
   },
   {
    "internalType": "uint64",
    "name": "batch",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "position",
    "type": "uint32"
   },
   {
    "internalType": "uint8",
    "name": "fate",
    "type": "uint8"
   },
   {
    "internalType": "uint64",
    "name": "logIndex",
    "type": "uint64"
   },
   {
    "internalType": "bytes32[]",
    "name": "path",
    "type": "bytes32[]"
   }
  ],
  "name": "verifyFate",
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
    "name": "originId",
    "type": "bytes32"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "size",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "root",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "settlementsHash",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     }
    ],
    "internalType": "struct AnchorRecord",
    "name": "record",
    "type": "tuple"
   },
   {
    "internalType": "bytes32[]",
    "name": "anchorPath",
    "type": "bytes32[]"
   },
   {
    "internalType": "bytes32",
    "name": "leafHash",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "leafIndex",
    "type": "uint64"
   },
   {
    "internalType": "bytes32[]",
    "name": "proof",
    "type": "bytes32[]"
   }
  ],
  "name": "verifyInclusion",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const otpNotaryBytecode = '0x6080806040523460aa575f5160206147ec5f395f51905f525460ff8160401c16609b576002600160401b03196001600160401b038216016049575b60405161473d90816100af8239f35b6001600160401b0319166001600160401b039081175f5160206147ec5f395f51905f525581527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d290602090a15f80603a565b63f92ee8a960e01b5f5260045ffd5b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c90816301ffc9a714612c4757508063022d63fb14612c0c57806307530fb414612b8557806308418e15146129815780630aa6220b146128215780631d218986146127e7578063248a9ca31461277757806324ea54f41461271f57806328c00c5c146126165780632f2ff15d1461259557806336568abe1461238e5780633f4ba83a1461229557806346895d9b146121595780635c975abb146120fa5780635e5d164314611e45578063634e93da14611cf7578063649a5ec7146119e55780638456cb591461189457806384ef8ffc1461188f5780638da5cb5b1461188f57806391d14854146117fb578063926d7d7f146117a3578063a1eda53c14611704578063a217fddf146116cc578063a278caed146111b1578063cc8463c814611169578063ccc5749014611111578063cefc142914610f5c578063cf6eefb714610eb3578063d547741f14610e03578063d602b9fd14610d4d578063f11f325e14610612578063f339e3b2146105bc5763f49fe9cf14610192575f80fd5b346105b85760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760043567ffffffffffffffff81116105b857366023820112156105b857806004013567ffffffffffffffff81116105b8576024820136602483850101116105b857602435916044359161ffff8316938484036105b85761021f613467565b610227613c09565b821515806105ad575b1580156105a5575b801561059d575b6105755760205f6040518585823780868101838152039060025afa1561056a575f5193845f527f793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e0060205260405f209061ffff825460e01c1661053e5781547401000000000000000000000000000000000000000060e09290921b7dffff00000000000000000000000000000000000000000000000000000000167fffff0000ffffffff00000000ffffffffffffffffffffffffffffffffffffffff9091161717815560028101829055602301805461031690613187565b96601f88116104ef575b602097505f90601f86116001146103fd578587986080958297957f3fe9d368e434f03d86aa11279264a705c6e1484d74ea1f0f841107a6dd8ceb20997fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe096601f965f926103ef575b50508460011b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8660031b1c19161790555b60405197889660608852816060890152888801375f8784880101528b860152604085015201168101030190a2604051908152f35b602492500101355f80610388565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0861691835f52895f20925f5b8181106104d55750986080958897957fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe095601f958a957f3fe9d368e434f03d86aa11279264a705c6e1484d74ea1f0f841107a6dd8ceb209c8e9f1061049a575b505050600184811b0190556103bb565b01602401357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff600387901b60f8161c191690555f808061048a565b91938b60018192602488880101358155019501920161042a565b8488111561032057815f5260205f20601f860160051c9060208710610536575b810198601f0160051c035f5b818110610529575050610320565b5f8a82015560010161051b565b5f915061050f565b857f65ef6aed000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6040513d5f823e3d90fd5b7faff8c4eb000000000000000000000000000000000000000000000000000000005f5260045ffd5b50841561023f565b508015610238565b5060ff831115610230565b5f80fd5b346105b85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760406105f8600435613342565b600164ffffffffff82541691015482519182526020820152f35b346105b85760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760243560043567ffffffffffffffff82168083036105b85760443560643567ffffffffffffffff81116105b85761067c903690600401612d36565b92909160843567ffffffffffffffff81116105b85761069f903690600401612d9f565b335f9081527fa9ed30483ca8e7e18edb58c7d68a44612fe881c88cebad0b52b41698e9844de2602052604090205490919060ff1615610cfd576106e0613c09565b865f527f793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e0060205260405f209761071589613101565b9460c086019661ffff88511615610cd15764ffffffffff8211610ca557606087019861074f64ffffffffff8b511661ffff8b51169061324f565b4210159264ffffffffff8951168d8183145f14610bb55750509091508515801590610b99575b158015610b91575b610b655760018c015490818803610b3157505080610b065750906107ab9392915b610adf575b508488613c5c565b60a083019663ffffffff8851169763ffffffff8914610ab35764ffffffffff855116604051956107da876130a4565b8a875260208701918252856040880152846060880152608087019667ffffffffffffffff4216885261081060038601918c613e96565b905f905b8d60018082851c1614610a8257509061082c916133c3565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff829392549160031b92831b921b191617905560018b019363ffffffff8511610a555761ffff608099868b610a37957ffb3d75b7ce9924e57382c02e9c58afa2dffdef6b5fea6710cfc4b276ce7019a79e67ffffffffffffffff9a9963ffffffff8c9b16905264ffffffffff825116908754917fffffffffffffffffffffffff0000000000ffffffffffffffffffffffffffffff69ffffffffff0000000000602086015160281b16917fffffffffffffffffffffffffffffffffff00000000000000000000000000000073ffffffffff0000000000000000000000000000006effffffffff00000000000000000000604089015160501b16955160781b1695161716171717865501517fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff77ffffffff00000000000000000000000000000000000000008087549360a01b161691161784557fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff7bffffffff00000000000000000000000000000000000000000000000085549260c01b16911617835551167fffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffffff7dffff0000000000000000000000000000000000000000000000000000000083549260e01b169116179055565b511693511691604051938452602084015260408301526060820152a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b91926001610aaa610aa48293610a9888876133c3565b90549060031b1c6145b9565b956133d2565b93505050610814565b877f079f3050000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b64ffffffffff602087019181835116604089015216905264ffffffffff42168752896107a3565b7fd713a2f3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b8792507fd16d6a03000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b8a7f8766e759000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50801561077d565b5082801561077557508064ffffffffff60408a01511610610775565b600101938454828410610c755760298511610c49578a9083610bf657505050505080610b06575090856107ab959493925b64ffffffffff841689525561079e565b90848495969392610c0695614410565b15610c1b57505090856107ab95949392610be6565b7f7dc078dc000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847fab6a0683000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50507fdd17577c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b507f03c2670d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b897f3d199f11000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004527fe2b7fb3b832174769106daebcfd6d1970523240dda11281102db9363b83b0dc460245260445ffd5b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b857610d836133ff565b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840080547fffffffffffff0000000000000000000000000000000000000000000000000000811690915560a01c65ffffffffffff16610ddd57005b7f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a96051095f80a1005b346105b85760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b857600435610e3d612d7c565b8115610e8b5781610e84610e7f610e89945f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b626800602052600160405f20015490565b6134ef565b61418c565b005b7f3fc3c27a000000000000000000000000000000000000000000000000000000005f5260045ffd5b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b857604065ffffffffffff610f367feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400549065ffffffffffff73ffffffffffffffffffffffffffffffffffffffff83169260a01c1690565b73ffffffffffffffffffffffffffffffffffffffff849392935193168352166020820152f35b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b8577feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984005473ffffffffffffffffffffffffffffffffffffffff1633036110e5577feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984005460a081901c65ffffffffffff169073ffffffffffffffffffffffffffffffffffffffff16811580156110db575b6110af576110659061105f73ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840154166140c2565b506139e7565b507feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840080547fffffffffffff0000000000000000000000000000000000000000000000000000169055005b507f19ca5ebb000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5042821015611017565b7fc22c8022000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760206040517f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f558152f35b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760206111a16131d8565b65ffffffffffff60405191168152f35b346105b85760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b8576111e8612dd0565b6111f0612d7c565b9060443573ffffffffffffffffffffffffffffffffffffffff8116928382036105b8576064359173ffffffffffffffffffffffffffffffffffffffff83168084036105b8577ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00549560ff8760401c16159667ffffffffffffffff8116801590816116c4575b60011490816116ba575b1590816116b1575b50611689578760017fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000008316177ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a0055611634575b501590811561162b575b50611603576112f16142a7565b6112f96142a7565b73ffffffffffffffffffffffffffffffffffffffff8216156115d7576115316115379261153d9579ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff00000000000000000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400549260d01b169116177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400556113b1816139e7565b506113ba6142a7565b7fe2b7fb3b832174769106daebcfd6d1970523240dda11281102db9363b83b0dc45f8181527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b6268006020527fa9ed30483ca8e7e18edb58c7d68a44612fe881c88cebad0b52b41698e9844de380547f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f5591829055909290917fbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff9080a47f55435dd261a4b9b3364963f7738a7a662ad9c84396d64be3365284bb7f0a50415f8181527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b6268006020527f18476f5b3d6d00091ddd56161ac5e9ba807d29b59f48f8df98938ee352a7cf2480547f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f5591829055909290917fbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff9080a4613ab0565b50613ada565b50613b04565b5061154457005b7fffffffffffffffffffffffffffffffffffffffffffffff00ffffffffffffffff7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a0054167ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00557fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2602060405160018152a1005b7fc22c8022000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7f6d187b28000000000000000000000000000000000000000000000000000000005f5260045ffd5b905015866112e4565b7fffffffffffffffffffffffffffffffffffffffffffffff0000000000000000001668010000000000000001177ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a0055876112da565b7ff92ee8a9000000000000000000000000000000000000000000000000000000005f5260045ffd5b90501589611287565b303b15915061127f565b899150611275565b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760206040515f8152f35b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b8577feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401548060d01c9081151580611799575b1561178f5760a01c65ffffffffffff165b6040805165ffffffffffff928316815292909116602083015290f35b50505f5f90611773565b5042821015611762565b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760206040517fe2b7fb3b832174769106daebcfd6d1970523240dda11281102db9363b83b0dc48152f35b346105b85760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b857611832612d7c565b6004355f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060ff60405f2054166040519015158152f35b612de5565b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b857335f9081527f18476f5b3d6d00091ddd56161ac5e9ba807d29b59f48f8df98938ee352a7cf23602052604090205460ff161561199557611900613c09565b60017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff007fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f033005416177fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f03300557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a2586020604051338152a1005b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004527f55435dd261a4b9b3364963f7738a7a662ad9c84396d64be3365284bb7f0a504160245260445ffd5b346105b85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b857611a1c612dd0565b611a246133ff565b611a2d4261425f565b9065ffffffffffff611a3d6131d8565b65ffffffffffff8316911680821115611cbd57507ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b9265ffffffffffff826206978080611a949510911802620697801816906139c9565b907feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401548060d01c80611bfc575b5050611b51817fffffffffffff000000000000ffffffffffffffffffffffffffffffffffffffff79ffffffffffff00000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401549260a01b169116177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840155565b611bdf8279ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff00000000000000000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401549260d01b169116177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840155565b6040805165ffffffffffff928316815292909116602083015290a1005b421115611c935779ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff00000000000000000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400549260301b169116177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400555b8380611ac1565b507f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec55f80a1611c8c565b0365ffffffffffff8111610a55577ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b92611a9491906139c9565b346105b85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760043573ffffffffffffffffffffffffffffffffffffffff81168091036105b857611d4f6133ff565b7f3377dc44241e779dd06afab5b788a35ca5f3b778836e2990bdb26a2a4b2e5ed66020611d8c611d7e4261425f565b611d866131d8565b906139c9565b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840080547fffffffffffff00000000000000000000000000000000000000000000000000008116861760a084811b79ffffffffffff00000000000000000000000000000000000000001691909117909255901c65ffffffffffff16611e1c575b65ffffffffffff60405191168152a2005b7f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a96051095f80a1611e0b565b346105b85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b8575f610120604051611e848161305a565b606081528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201520152611ec6600435613342565b611ecf81613101565b906023810190600160028201549101549264ffffffffff8151169064ffffffffff60208201511664ffffffffff60408301511664ffffffffff6060840151169063ffffffff6080850151169261ffff60c063ffffffff60a088015116960151169560405198611f3d8a61305a565b60405180915f90805490611f5082613187565b80855291600181169081156120bd5750600114612080575b505003611f7590826130c0565b89526020890197885260408901998a52606089019081526080890191825260a0890192835260c0890193845260e0890194855261010089019586526101208901968752604051998a9960208b52519860208b0161014090528a8a519a8b610160819301526020016101808d015e898b01610180015f90525160408b01525160608a01525164ffffffffff1660808901525164ffffffffff1660a08801525164ffffffffff1660c08701525164ffffffffff1660e08601525163ffffffff166101008501525163ffffffff166101208401525161ffff16610140830152601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0168101036101800190f35b5f908152602081209092505b8183106120a157505081016020018d80611f68565b602091935080600191548385880101520191019091839261208c565b9050602093507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0091501682840152151560051b8201018d80611f68565b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b857602060ff7fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f0330054166040519015158152f35b346105b8576101c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126105b85760c43567ffffffffffffffff81116105b8576121d3903690600401612d36565b9060e4359167ffffffffffffffff831683036105b8576101043567ffffffffffffffff81116105b85761220a903690600401612d9f565b9092906101243567ffffffffffffffff811681036105b8576101443563ffffffff811681036105b857610164359160ff831683036105b857610184359367ffffffffffffffff851685036105b8576101a4359767ffffffffffffffff89116105b85760209961228061228b9a3690600401612d36565b999098600435612e9c565b6040519015158152f35b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b8576122cb613467565b7fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f033005460ff811615612366577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00167fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f03300557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa6020604051338152a1005b7f8dfc202b000000000000000000000000000000000000000000000000000000005f5260045ffd5b346105b85760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b8576004356123c8612d7c565b81158061253f575b612423575b3373ffffffffffffffffffffffffffffffffffffffff8216036123fb57610e899161418c565b7f6697b232000000000000000000000000000000000000000000000000000000005f5260045ffd5b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984005465ffffffffffff60a082901c169073ffffffffffffffffffffffffffffffffffffffff161580159061252f575b801561251d575b6124e957507fffffffffffff000000000000ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840054167feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400556123d5565b65ffffffffffff907f19ca5ebb000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b504265ffffffffffff82161015612479565b5065ffffffffffff811615612472565b5073ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401541673ffffffffffffffffffffffffffffffffffffffff8216146123d0565b346105b85760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b8576004356125cf612d7c565b8115610e8b5781612611610e7f610e89945f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b626800602052600160405f20015490565b613b2e565b346105b8576101407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126105b85760c43567ffffffffffffffff81116105b857612690903690600401612d36565b610104359067ffffffffffffffff82168092036105b8576101243567ffffffffffffffff81116105b8576126cb6126d6913690600401612d36565b92909460043561325c565b91826126ea575b6020836040519015158152f35b9091506044359167ffffffffffffffff8316938484036105b85760209461271894506064359360e435613585565b82806126dd565b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760206040517f55435dd261a4b9b3364963f7738a7a662ad9c84396d64be3365284bb7f0a50418152f35b346105b85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760206127df6004355f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b626800602052600160405f20015490565b604051908152f35b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760206040516101008152f35b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b8576128576133ff565b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401548060d01c806128c0575b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401805473ffffffffffffffffffffffffffffffffffffffff169055005b4211156129575779ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff00000000000000000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400549260301b169116177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400555b8080612883565b507f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec55f80a1612950565b346105b85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b8576129bb600435613342565b600363ffffffff825460c01c1691015f9082805b612b4257506129f66129e0836133ab565b926129ee60405194856130c0565b8084526133ab565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020840192013683375f6020805b612a74575050506040519283926040840191845260406020850152518091526060830191905f5b818110612a5b575050500390f35b8251845285945060209384019390920191600101612a4d565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff819694959601818111610a555760018086831c1614612ae2575b508015610a55577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff018095949395612a26565b612aec90846133c3565b90549060031b1c612afc836133d2565b928751811015612b155760051b87016020015286612aaf565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b929091612b4e906133d2565b927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff810190808211610a55571680939291936129cf565b346105b85760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b85760a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126105b85760c43567ffffffffffffffff81116105b85761228b612c036020923690600401612d36565b9060043561325c565b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b8576020604051620697808152f35b346105b85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b857600435907fffffffff0000000000000000000000000000000000000000000000000000000082168092036105b857817f314987860000000000000000000000000000000000000000000000000000000060209314908115612cd9575b5015158152f35b7f7965db0b00000000000000000000000000000000000000000000000000000000811491508115612d0c575b5083612cd2565b7f01ffc9a70000000000000000000000000000000000000000000000000000000091501483612d05565b9181601f840112156105b85782359167ffffffffffffffff83116105b8576020808501948460051b0101116105b857565b359067ffffffffffffffff821682036105b857565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036105b857565b9181601f840112156105b85782359167ffffffffffffffff83116105b857602080850194606085020101116105b857565b6004359065ffffffffffff821682036105b857565b346105b8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105b857602073ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015416604051908152f35b3567ffffffffffffffff811681036105b85790565b9067ffffffffffffffff8091169116039067ffffffffffffffff8211610a5557565b9190811015612b15576060020190565b939a99989796959492909a67ffffffffffffffff821667ffffffffffffffff871610801561303d575b61302d5760843593612ed8818385613794565b850361301c5767ffffffffffffffff612ef4612efb9489612e6a565b1691612e8c565b99835f527f793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e0060205260405f2060a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126105b857604051612f5d816130a4565b6024359467ffffffffffffffff861686036105b85785825260443567ffffffffffffffff811681036105b85760208301526064356040830152606082015260a4359067ffffffffffffffff821682036105b857612fbf91608082015286613e96565b9063ffffffff815460c01c1667ffffffffffffffff861686036105b857612ff39567ffffffffffffffff1691600301613f38565b9788613005575b505050505050505090565b61300f9850613871565b5f80808080808080612ffa565b505050505050505050505050505f90565b5050505050505050505050505f90565b508367ffffffffffffffff6130528489612e6a565b161015612ec5565b610140810190811067ffffffffffffffff82111761307757604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60a0810190811067ffffffffffffffff82111761307757604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761307757604052565b9060405160e0810181811067ffffffffffffffff8211176130775760405260c061ffff82945464ffffffffff8116845264ffffffffff8160281c16602085015264ffffffffff8160501c16604085015264ffffffffff8160781c16606085015263ffffffff8160a01c16608085015263ffffffff81841c1660a085015260e01c16910152565b90600182811c921680156131ce575b60208310146131a157565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f1691613196565b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401548060d01c8015159081613245575b501561321c5760a01c65ffffffffffff1690565b507feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984005460d01c90565b905042115f613208565b91908201809211610a5557565b9190825f527f793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e0060205260405f2060a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126105b857604051936132c0856130a4565b60243567ffffffffffffffff8116918282036105b85781875260443567ffffffffffffffff811681036105b85760208801526064356040880152608435606088015260a43567ffffffffffffffff811681036105b8578760039261332b92608061333f9b0152613e96565b9363ffffffff815460c01c16925001613f38565b90565b90815f527f793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e0060205260405f209161ffff835460e01c16156133805750565b7f3d199f11000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b67ffffffffffffffff81116130775760051b60200190565b6020821015612b155701905f90565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8114610a555760010190565b335f9081527fb7db2dd08fcb62d0c9e08c51941cae53c267786a0b75803fb7960902fc8ef97d602052604090205460ff161561343757565b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004525f60245260445ffd5b335f9081527f75e09417c5070057df3eafe5054d52fa0b2a87d64a235e197963b615aedee803602052604090205460ff161561349f57565b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004527f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f5560245260445ffd5b805f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260ff60405f205416156135465750565b7fe2517d3f000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b9190811015612b155760051b0190565b92909493948281101561369057917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610a555792945f92915b8184106135e057505050501591826135da57505090565b14919050565b90929693958695929515613684576135f9888584613575565b35600180881614801561367b575b1561365f579061361c91600198979598614097565b925b600181161580613656575b1561363b5760011c9460011c9461361e565b6001909794979691929593965b811c93811c940192916135c3565b50801515613629565b61367590600192839a979a999694959899614097565b96613648565b50878714613607565b50505050925050505f90565b5050505050505f90565b92909493948281101561369057917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610a555792945f92915b8184106136ef57505050501591826135da57505090565b9092969395869592951561368457613708888584613575565b35600180881614801561378b575b1561376e579061372b91600398979598614097565b925b600181161580613765575b1561374a5760011c9460011c9461372d565b6001909794979691929593965b811c93811c940192916136d8565b50801515613738565b6137859060019260039a979a999694959899614097565b96613757565b50878714613716565b9190816137a2575050505f90565b90604051809282602083019567ffffffffffffffff6060850191168752604080850152526080820190925f905b80821061380f5750506138099250037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826130c0565b51902090565b9190925083359063ffffffff82168092036105b85760608160019382935267ffffffffffffffff61384260208901612d67565b166020820152604087013560408201520194019201849293916137cf565b3563ffffffff811681036105b85790565b95939296949160ff8416600281119081156139a4575b50613998577fffffffffffffffff0000000000000000000000000000000000000000000000005f937fff000000000000000000000000000000000000000000000000000000000000006020968360405195898701977f02000000000000000000000000000000000000000000000000000000000000008952602188015260c01b1660418601527fffffffff000000000000000000000000000000000000000000000000000000008c60e01b16604986015260f81b16604d84015260c01b16604e820152603681526139596056826130c0565b604051918291518091835e8101838152039060025afa1561056a5761333f935f5163ffffffff80604061398b88613860565b970135961692169061369a565b50505050505050505f90565b600291501415806139b6575b5f613887565b5067ffffffffffffffff831615156139b0565b9065ffffffffffff8091169116019065ffffffffffff8211610a5557565b73ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015416610e8b5780613aaa61333f9273ffffffffffffffffffffffffffffffffffffffff167fffffffffffffffffffffffff00000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015416177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840155565b5f6142fe565b61333f907f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f556142fe565b61333f907fe2b7fb3b832174769106daebcfd6d1970523240dda11281102db9363b83b0dc46142fe565b61333f907f55435dd261a4b9b3364963f7738a7a662ad9c84396d64be3365284bb7f0a50416142fe565b908115613b3f575b61333f916142fe565b73ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015416610e8b5761333f91613c028273ffffffffffffffffffffffffffffffffffffffff167fffffffffffffffffffffffff00000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015416177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840155565b9150613b36565b60ff7fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f033005416613c3457565b7fd93c0665000000000000000000000000000000000000000000000000000000005f5260045ffd5b939190928015613e8d576101008111613e6257608084019063ffffffff8251169263ffffffff613c8c838661324f565b11613e36579394604001935f5b67ffffffffffffffff811683811015613e1257613cb7818585612e8c565b90860167ffffffffffffffff8111610a555763ffffffff613cd783613860565b16158015613e06575b613dd057602082019167ffffffffffffffff613cfb84612e55565b64ffffffffff8b51169182911611613d8857507fe749db12f0f0c0e0c763e03a29146584cb0fcafd1b50e2a2223cc4a28a898f8d606067ffffffffffffffff8096959460408f9583613d55613d4f83613860565b99612e55565b63ffffffff84519a168a52166020890152013560408701521693a31667ffffffffffffffff8114610a5557600101613c99565b67ffffffffffffffff8381613d9c87612e55565b917f23a7c90c000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b67ffffffffffffffff907fd47cc888000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b50604082013515613ce0565b5050929190935061333f94955063ffffffff613e2e858461324f565b169052613794565b867f079f3050000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f7a996ead000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50509150505f90565b907fffffffffffffffff0000000000000000000000000000000000000000000000008151916020810151906040810151836080606084015193015193816040519760208901997f04000000000000000000000000000000000000000000000000000000000000008b5260218a015260c01b16604188015260c01b1660498601526051850152607184015260c01b166091820152607981526138096099826130c0565b9195949390808710156140385786187d0101020202020303030303030303000000000000000000000000000000006fffffffffffffffffffffffffffffffff821160071b67ffffffffffffffff83821c1160061b1763ffffffff83821c1160051b1761ffff83821c1160041b1760ff83821c1160031b17600f83821c1160021b1791821c1a17928385036140385793905f915b848310613fec57505050613fe1929394506133c3565b90549060031b1c1490565b90919460019081808a891c16145f1461401d576140149061400e888587613575565b356145b9565b95019190613fcb565b6140339061402c888587613575565b35906145b9565b614014565b505f955050505050565b60415f9160209360405191600183536001830152602182015260025afa60203d1416905f51911561406f57565b7f86a9562d000000000000000000000000000000000000000000000000000000005f5260045ffd5b6040516020935f9360419383536001830152602182015260025afa60203d1416905f51911561406f57565b61333f9073ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401541673ffffffffffffffffffffffffffffffffffffffff821614614121575b5f6145ff565b7fffffffffffffffffffffffff00000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840154167feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015561411b565b9061333f91801580614209575b156145ff577fffffffffffffffffffffffff00000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840154167feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401556145ff565b5073ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401541673ffffffffffffffffffffffffffffffffffffffff831614614199565b65ffffffffffff81116142775765ffffffffffff1690565b7f6dfcc650000000000000000000000000000000000000000000000000000000005f52603060045260245260445ffd5b60ff7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a005460401c16156142d657565b7fd7e6bcf8000000000000000000000000000000000000000000000000000000005f5260045ffd5b805f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260ff60405f205416155f1461440a57805f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0082541617905573ffffffffffffffffffffffffffffffffffffffff339216907f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d5f80a4600190565b50505f90565b939293919091801580156145af575b613690578515613690577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610a5557907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610a5557905b6001808216146145a257801593841561459a5783965b87951561458e5760ff5f9392935b16925b8184106144d057505050501593846144c6575b5050826135da57505090565b1492505f806144ba565b9092989584989592979415614580576144ea8a8584613575565b35956001808a16148015614577575b1561455b579061451061451692889b9a969b614042565b96614042565b925b600181161580614552575b156145355760011c9660011c96614518565b60019099949793969998919295985b811c93811c940192916144a7565b50801515614523565b9893919295614571906001929b9699989b614042565b96614544565b508989146144f9565b505050505050925050505f90565b60ff60019392936144a4565b803596614496565b60011c9060011c90614480565b508181101561441f565b906040519060208201927f0500000000000000000000000000000000000000000000000000000000000000845260218301526041820152604181526138096061826130c0565b805f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260ff60405f2054165f1461440a57805f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00815416905573ffffffffffffffffffffffffffffffffffffffff339216907ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b5f80a460019056fea26469706673582212202afbefefa81c1f732cb18510ec3812eb3edfcd591b7f068c0b03a2575c30d7e564736f6c63430008250033f0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00';

export const proxyAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "_logic",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "initialOwner",
    "type": "address"
   },
   {
    "internalType": "bytes",
    "name": "_data",
    "type": "bytes"
   }
  ],
  "stateMutability": "payable",
  "type": "constructor"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "target",
    "type": "address"
   }
  ],
  "name": "AddressEmptyCode",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "admin",
    "type": "address"
   }
  ],
  "name": "ERC1967InvalidAdmin",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "implementation",
    "type": "address"
   }
  ],
  "name": "ERC1967InvalidImplementation",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "ERC1967NonPayable",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "ERC1967ProxyUninitialized",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "FailedCall",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "ProxyDeniedAdminAccess",
  "type": "error"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "address",
    "name": "previousAdmin",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "newAdmin",
    "type": "address"
   }
  ],
  "name": "AdminChanged",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "implementation",
    "type": "address"
   }
  ],
  "name": "Upgraded",
  "type": "event"
 },
 {
  "stateMutability": "payable",
  "type": "fallback"
 }
] as const;

export const proxyBytecode = '0x60a0604052610def8038038061001481610260565b928339810160608282031261025c5761002c82610285565b9061003960208401610285565b604084015190936001600160401b03821161025c570181601f8201121561025c578051906001600160401b0382116102015761007e601f8301601f1916602001610260565b928284526020838301011161025c57815f9260208093018386015e8301015280511561024d57813b1561022c577f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc80546001600160a01b0319166001600160a01b0384169081179091557fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b5f80a28051156102155761011c91610299565b505b604051906106338083016001600160401b0381118482101761020157602092849261079c84396001600160a01b031681520301905ff080156101f65760018060a01b0316806080525f516020610dcf5f395f51905f52547f7e644d79422f17c01e4894b5f4f588d331ebfa28653d42ae832dc59e38c9798f6040805160018060a01b0384168152846020820152a181156101e3576001600160a01b031916175f516020610dcf5f395f51905f5255604051610476908161032682396080518160070152f35b633173bdd160e11b5f525f60045260245ffd5b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b5050341561011e5763b398979f60e01b5f5260045ffd5b50634c9c8ce360e01b5f9081526001600160a01b0391909116600452602490fd5b6330a289cf60e21b5f5260045ffd5b5f80fd5b6040519190601f01601f191682016001600160401b0381118382101761020157604052565b51906001600160a01b038216820361025c57565b905f8091602081519101845af48080610312575b156102cd5750506040513d81523d5f602083013e60203d82010160405290565b156102f257639996b31560e01b5f9081526001600160a01b0391909116600452602490fd5b3d15610303576040513d5f823e3d90fd5b63d6bda27560e01b5f5260045ffd5b503d1515806102ad5750813b15156102ad56fe6080604052337f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16036100bd575f357fffffffff00000000000000000000000000000000000000000000000000000000167f4f1ef28600000000000000000000000000000000000000000000000000000000146100b3577fd2b576ec000000000000000000000000000000000000000000000000000000005f5260045ffd5b6100bb61013e565b005b5f8073ffffffffffffffffffffffffffffffffffffffff7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc5416368280378136915af43d5f803e1561010d573d5ff35b3d5ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b366004116102355760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102355760043573ffffffffffffffffffffffffffffffffffffffff8116809103610235576024359067ffffffffffffffff821161023557366023830112156102355781600401359067ffffffffffffffff821161023957604051917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0603f81601f8401160116830183811067ffffffffffffffff821117610239576040528083523660248286010111610235576020815f9260246102339701838701378401015261023e565b565b5f80fd5b610111565b90813b1561032d5773ffffffffffffffffffffffffffffffffffffffff8216807fffffffffffffffffffffffff00000000000000000000000000000000000000007f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc5416177f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc557fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b5f80a28051156102fc576102f99161036f565b50565b50503461030557565b7fb398979f000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff827f4c9c8ce3000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b905f8091602081519101845af48080610414575b15610395575050610392610427565b90565b156103db577f9996b315000000000000000000000000000000000000000000000000000000005f5273ffffffffffffffffffffffffffffffffffffffff1660045260245ffd5b3d156103ec576040513d5f823e3d90fd5b7fd6bda275000000000000000000000000000000000000000000000000000000005f5260045ffd5b503d1515806103835750813b1515610383565b604051903d82523d5f602084013e60203d83010160405256fea26469706673582212203306d823422629ea7eb9be12b6c7d3749d38310fe214f18076139ed4ef256a6c64736f6c6343000825003360803460b857601f61063338819003918201601f19168301916001600160401b0383118484101760bc5780849260209460405283398101031260b857516001600160a01b0381169081900360b857801560a5575f80546001600160a01b031981168317825560405192916001600160a01b03909116907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09080a361056290816100d18239f35b631e4fbdf760e01b5f525f60045260245ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063715018a6146103c25780638da5cb5b146103725780639623609d146101c9578063ad3cb1cc146101465763f2fde38b14610051575f80fd5b346101435760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101435760043573ffffffffffffffffffffffffffffffffffffffff8116809103610141576100a96104e0565b80156101155773ffffffffffffffffffffffffffffffffffffffff8254827fffffffffffffffffffffffff00000000000000000000000000000000000000008216178455167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e08380a380f35b6024827f1e4fbdf700000000000000000000000000000000000000000000000000000000815280600452fd5b505b80fd5b503461014357807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261014357506101c560405161018760408261045c565b600581527f352e302e30000000000000000000000000000000000000000000000000000000602082015260405191829160208352602083019061049d565b0390f35b5060607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126103415760043573ffffffffffffffffffffffffffffffffffffffff81168091036103415760243573ffffffffffffffffffffffffffffffffffffffff81168091036103415760443567ffffffffffffffff8111610341573660238201121561034157806004013567ffffffffffffffff8111610345576040519161029d601f83017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0166020018461045c565b818352366024838301011161034157815f9260246020930183860137830101526102c56104e0565b823b1561034157610314925f926040518095819482937f4f1ef286000000000000000000000000000000000000000000000000000000008452600484015260406024840152604483019061049d565b039134905af1801561033657610328575080f35b61033491505f9061045c565b005b6040513d5f823e3d90fd5b5f80fd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b34610341575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261034157602073ffffffffffffffffffffffffffffffffffffffff5f5416604051908152f35b34610341575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610341576103f86104e0565b5f73ffffffffffffffffffffffffffffffffffffffff81547fffffffffffffffffffffffff000000000000000000000000000000000000000081168355167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e08280a3005b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761034557604052565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b73ffffffffffffffffffffffffffffffffffffffff5f5416330361050057565b7f118cdaa7000000000000000000000000000000000000000000000000000000005f523360045260245ffdfea2646970667358221220cdbccbbebef8dae8ebf7f8222f0a559b9c169a982168bcb6117554ac54dc1f2264736f6c63430008250033b53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103';
