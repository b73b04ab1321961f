// Made by `npm run generate -w contracts` from the Solidity sources. Not to be edited.

export const otpNotaryV2Abi = [
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
    "internalType": "uint64",
    "name": "round",
    "type": "uint64"
   }
  ],
  "name": "rehearse",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "rehearsedAt",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "",
    "type": "uint64"
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

export const otpNotaryV2Bytecode = '0x6080806040523460aa575f516020614aa45f395f51905f525460ff8160401c16609b576002600160401b03196001600160401b038216016049575b6040516149f590816100af8239f35b6001600160401b0319166001600160401b039081175f516020614aa45f395f51905f525581527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d290602090a15f80603a565b63f92ee8a960e01b5f5260045ffd5b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c90816301ffc9a714612eff57508063022d63fb14612ec457806307530fb414612e3d57806308418e1514612c395780630aa6220b14612ad95780631d21898614612a9f57806320950ae4146128a1578063248a9ca31461283157806324ea54f4146127d957806328c00c5c146126d05780632f2ff15d1461264f57806336568abe146124485780633f4ba83a1461234f57806346895d9b146122135780635c975abb146121b45780635e5d164314611eff578063634e93da14611db1578063649a5ec714611a9f5780638456cb591461194e57806384ef8ffc146119495780638da5cb5b1461194957806391d14854146118b5578063926d7d7f1461185d578063a1eda53c146117be578063a217fddf14611786578063a278caed1461122b578063cc8463c8146111e3578063ccc574901461118b578063cefc142914610fd6578063cf6eefb714610f2d578063cf7ff73614610ec9578063d547741f14610e19578063d602b9fd14610d63578063f11f325e14610628578063f339e3b2146105d25763f49fe9cf146101a8575f80fd5b346105ce5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760043567ffffffffffffffff81116105ce57366023820112156105ce57806004013567ffffffffffffffff81116105ce576024820136602483850101116105ce57602435916044359161ffff8316938484036105ce5761023561371f565b61023d613ec1565b821515806105c3575b1580156105bb575b80156105b3575b61058b5760205f6040518585823780868101838152039060025afa15610580575f5193845f527f793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e0060205260405f209061ffff825460e01c166105545781547401000000000000000000000000000000000000000060e09290921b7dffff00000000000000000000000000000000000000000000000000000000167fffff0000ffffffff00000000ffffffffffffffffffffffffffffffffffffffff9091161717815560028101829055602301805461032c9061343f565b96601f8811610505575b602097505f90601f8611600114610413578587986080958297957f3fe9d368e434f03d86aa11279264a705c6e1484d74ea1f0f841107a6dd8ceb20997fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe096601f965f92610405575b50508460011b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8660031b1c19161790555b60405197889660608852816060890152888801375f8784880101528b860152604085015201168101030190a2604051908152f35b602492500101355f8061039e565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0861691835f52895f20925f5b8181106104eb5750986080958897957fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe095601f958a957f3fe9d368e434f03d86aa11279264a705c6e1484d74ea1f0f841107a6dd8ceb209c8e9f106104b0575b505050600184811b0190556103d1565b01602401357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff600387901b60f8161c191690555f80806104a0565b91938b600181926024888801013581550195019201610440565b8488111561033657815f5260205f20601f860160051c906020871061054c575b810198601f0160051c035f5b81811061053f575050610336565b5f8a820155600101610531565b5f9150610525565b857f65ef6aed000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6040513d5f823e3d90fd5b7faff8c4eb000000000000000000000000000000000000000000000000000000005f5260045ffd5b508415610255565b50801561024e565b5060ff831115610246565b5f80fd5b346105ce5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57604061060e6004356135fa565b600164ffffffffff82541691015482519182526020820152f35b346105ce5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760243560043567ffffffffffffffff82168083036105ce5760443560643567ffffffffffffffff81116105ce57610692903690600401612fee565b92909160843567ffffffffffffffff81116105ce576106b5903690600401613057565b335f9081527fa9ed30483ca8e7e18edb58c7d68a44612fe881c88cebad0b52b41698e9844de2602052604090205490919060ff1615610d13576106f6613ec1565b865f527f793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e0060205260405f209761072b896133b9565b9460c086019661ffff88511615610ce75764ffffffffff8211610cbb57606087019861076564ffffffffff8b511661ffff8b511690613507565b4210159264ffffffffff8951168d8183145f14610bcb5750509091508515801590610baf575b158015610ba7575b610b7b5760018c015490818803610b4757505080610b1c5750906107c19392915b610af5575b508488613f14565b60a083019663ffffffff8851169763ffffffff8914610ac95764ffffffffff855116604051956107f08761335c565b8a875260208701918252856040880152846060880152608087019667ffffffffffffffff4216885261082660038601918c61414e565b905f905b8d60018082851c1614610a985750906108429161367b565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff829392549160031b92831b921b191617905560018b019363ffffffff8511610a6b5761ffff608099868b610a4d957ffb3d75b7ce9924e57382c02e9c58afa2dffdef6b5fea6710cfc4b276ce7019a79e67ffffffffffffffff9a9963ffffffff8c9b16905264ffffffffff825116908754917fffffffffffffffffffffffff0000000000ffffffffffffffffffffffffffffff69ffffffffff0000000000602086015160281b16917fffffffffffffffffffffffffffffffffff00000000000000000000000000000073ffffffffff0000000000000000000000000000006effffffffff00000000000000000000604089015160501b16955160781b1695161716171717865501517fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff77ffffffff00000000000000000000000000000000000000008087549360a01b161691161784557fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff7bffffffff00000000000000000000000000000000000000000000000085549260c01b16911617835551167fffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffffff7dffff0000000000000000000000000000000000000000000000000000000083549260e01b169116179055565b511693511691604051938452602084015260408301526060820152a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b91926001610ac0610aba8293610aae888761367b565b90549060031b1c614871565b9561368a565b9350505061082a565b877f079f3050000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b64ffffffffff602087019181835116604089015216905264ffffffffff42168752896107b9565b7fd713a2f3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b8792507fd16d6a03000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b8a7f8766e759000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b508015610793565b5082801561078b57508064ffffffffff60408a0151161061078b565b600101938454828410610c8b5760298511610c5f578a9083610c0c57505050505080610b1c575090856107c1959493925b64ffffffffff84168952556107b4565b90848495969392610c1c956146c8565b15610c3157505090856107c195949392610bfc565b7f7dc078dc000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847fab6a0683000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50507fdd17577c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b507f03c2670d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b897f3d199f11000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004527fe2b7fb3b832174769106daebcfd6d1970523240dda11281102db9363b83b0dc460245260445ffd5b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57610d996136b7565b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840080547fffffffffffff0000000000000000000000000000000000000000000000000000811690915560a01c65ffffffffffff16610df357005b7f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a96051095f80a1005b346105ce5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57600435610e53613034565b8115610ea15781610e9a610e95610e9f945f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b626800602052600160405f20015490565b6137a7565b614444565b005b7f3fc3c27a000000000000000000000000000000000000000000000000000000005f5260045ffd5b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57602067ffffffffffffffff7f43c153e50f67ef2adfb7c35755c634b81383fbcc9a5733b1a258246a212587005416604051908152f35b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57604065ffffffffffff610fb07feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400549065ffffffffffff73ffffffffffffffffffffffffffffffffffffffff83169260a01c1690565b73ffffffffffffffffffffffffffffffffffffffff849392935193168352166020820152f35b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce577feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984005473ffffffffffffffffffffffffffffffffffffffff16330361115f577feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984005460a081901c65ffffffffffff169073ffffffffffffffffffffffffffffffffffffffff1681158015611155575b611129576110df906110d973ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401541661437a565b50613c9f565b507feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840080547fffffffffffff0000000000000000000000000000000000000000000000000000169055005b507f19ca5ebb000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5042821015611091565b7fc22c8022000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760206040517f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f558152f35b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57602061121b613490565b65ffffffffffff60405191168152f35b346105ce5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57611262613088565b61126a613034565b9060443573ffffffffffffffffffffffffffffffffffffffff8116928382036105ce576064359173ffffffffffffffffffffffffffffffffffffffff83168084036105ce577ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00549567ffffffffffffffff60ff8860401c161597168015908161177e575b6001149081611774575b15908161176b575b50611743578660017fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000007ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a005416177ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00556116cd575b159081156116c4575b5061169c5761138a61455f565b61139261455f565b73ffffffffffffffffffffffffffffffffffffffff821615611670576115ca6115d0926115d69579ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff00000000000000000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400549260d01b169116177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984005561144a81613c9f565b5061145361455f565b7fe2b7fb3b832174769106daebcfd6d1970523240dda11281102db9363b83b0dc45f8181527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b6268006020527fa9ed30483ca8e7e18edb58c7d68a44612fe881c88cebad0b52b41698e9844de380547f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f5591829055909290917fbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff9080a47f55435dd261a4b9b3364963f7738a7a662ad9c84396d64be3365284bb7f0a50415f8181527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b6268006020527f18476f5b3d6d00091ddd56161ac5e9ba807d29b59f48f8df98938ee352a7cf2480547f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f5591829055909290917fbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff9080a4613d68565b50613d92565b50613dbc565b506115dd57005b7fffffffffffffffffffffffffffffffffffffffffffffff00ffffffffffffffff7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a0054167ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00557fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2602060405160018152a1005b7fc22c8022000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7f6d187b28000000000000000000000000000000000000000000000000000000005f5260045ffd5b9050158661137d565b680100000000000000007fffffffffffffffffffffffffffffffffffffffffffffff00ffffffffffffffff7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a005416177ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a0055611374565b7ff92ee8a9000000000000000000000000000000000000000000000000000000005f5260045ffd5b90501588611300565b303b1591506112f8565b8891506112ee565b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760206040515f8152f35b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce577feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401548060d01c9081151580611853575b156118495760a01c65ffffffffffff165b6040805165ffffffffffff928316815292909116602083015290f35b50505f5f9061182d565b504282101561181c565b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760206040517fe2b7fb3b832174769106daebcfd6d1970523240dda11281102db9363b83b0dc48152f35b346105ce5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce576118ec613034565b6004355f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060ff60405f2054166040519015158152f35b61309d565b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57335f9081527f18476f5b3d6d00091ddd56161ac5e9ba807d29b59f48f8df98938ee352a7cf23602052604090205460ff1615611a4f576119ba613ec1565b60017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff007fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f033005416177fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f03300557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a2586020604051338152a1005b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004527f55435dd261a4b9b3364963f7738a7a662ad9c84396d64be3365284bb7f0a504160245260445ffd5b346105ce5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57611ad6613088565b611ade6136b7565b611ae742614517565b9065ffffffffffff611af7613490565b65ffffffffffff8316911680821115611d7757507ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b9265ffffffffffff826206978080611b4e951091180262069780181690613c81565b907feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401548060d01c80611cb6575b5050611c0b817fffffffffffff000000000000ffffffffffffffffffffffffffffffffffffffff79ffffffffffff00000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401549260a01b169116177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840155565b611c998279ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff00000000000000000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401549260d01b169116177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840155565b6040805165ffffffffffff928316815292909116602083015290a1005b421115611d4d5779ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff00000000000000000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400549260301b169116177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400555b8380611b7b565b507f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec55f80a1611d46565b0365ffffffffffff8111610a6b577ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b92611b4e9190613c81565b346105ce5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760043573ffffffffffffffffffffffffffffffffffffffff81168091036105ce57611e096136b7565b7f3377dc44241e779dd06afab5b788a35ca5f3b778836e2990bdb26a2a4b2e5ed66020611e46611e3842614517565b611e40613490565b90613c81565b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840080547fffffffffffff00000000000000000000000000000000000000000000000000008116861760a084811b79ffffffffffff00000000000000000000000000000000000000001691909117909255901c65ffffffffffff16611ed6575b65ffffffffffff60405191168152a2005b7f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a96051095f80a1611ec5565b346105ce5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce575f610120604051611f3e81613312565b606081528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201520152611f806004356135fa565b611f89816133b9565b906023810190600160028201549101549264ffffffffff8151169064ffffffffff60208201511664ffffffffff60408301511664ffffffffff6060840151169063ffffffff6080850151169261ffff60c063ffffffff60a088015116960151169560405198611ff78a613312565b60405180915f9080549061200a8261343f565b8085529160018116908115612177575060011461213a575b50500361202f9082613378565b89526020890197885260408901998a52606089019081526080890191825260a0890192835260c0890193845260e0890194855261010089019586526101208901968752604051998a9960208b52519860208b0161014090528a8a519a8b610160819301526020016101808d015e898b01610180015f90525160408b01525160608a01525164ffffffffff1660808901525164ffffffffff1660a08801525164ffffffffff1660c08701525164ffffffffff1660e08601525163ffffffff166101008501525163ffffffff166101208401525161ffff16610140830152601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0168101036101800190f35b5f908152602081209092505b81831061215b57505081016020018d80612022565b6020919350806001915483858801015201910190918392612146565b9050602093507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0091501682840152151560051b8201018d80612022565b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57602060ff7fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f0330054166040519015158152f35b346105ce576101c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126105ce5760c43567ffffffffffffffff81116105ce5761228d903690600401612fee565b9060e4359167ffffffffffffffff831683036105ce576101043567ffffffffffffffff81116105ce576122c4903690600401613057565b9092906101243567ffffffffffffffff811681036105ce576101443563ffffffff811681036105ce57610164359160ff831683036105ce57610184359367ffffffffffffffff851685036105ce576101a4359767ffffffffffffffff89116105ce5760209961233a6123459a3690600401612fee565b999098600435613154565b6040519015158152f35b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5761238561371f565b7fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f033005460ff811615612420577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00167fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f03300557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa6020604051338152a1005b7f8dfc202b000000000000000000000000000000000000000000000000000000005f5260045ffd5b346105ce5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57600435612482613034565b8115806125f9575b6124dd575b3373ffffffffffffffffffffffffffffffffffffffff8216036124b557610e9f91614444565b7f6697b232000000000000000000000000000000000000000000000000000000005f5260045ffd5b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984005465ffffffffffff60a082901c169073ffffffffffffffffffffffffffffffffffffffff16158015906125e9575b80156125d7575b6125a357507fffffffffffff000000000000ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840054167feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984005561248f565b65ffffffffffff907f19ca5ebb000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b504265ffffffffffff82161015612533565b5065ffffffffffff81161561252c565b5073ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401541673ffffffffffffffffffffffffffffffffffffffff82161461248a565b346105ce5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57600435612689613034565b8115610ea157816126cb610e95610e9f945f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b626800602052600160405f20015490565b613de6565b346105ce576101407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126105ce5760c43567ffffffffffffffff81116105ce5761274a903690600401612fee565b610104359067ffffffffffffffff82168092036105ce576101243567ffffffffffffffff81116105ce57612785612790913690600401612fee565b929094600435613514565b91826127a4575b6020836040519015158152f35b9091506044359167ffffffffffffffff8316938484036105ce576020946127d294506064359360e43561383d565b8280612797565b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760206040517f55435dd261a4b9b3364963f7738a7a662ad9c84396d64be3365284bb7f0a50418152f35b346105ce5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760206128996004355f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b626800602052600160405f20015490565b604051908152f35b346105ce5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760043567ffffffffffffffff81168091036105ce577ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00548160ff8260401c16918215612a8a575b5050611743576020817fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2927fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000007ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a005416177ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00557fffffffffffffffffffffffffffffffffffffffffffffff00ffffffffffffffff7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00541667ffffffffffffffff42167fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000007f43c153e50f67ef2adfb7c35755c634b81383fbcc9a5733b1a258246a212587005416177f43c153e50f67ef2adfb7c35755c634b81383fbcc9a5733b1a258246a21258700557ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a0055604051908152a1005b67ffffffffffffffff16101590508183612917565b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760206040516101008152f35b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57612b0f6136b7565b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401548060d01c80612b78575b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401805473ffffffffffffffffffffffffffffffffffffffff169055005b421115612c0f5779ffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffff00000000000000000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400549260301b169116177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698400555b8080612b3b565b507f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec55f80a1612c08565b346105ce5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57612c736004356135fa565b600363ffffffff825460c01c1691015f9082805b612dfa5750612cae612c9883613663565b92612ca66040519485613378565b808452613663565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020840192013683375f6020805b612d2c575050506040519283926040840191845260406020850152518091526060830191905f5b818110612d13575050500390f35b8251845285945060209384019390920191600101612d05565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff819694959601818111610a6b5760018086831c1614612d9a575b508015610a6b577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff018095949395612cde565b612da4908461367b565b90549060031b1c612db48361368a565b928751811015612dcd5760051b87016020015286612d67565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b929091612e069061368a565b927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff810190808211610a6b57168093929193612c87565b346105ce5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce5760a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126105ce5760c43567ffffffffffffffff81116105ce57612345612ebb6020923690600401612fee565b90600435613514565b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce576020604051620697808152f35b346105ce5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57600435907fffffffff0000000000000000000000000000000000000000000000000000000082168092036105ce57817f314987860000000000000000000000000000000000000000000000000000000060209314908115612f91575b5015158152f35b7f7965db0b00000000000000000000000000000000000000000000000000000000811491508115612fc4575b5083612f8a565b7f01ffc9a70000000000000000000000000000000000000000000000000000000091501483612fbd565b9181601f840112156105ce5782359167ffffffffffffffff83116105ce576020808501948460051b0101116105ce57565b359067ffffffffffffffff821682036105ce57565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036105ce57565b9181601f840112156105ce5782359167ffffffffffffffff83116105ce57602080850194606085020101116105ce57565b6004359065ffffffffffff821682036105ce57565b346105ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105ce57602073ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015416604051908152f35b3567ffffffffffffffff811681036105ce5790565b9067ffffffffffffffff8091169116039067ffffffffffffffff8211610a6b57565b9190811015612dcd576060020190565b939a99989796959492909a67ffffffffffffffff821667ffffffffffffffff87161080156132f5575b6132e55760843593613190818385613a4c565b85036132d45767ffffffffffffffff6131ac6131b39489613122565b1691613144565b99835f527f793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e0060205260405f2060a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126105ce576040516132158161335c565b6024359467ffffffffffffffff861686036105ce5785825260443567ffffffffffffffff811681036105ce5760208301526064356040830152606082015260a4359067ffffffffffffffff821682036105ce576132779160808201528661414e565b9063ffffffff815460c01c1667ffffffffffffffff861686036105ce576132ab9567ffffffffffffffff16916003016141f0565b97886132bd575b505050505050505090565b6132c79850613b29565b5f808080808080806132b2565b505050505050505050505050505f90565b5050505050505050505050505f90565b508367ffffffffffffffff61330a8489613122565b16101561317d565b610140810190811067ffffffffffffffff82111761332f57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60a0810190811067ffffffffffffffff82111761332f57604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761332f57604052565b9060405160e0810181811067ffffffffffffffff82111761332f5760405260c061ffff82945464ffffffffff8116845264ffffffffff8160281c16602085015264ffffffffff8160501c16604085015264ffffffffff8160781c16606085015263ffffffff8160a01c16608085015263ffffffff81841c1660a085015260e01c16910152565b90600182811c92168015613486575b602083101461345957565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f169161344e565b7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401548060d01c80151590816134fd575b50156134d45760a01c65ffffffffffff1690565b507feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984005460d01c90565b905042115f6134c0565b91908201809211610a6b57565b9190825f527f793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e0060205260405f2060a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126105ce57604051936135788561335c565b60243567ffffffffffffffff8116918282036105ce5781875260443567ffffffffffffffff811681036105ce5760208801526064356040880152608435606088015260a43567ffffffffffffffff811681036105ce57876003926135e39260806135f79b015261414e565b9363ffffffff815460c01c169250016141f0565b90565b90815f527f793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e0060205260405f209161ffff835460e01c16156136385750565b7f3d199f11000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b67ffffffffffffffff811161332f5760051b60200190565b6020821015612dcd5701905f90565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8114610a6b5760010190565b335f9081527fb7db2dd08fcb62d0c9e08c51941cae53c267786a0b75803fb7960902fc8ef97d602052604090205460ff16156136ef57565b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004525f60245260445ffd5b335f9081527f75e09417c5070057df3eafe5054d52fa0b2a87d64a235e197963b615aedee803602052604090205460ff161561375757565b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004527f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f5560245260445ffd5b805f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260ff60405f205416156137fe5750565b7fe2517d3f000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b9190811015612dcd5760051b0190565b92909493948281101561394857917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610a6b5792945f92915b818410613898575050505015918261389257505090565b14919050565b9092969395869592951561393c576138b188858461382d565b356001808816148015613933575b1561391757906138d49160019897959861434f565b925b60018116158061390e575b156138f35760011c9460011c946138d6565b6001909794979691929593965b811c93811c9401929161387b565b508015156138e1565b61392d90600192839a979a99969495989961434f565b96613900565b508787146138bf565b50505050925050505f90565b5050505050505f90565b92909493948281101561394857917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610a6b5792945f92915b8184106139a7575050505015918261389257505090565b9092969395869592951561393c576139c088858461382d565b356001808816148015613a43575b15613a2657906139e39160039897959861434f565b925b600181161580613a1d575b15613a025760011c9460011c946139e5565b6001909794979691929593965b811c93811c94019291613990565b508015156139f0565b613a3d9060019260039a979a99969495989961434f565b96613a0f565b508787146139ce565b919081613a5a575050505f90565b90604051809282602083019567ffffffffffffffff6060850191168752604080850152526080820190925f905b808210613ac7575050613ac19250037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613378565b51902090565b9190925083359063ffffffff82168092036105ce5760608160019382935267ffffffffffffffff613afa6020890161301f565b16602082015260408701356040820152019401920184929391613a87565b3563ffffffff811681036105ce5790565b95939296949160ff841660028111908115613c5c575b50613c50577fffffffffffffffff0000000000000000000000000000000000000000000000005f937fff000000000000000000000000000000000000000000000000000000000000006020968360405195898701977f02000000000000000000000000000000000000000000000000000000000000008952602188015260c01b1660418601527fffffffff000000000000000000000000000000000000000000000000000000008c60e01b16604986015260f81b16604d84015260c01b16604e82015260368152613c11605682613378565b604051918291518091835e8101838152039060025afa15610580576135f7935f5163ffffffff806040613c4388613b18565b9701359616921690613952565b50505050505050505f90565b60029150141580613c6e575b5f613b3f565b5067ffffffffffffffff83161515613c68565b9065ffffffffffff8091169116019065ffffffffffff8211610a6b57565b73ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015416610ea15780613d626135f79273ffffffffffffffffffffffffffffffffffffffff167fffffffffffffffffffffffff00000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015416177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840155565b5f6145b6565b6135f7907f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f556145b6565b6135f7907fe2b7fb3b832174769106daebcfd6d1970523240dda11281102db9363b83b0dc46145b6565b6135f7907f55435dd261a4b9b3364963f7738a7a662ad9c84396d64be3365284bb7f0a50416145b6565b908115613df7575b6135f7916145b6565b73ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015416610ea1576135f791613eba8273ffffffffffffffffffffffffffffffffffffffff167fffffffffffffffffffffffff00000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d86984015416177feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840155565b9150613dee565b60ff7fcd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f033005416613eec57565b7fd93c0665000000000000000000000000000000000000000000000000000000005f5260045ffd5b93919092801561414557610100811161411a57608084019063ffffffff8251169263ffffffff613f448386613507565b116140ee579394604001935f5b67ffffffffffffffff8116838110156140ca57613f6f818585613144565b90860167ffffffffffffffff8111610a6b5763ffffffff613f8f83613b18565b161580156140be575b61408857602082019167ffffffffffffffff613fb38461310d565b64ffffffffff8b5116918291161161404057507fe749db12f0f0c0e0c763e03a29146584cb0fcafd1b50e2a2223cc4a28a898f8d606067ffffffffffffffff8096959460408f958361400d61400783613b18565b9961310d565b63ffffffff84519a168a52166020890152013560408701521693a31667ffffffffffffffff8114610a6b57600101613f51565b67ffffffffffffffff83816140548761310d565b917f23a7c90c000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b67ffffffffffffffff907fd47cc888000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b50604082013515613f98565b505092919093506135f794955063ffffffff6140e68584613507565b169052613a4c565b867f079f3050000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f7a996ead000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50509150505f90565b907fffffffffffffffff0000000000000000000000000000000000000000000000008151916020810151906040810151836080606084015193015193816040519760208901997f04000000000000000000000000000000000000000000000000000000000000008b5260218a015260c01b16604188015260c01b1660498601526051850152607184015260c01b16609182015260798152613ac1609982613378565b9195949390808710156142f05786187d0101020202020303030303030303000000000000000000000000000000006fffffffffffffffffffffffffffffffff821160071b67ffffffffffffffff83821c1160061b1763ffffffff83821c1160051b1761ffff83821c1160041b1760ff83821c1160031b17600f83821c1160021b1791821c1a17928385036142f05793905f915b8483106142a4575050506142999293945061367b565b90549060031b1c1490565b90919460019081808a891c16145f146142d5576142cc906142c688858761382d565b35614871565b95019190614283565b6142eb906142e488858761382d565b3590614871565b6142cc565b505f955050505050565b60415f9160209360405191600183536001830152602182015260025afa60203d1416905f51911561432757565b7f86a9562d000000000000000000000000000000000000000000000000000000005f5260045ffd5b6040516020935f9360419383536001830152602182015260025afa60203d1416905f51911561432757565b6135f79073ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401541673ffffffffffffffffffffffffffffffffffffffff8216146143d9575b5f6148b7565b7fffffffffffffffffffffffff00000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840154167feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401556143d3565b906135f7918015806144c1575b156148b7577fffffffffffffffffffffffff00000000000000000000000000000000000000007feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d869840154167feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401556148b7565b5073ffffffffffffffffffffffffffffffffffffffff7feef3dac4538c82c8ace4063ab0acd2d15cdb5883aa1dff7c2673abb3d8698401541673ffffffffffffffffffffffffffffffffffffffff831614614451565b65ffffffffffff811161452f5765ffffffffffff1690565b7f6dfcc650000000000000000000000000000000000000000000000000000000005f52603060045260245260445ffd5b60ff7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a005460401c161561458e57565b7fd7e6bcf8000000000000000000000000000000000000000000000000000000005f5260045ffd5b805f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260ff60405f205416155f146146c257805f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0082541617905573ffffffffffffffffffffffffffffffffffffffff339216907f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d5f80a4600190565b50505f90565b93929391909180158015614867575b613948578515613948577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610a6b57907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610a6b57905b60018082161461485a5780159384156148525783965b8795156148465760ff5f9392935b16925b818410614788575050505015938461477e575b50508261389257505090565b1492505f80614772565b9092989584989592979415614838576147a28a858461382d565b35956001808a1614801561482f575b1561481357906147c86147ce92889b9a969b6142fa565b966142fa565b925b60018116158061480a575b156147ed5760011c9660011c966147d0565b60019099949793969998919295985b811c93811c9401929161475f565b508015156147db565b9893919295614829906001929b9699989b6142fa565b966147fc565b508989146147b1565b505050505050925050505f90565b60ff600193929361475c565b80359661474e565b60011c9060011c90614738565b50818110156146d7565b906040519060208201927f050000000000000000000000000000000000000000000000000000000000000084526021830152604182015260418152613ac1606182613378565b805f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260ff60405f2054165f146146c257805f527f02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b62680060205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00815416905573ffffffffffffffffffffffffffffffffffffffff339216907ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b5f80a460019056fea26469706673582212209e8ea5fa88b4e9ef538f2c6a5caa8b17bb7067232a716b672a856859605be77d64736f6c63430008250033f0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00';
