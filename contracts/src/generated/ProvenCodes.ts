// Made by `npm run generate -w contracts` from the Solidity sources. Not to be edited.

export const provenCodesAbi = [
 {
  "inputs": [
   {
    "internalType": "contract IOtpNotary",
    "name": "notary_",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "batch",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "position",
    "type": "uint32"
   }
  ],
  "name": "AlreadyConsumed",
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
    "internalType": "uint32",
    "name": "position",
    "type": "uint32"
   }
  ],
  "name": "AlreadyFlagged",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "notary",
    "type": "address"
   }
  ],
  "name": "InvalidNotary",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "InvalidReceipt",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "keyHash",
    "type": "bytes32"
   }
  ],
  "name": "InvalidReceiptKey",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "NoContradiction",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "NotBound",
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
  "name": "NotGovernor",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "NotIssued",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "NotaryPaused",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "OtherCode",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "keyHash",
    "type": "bytes32"
   },
   {
    "internalType": "enum KeyStanding",
    "name": "standing",
    "type": "uint8"
   }
  ],
  "name": "ReceiptKeyStands",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "length",
    "type": "uint256"
   }
  ],
  "name": "StringsInsufficientHexLength",
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
    "name": "batch",
    "type": "uint64"
   },
   {
    "indexed": true,
    "internalType": "uint32",
    "name": "position",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "consumer",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "binding",
    "type": "bytes32"
   }
  ],
  "name": "ConsumedDirect",
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
    "indexed": true,
    "internalType": "uint32",
    "name": "position",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "fate",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "bytes16",
    "name": "challenge",
    "type": "bytes16"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "verifiedAt",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "keyHash",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "enum KeyStanding",
    "name": "standing",
    "type": "uint8"
   }
  ],
  "name": "Flagged",
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
    "internalType": "bytes32",
    "name": "keyHash",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "enum KeyStanding",
    "name": "standing",
    "type": "uint8"
   }
  ],
  "name": "ReceiptKeyChanged",
  "type": "event"
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
   }
  ],
  "name": "addReceiptKey",
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
    "internalType": "string",
    "name": "tenant",
    "type": "string"
   },
   {
    "internalType": "bytes32",
    "name": "binding",
    "type": "bytes32"
   },
   {
    "components": [
     {
      "components": [
       {
        "internalType": "uint64",
        "name": "issuedAt",
        "type": "uint64"
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
        "internalType": "uint64",
        "name": "expires",
        "type": "uint64"
       },
       {
        "internalType": "bytes32",
        "name": "challenge",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "channel",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "context",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "purpose",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "subject",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "tenant",
        "type": "bytes32"
       }
      ],
      "internalType": "struct IssuedLeaf",
      "name": "issued",
      "type": "tuple"
     },
     {
      "components": [
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
        "name": "index",
        "type": "uint64"
       },
       {
        "internalType": "bytes32[]",
        "name": "inclusion",
        "type": "bytes32[]"
       }
      ],
      "internalType": "struct LeafProof",
      "name": "place",
      "type": "tuple"
     },
     {
      "internalType": "bytes32",
      "name": "challengeSalt",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "tenantSalt",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "purposeSalt",
      "type": "bytes32"
     },
     {
      "components": [
       {
        "internalType": "string",
        "name": "origin",
        "type": "string"
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
        "internalType": "bytes16",
        "name": "challenge",
        "type": "bytes16"
       },
       {
        "internalType": "uint64",
        "name": "verifiedAt",
        "type": "uint64"
       },
       {
        "internalType": "uint64",
        "name": "logBy",
        "type": "uint64"
       }
      ],
      "internalType": "struct Receipt",
      "name": "receipt",
      "type": "tuple"
     },
     {
      "components": [
       {
        "internalType": "string",
        "name": "kid",
        "type": "string"
       },
       {
        "internalType": "bytes32",
        "name": "x",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "y",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
       },
       {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
       }
      ],
      "internalType": "struct ReceiptSignature",
      "name": "signature",
      "type": "tuple"
     }
    ],
    "internalType": "struct DirectProof",
    "name": "proof",
    "type": "tuple"
   }
  ],
  "name": "consumeDirect",
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
    "internalType": "address",
    "name": "consumer",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "binding",
    "type": "bytes32"
   }
  ],
  "name": "directPurpose",
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
    "internalType": "bytes32",
    "name": "originId",
    "type": "bytes32"
   },
   {
    "components": [
     {
      "internalType": "string",
      "name": "origin",
      "type": "string"
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
      "internalType": "bytes16",
      "name": "challenge",
      "type": "bytes16"
     },
     {
      "internalType": "uint64",
      "name": "verifiedAt",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "logBy",
      "type": "uint64"
     }
    ],
    "internalType": "struct Receipt",
    "name": "receipt",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "string",
      "name": "kid",
      "type": "string"
     },
     {
      "internalType": "bytes32",
      "name": "x",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "y",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "r",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "s",
      "type": "bytes32"
     }
    ],
    "internalType": "struct ReceiptSignature",
    "name": "signature",
    "type": "tuple"
   },
   {
    "internalType": "uint8",
    "name": "fate",
    "type": "uint8"
   },
   {
    "components": [
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
      "internalType": "bytes32[]",
      "name": "path",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct FateProof",
    "name": "settled",
    "type": "tuple"
   }
  ],
  "name": "flag",
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
    "name": "batch",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "position",
    "type": "uint32"
   }
  ],
  "name": "isConsumed",
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
    "internalType": "uint64",
    "name": "batch",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "position",
    "type": "uint32"
   }
  ],
  "name": "isFlagged",
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
  "name": "notary",
  "outputs": [
   {
    "internalType": "contract IOtpNotary",
    "name": "",
    "type": "address"
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
    "internalType": "bytes32",
    "name": "keyHash",
    "type": "bytes32"
   }
  ],
  "name": "receiptKey",
  "outputs": [
   {
    "internalType": "enum KeyStanding",
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
    "name": "originId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "keyHash",
    "type": "bytes32"
   }
  ],
  "name": "retireReceiptKey",
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
      "name": "issuedAt",
      "type": "uint64"
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
      "internalType": "uint64",
      "name": "expires",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "challenge",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "channel",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "commitment",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "context",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "purpose",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "subject",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "tenant",
      "type": "bytes32"
     }
    ],
    "internalType": "struct IssuedLeaf",
    "name": "issued",
    "type": "tuple"
   },
   {
    "components": [
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
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "inclusion",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct LeafProof",
    "name": "place",
    "type": "tuple"
   }
  ],
  "name": "verifyIssued",
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
      "name": "issuedAt",
      "type": "uint64"
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
      "internalType": "uint64",
      "name": "expires",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "challenge",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "channel",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "commitment",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "context",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "purpose",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "subject",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "tenant",
      "type": "bytes32"
     }
    ],
    "internalType": "struct IssuedLeaf",
    "name": "issued",
    "type": "tuple"
   },
   {
    "components": [
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
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "inclusion",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct LeafProof",
    "name": "place",
    "type": "tuple"
   },
   {
    "components": [
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
      "internalType": "bytes32[]",
      "name": "path",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct FateProof",
    "name": "fate",
    "type": "tuple"
   }
  ],
  "name": "verifyUnused",
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
      "name": "issuedAt",
      "type": "uint64"
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
      "internalType": "uint64",
      "name": "expires",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "challenge",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "channel",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "commitment",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "context",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "purpose",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "subject",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "tenant",
      "type": "bytes32"
     }
    ],
    "internalType": "struct IssuedLeaf",
    "name": "issued",
    "type": "tuple"
   },
   {
    "components": [
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
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "inclusion",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct LeafProof",
    "name": "place",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "verifiedAt",
      "type": "uint64"
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
      "internalType": "bytes32",
      "name": "challenge",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "context",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "purpose",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "subject",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "tenant",
      "type": "bytes32"
     }
    ],
    "internalType": "struct VerifiedLeaf",
    "name": "used",
    "type": "tuple"
   },
   {
    "components": [
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
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "inclusion",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct LeafProof",
    "name": "usedPlace",
    "type": "tuple"
   },
   {
    "components": [
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
      "internalType": "bytes32[]",
      "name": "path",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct FateProof",
    "name": "fate",
    "type": "tuple"
   }
  ],
  "name": "verifyUsed",
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

export const provenCodesBytecode = '0x60a0346100bd57601f614ba238819003918201601f19168301916001600160401b038311848410176100c1578084926020946040528339810103126100bd57516001600160a01b0381168082036100bd57803b156100ab5750608052604051614acc90816100d6823960805181818161017e015281816106da015281816109aa01528181610e3c0152818161122a0152818161222e0152818161240a015281816127290152612ff50152f35b633dde6b2b60e11b5f5260045260245ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c80630563fdce1461151957806322a83ae4146114c45780632ccdd7ba146111675780632d5a2bca146110b3578063329bf1821461107b5780633f8ccec814610f8a57806344cf594e14610dbe578063679bcc0614610d1157806369e4013c14610ba657806395ef37ef146106fe5780639d54c79d146106905763f4c9921b1461009d575f80fd5b346105105760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105105760043560243567ffffffffffffffff8111610510576100ef9036906004016115ea565b9091604435926064359067ffffffffffffffff82116105105781600401918036036102207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc820112610510576040517f5c975abb00000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610685575f91610656575b5061062e576101e4820135957fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff3d82018712156105105767ffffffffffffffff968301916101fd602485016117b9565b9561020a604486016117ce565b966084850190610219826117b9565b8b80610224866117b9565b1691161015918261060a575b508a61023e602488016117b9565b91169a168a14801591906105ea575b81156105e1575b506105b95761026d61026860648601611988565b612c25565b926040966102b78589516102818b826116cd565b600981527f6368616c6c656e6765000000000000000000000000000000000000000000000060208201526101848a01359061309b565b6084880135036105b9576102cc8c338c612925565b9188516102d98a826116cd565b600681527f74656e616e740000000000000000000000000000000000000000000000000000602082015261030c826119b5565b916103198b5193846116cd565b8083523681850111610510576020815f926103429683870137840101526101a48901359061309b565b6101448701351490811591610564575b5061053c57610164850135907ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffefd83018212156105105761039a60046103a09388010191611d19565b89612138565b15610514577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5d610204850135910181121561051057600480916103e7950101920186612d97565b905060038110156104e3576001036104bb57825f526001602052805f20845f5260205263ffffffff815f209216948261043887809560019160ff918160081c5f52602052161b60405f205416151590565b61048b577f739d3a21d36ce35a36a7c71eced6855694af098ecea1d866837b36843e5ce6079361047d918160081c5f52602052600160ff60405f2092161b8154179055565b8151903382526020820152a4005b83867f069b8d8e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fc0098aac000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b5f80fd5b7f7b19a7f2000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f179435b3000000000000000000000000000000000000000000000000000000005f5260045ffd5b6105ab9150875161057589826116cd565b600781527f707572706f73650000000000000000000000000000000000000000000000000060208201526101c48801359061309b565b61010486013514155f610352565b7f0e3b552b000000000000000000000000000000000000000000000000000000005f5260045ffd5b9050155f610254565b90506105f8604486016117ce565b63ffffffff808a16911614159061024d565b6106159192506117b9565b8a8061062360648a016117b9565b16911610905f610230565b7f79290ed9000000000000000000000000000000000000000000000000000000005f5260045ffd5b610678915060203d60201161067e575b61067081836116cd565b81019061170e565b5f6101ae565b503d610666565b6040513d5f823e3d90fd5b34610510575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261051057602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346105105760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105105760243560043567ffffffffffffffff82116105105760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8336030112610510576044359067ffffffffffffffff82116105105760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8336030112610510576064359260ff8416809403610510576084359267ffffffffffffffff84116105105783600401946101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc863603011261051057606483969596019160040161081583611988565b61081e90612c25565b61082d91906004860187612d97565b90929061083c602486016117b9565b96610849604487016117ce565b978761085860a48c0184612057565b9b909261086760c483016117b9565b61087460e4840187612286565b919093610104016108859088612057565b96909f6040519889977f46895d9b0000000000000000000000000000000000000000000000000000000089526004890152602488016108c3916120ab565b60c487016101c090526101c48701906108db926120fb565b9067ffffffffffffffff1660e48601528481037ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc0161010486015281815260200192905f5b818110610b5457505050829160209463ffffffff67ffffffffffffffff61099194169e8f610124870152169e8f6101448601528a6101648601525f6101848601527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc858403016101a48601526120fb565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610685575f91610b35575b5060028414908115610b2c575b50610b04578793865f52600260205260405f20885f5260205260405f20610a25868260019160ff918160081c5f52602052161b60405f205416151590565b610ad4577faff18a00a920db0d14cd889d58c13058ef2934fe609ef625ea23446899ebf582967fffffffffffffffffffffffffffffffff00000000000000000000000000000000610aaf6084610aa8610ad198610aa360a09c67ffffffffffffffff988160081c5f52602052600160ff60405f2092161b8154179055565b611988565b93016117b9565b916040519788521660208701521660408501526060840152608083019061165a565ba4005b85897f1026e16c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fae591c87000000000000000000000000000000000000000000000000000000005f5260045ffd5b905015896109e7565b610b4e915060203d60201161067e5761067081836116cd565b896109da565b91959450919260608060019263ffffffff610b6e8a611583565b16815267ffffffffffffffff610b8660208b0161156e565b166020820152604089013560408201520196019101918694959392610920565b34610510576102e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610510576101607fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc360112610510576101843567ffffffffffffffff8111610510576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8236030112610510576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe5c360112610510576102a43567ffffffffffffffff8111610510576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8236030112610510576102c4359067ffffffffffffffff8211610510576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc833603011261051057602092610d079260040191600401906004016004356117df565b6040519015158152f35b346105105760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105105760243573ffffffffffffffffffffffffffffffffffffffff81168103610510576040610d7460209260443590600435612925565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f835194859381855280519182918282880152018686015e5f85828601015201168101030190f35b3461051057610dcc36611618565b906040517f91d148540000000000000000000000000000000000000000000000000000000081527f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f55600482015233602482015260208160448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610685575f91610f6b575b5015610f3f57805f525f60205260405f20825f5260205260ff60405f20541660038110156104e35760018103610f0a57505f818152602081815260408083208584529091529081902080547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660021790555160208160027fc5212097ecdeb7925401bdb12353b731c9d15e56d3c1a70689e2c7dbb3e0759a9352a3005b610f3a90837fda2eee7d000000000000000000000000000000000000000000000000000000005f5260045261164c565b60445ffd5b7fad0550d5000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b610f84915060203d60201161067e5761067081836116cd565b83610e6c565b34610510576101c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610510576101607fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc360112610510576101843567ffffffffffffffff8111610510576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8236030112610510576101a43567ffffffffffffffff8111610510576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261051057602091610d07916004019060040160043561230a565b346105105761108936611618565b905f525f60205260405f20905f52602052602060ff60405f2054166110b1604051809261165a565bf35b34610510576101a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610510576101607fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc360112610510576101843567ffffffffffffffff8111610510576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261051057610d0760209160040161115f6119ef565b600435612138565b346105105760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126105105760043567ffffffffffffffff8111610510576111b69036906004016115ea565b90602435906040517f91d148540000000000000000000000000000000000000000000000000000000081527f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f55600482015233602482015260208160448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610685575f916114a5575b5015610f3f578115158061149c575b80611491575b915f925b8080611488575b1561139f57507f1f000000000000000000000000000000000000000000000000000000000000007fff000000000000000000000000000000000000000000000000000000000000006112cd858786611780565b35161180611348575b806112ec575b6112e69093611726565b92611273565b506112e67f5c000000000000000000000000000000000000000000000000000000000000007fff0000000000000000000000000000000000000000000000000000000000000061133d868887611780565b3516141590506112dc565b507f22000000000000000000000000000000000000000000000000000000000000007fff00000000000000000000000000000000000000000000000000000000000000611396858786611780565b351614156112d6565b8285911561145c57815f9160209360405192839283378101838152039060025afa15610685575f51805f525f60205260405f20825f5260205260ff60405f20541660038110156104e35780610f0a57505f818152602081815260408083208584529091529081902080547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660011790555160208160017fc5212097ecdeb7925401bdb12353b731c9d15e56d3c1a70689e2c7dbb3e0759a9352a3005b827fcb24dc00000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5084841061127a565b5060ff83111561126f565b50821515611269565b6114be915060203d60201161067e5761067081836116cd565b8461125a565b34610510576020610d076114d736611594565b915f526001845267ffffffffffffffff60405f2091165f52835263ffffffff60405f2091169060019160ff918160081c5f52602052161b60405f205416151590565b34610510576020610d0761152c36611594565b915f526002845267ffffffffffffffff60405f2091165f52835263ffffffff60405f2091169060019160ff918160081c5f52602052161b60405f205416151590565b359067ffffffffffffffff8216820361051057565b359063ffffffff8216820361051057565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc6060910112610510576004359060243567ffffffffffffffff81168103610510579060443563ffffffff811681036105105790565b9181601f840112156105105782359167ffffffffffffffff8311610510576020838186019501011161051057565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc6040910112610510576004359060243590565b60038110156104e357602452565b9060038210156104e35752565b610140810190811067ffffffffffffffff82111761168457604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6060810190811067ffffffffffffffff82111761168457604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761168457604052565b90816020910312610510575180151581036105105790565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81146117535760010190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9082101561178c570190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b3567ffffffffffffffff811681036105105790565b3563ffffffff811681036105105790565b909291926101c43567ffffffffffffffff81169081810361051057506044359067ffffffffffffffff8216918281036105105750149384611957575b61182760c083016117b9565b9460c082019567ffffffffffffffff80611840896117b9565b16911610908161191d575b816118e4575b159081156118db575b5080156118b1575b6118a85761187b906118756101a4612abf565b84612138565b9384611889575b5050505090565b61189f94506118996024916117b9565b9261262c565b5f808080611882565b50505050505f90565b506118bb856117b9565b67ffffffffffffffff806118d1602088016117b9565b1691161015611862565b9050155f61185a565b90506101a43567ffffffffffffffff81169081810361051057506084359067ffffffffffffffff82169182810361051057501090611851565b905060243567ffffffffffffffff81169081810361051057506101a4359067ffffffffffffffff821691828103610510575011159061184b565b93506101e43563ffffffff81169081810361051057506064359063ffffffff8216918281036105105750149361181b565b357fffffffffffffffffffffffffffffffff00000000000000000000000000000000811681036105105790565b67ffffffffffffffff811161168457601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b60243567ffffffffffffffff81168103610510576044359067ffffffffffffffff8216820361051057611a2282826131f5565b158015611cf3575b611ced57611a3b9160a43591613247565b6020611b4c600d611a4d60c435613353565b601084611a5b60e435613353565b8482611a6961010435613353565b92816040519a8b9881808b019e8f815192839201905e8a01907f222c226368616e6e656c223a220000000000000000000000000000000000000083830152805192839101602d83015e0101907f222c22636f6d6d69746d656e74223a220000000000000000000000000000000084830152805192839101601d83015e0101907f222c22636f6e74657874223a220000000000000000000000000000000000000084830152805192839101601d83015e01015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826116cd565b611b60610164356101443561012435613374565b9060843567ffffffffffffffff811680820361051057601c600d611b8a611c269360209550613468565b84604051958692818085019a8051918291018c5e8401907f227d2c2265787069726573223a0000000000000000000000000000000000000083830152805192839101602d83015e01017f2c226b696e64223a22697373756564222c22706f736974696f6e223a000000008382015203017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8101845201826116cd565b6064359263ffffffff84168085036105105760209586611ccd9381611c4f6007955f9a50613468565b916040519788958387019a5180918c5e860190838201908c8252519283915e010190888252805192839101825e017f2c2276223a317d000000000000000000000000000000000000000000000000008152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe78101845201826116cd565b604051918291518091835e8101838152039060025afa15610685575f5190565b50505f90565b5060843567ffffffffffffffff811680820361051057661fffffffffffff915011611a2a565b611d22816117b9565b611d396020830191611d33836117b9565b906131f5565b158015612032575b611ced57611d4e826117b9565b90611d58906117b9565b608083013590611d6792613247565b90611d7560a0820135613353565b91611d8360c0830135613353565b92611d9160e0840135613353565b604051948592602084019480516020819201875e8401602081017f222c226368616e6e656c223a2200000000000000000000000000000000000000905281516020819301602d83015e01602001600d81017f222c22636f6d6d69746d656e74223a2200000000000000000000000000000000905281516020819301601d83015e01600d01601081017f222c22636f6e74657874223a2200000000000000000000000000000000000000905281516020819301601d83015e01601001600d81015f905203600d017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018452611e8690846116cd565b611ea0610140830135610120840135610100850135613374565b611eac606084016117b9565b67ffffffffffffffff16611ebf90613468565b926040518094602082019380516020819201865e8201602081017f227d2c2265787069726573223a00000000000000000000000000000000000000905281516020819301602d83015e01602001600d81017f2c226b696e64223a22697373756564222c22706f736974696f6e223a00000000905203600d017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc81018552601c01611f6990856116cd565b604001611f75906117ce565b63ffffffff16611f8490613468565b906040519384936020850196518091885e84019060208201905f8252519283915e016020015f815281516020819301825e017f2c2276223a317d000000000000000000000000000000000000000000000000008152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe78101825260070161200c90826116cd565b604051918291518091835e81015f815203905a915f916002602094fa15610685575f5190565b50661fffffffffffff67ffffffffffffffff612050606085016117b9565b1611611d41565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610510570180359067ffffffffffffffff821161051057602001918160051b3603831361051057565b67ffffffffffffffff6120f560808093836120c58261156e565b168652836120d56020830161156e565b16602087015260408101356040870152606081013560608701520161156e565b16910152565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83116105105760209260051b809284830137010190565b9091821515918261214b575b5050905090565b602092506122156121c59461216360a0850185612057565b67ffffffffffffffff61217860c088016117b9565b6121d861218860e08a018a612057565b9590946040519c8d9b8c9b7f28c00c5c000000000000000000000000000000000000000000000000000000008d5260048d015260248c01906120ab565b61014060c48b01526101448a01916120fb565b9460e4880152166101048601527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc858403016101248601526120fb565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610685575f91612267575b50805f80612144565b612280915060203d60201161067e5761067081836116cd565b5f61225e565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610510570180359067ffffffffffffffff82116105105760200191606082023603831361051057565b519064ffffffffff8216820361051057565b519063ffffffff8216820361051057565b9190820180921161175357565b9160443567ffffffffffffffff8116908181036105105760643563ffffffff8116810361051057835f6001836123429450858a612e8d565b156118a85761235360c085016117b9565b9161236160e0850185612286565b9190925067ffffffffffffffff61237a60c087016117b9565b16900367ffffffffffffffff81116117535767ffffffffffffffff169081101561178c576123b9602067ffffffffffffffff93606085940201016117b9565b1691161015612625576040517f5e5d16430000000000000000000000000000000000000000000000000000000081528360048201525f8160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610685575f916124e8575b5061012061ffff910151169060843567ffffffffffffffff811690818103610510575060243567ffffffffffffffff81169081810361051057506103e884028481046103e8148515171561175357612491916122fd565b106124e0576124c26124ae608067ffffffffffffffff93016117b9565b92826124bc608087016117b9565b166122fd565b911610611ced576124dd916124d76024611d19565b90612138565b90565b505050505f90565b90503d805f833e6124f981836116cd565b8101906020818303126105105780519067ffffffffffffffff821161051057019061014082820312610510576040519161253283611667565b805167ffffffffffffffff81116105105781019180601f8401121561051057825161255c816119b5565b9161256a60405193846116cd565b81835260208286010111610510576020815f928261012097018386015e83010152835260208101516020840152604081015160408401526125ad606082016122da565b60608401526125be608082016122da565b60808401526125cf60a082016122da565b60a08401526125e060c082016122da565b60c08401526125f160e082016122ec565b60e084015261260361010082016122ec565b610100840152015161ffff81168103610510576101208083019190915261243a565b5050505f90565b91929390936126588260208701926002612645856117b9565b61265160408b016117ce565b9088612e8d565b156118a85761266960c085016117b9565b9061268261267a60e0850185612286565b9190926117b9565b67ffffffffffffffff8061269860c088016117b9565b1691160367ffffffffffffffff81116117535767ffffffffffffffff169081101561178c576126d8602067ffffffffffffffff93606085940201016117b9565b16911610156124e0576040517f5e5d16430000000000000000000000000000000000000000000000000000000081528260048201525f8160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610685575f916127e8575b50610120015161ffff169067ffffffffffffffff612779606087016117b9565b1667ffffffffffffffff61278c876117b9565b166103e884028481046103e81485151715611753576127aa916122fd565b106118a8576127d56127c7608067ffffffffffffffff93016117b9565b92826124bc608088016117b9565b911610612625576124d76124dd93611d19565b90503d805f833e6127f981836116cd565b8101906020818303126105105780519067ffffffffffffffff821161051057019061014082820312610510576040519161283283611667565b805167ffffffffffffffff81116105105781019180601f8401121561051057825161285c816119b5565b9161286a60405193846116cd565b81835260208286010111610510576020815f928261012097018386015e83010152835260208101516020840152604081015160408401526128ad606082016122da565b60608401526128be608082016122da565b60808401526128cf60a082016122da565b60a08401526128e060c082016122da565b60c08401526128f160e082016122ec565b60e084015261290361010082016122ec565b610100840152015161ffff811681036105105761012080830191909152612759565b9173ffffffffffffffffffffffffffffffffffffffff6040519260208401947f0cd9144a5f1a1ace90c88e767274c004a3fc1ac0289ba44b5654ac14ad2804e9865246604086015230606086015260808501521660a083015260c082015260c0815261299260e0826116cd565b519020806129a060426119b5565b916129ae60405193846116cd565b604283526129bc60426119b5565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe060208501910136823783511561178c576030905382516001101561178c576078602184015360415b60018111612a715750612a41575060027ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe825101910190815290565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452602060245260445ffd5b90600f811690601082101561178c577f3031323334353637383961626364656600000000000000000000000000000000612aba921a612ab08487612c14565b5360041c91613649565b612a05565b612ac8816117b9565b90612ada6020820192611d33846117b9565b15611ced57602081611ccd6007612b0a8496612aff612af95f986117b9565b916117b9565b606086013591613247565b612b97600d612b1c6080870135613353565b876040519889928180850197805191829101895e8401907f222c22636f6e74657874223a220000000000000000000000000000000000000083830152805192839101602d83015e0101898382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018752866116cd565b86612baf60e086013560c087013560a0880135613374565b81611c4f63ffffffff612c0e604080519a612c08868d8181818082019c8d815192839201905e81017f227d2c226b696e64223a227665726966696564222c22706f736974696f6e223a838201520301809152018d6116cd565b016117ce565b16613468565b90815181101561178c570160200190565b90604051612c346060826116cd565b602481526040366020830137915f9083825b60108410612c545750505050565b600484148015612d3c575b8015612d32575b8015612d28575b612d0d575b82841a9060ff8260041c1691601083101561178c5781612cc07f3031323334353637383961626364656600000000000000000000000000000000612cb7600f95611726565b951a9186612c14565b531693601085101561178c5781612d057f3031323334353637383961626364656600000000000000000000000000000000612cfc600195611726565b971a9185612c14565b530192612c46565b602d612d22612d1b83611726565b9284612c14565b53612c72565b50600a8414612c6d565b5060088414612c66565b5060068414612c5f565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610510570180359067ffffffffffffffff82116105105760200191813603831361051057565b9293919360205f604051828101907f040000000000000000000000000000000000000000000000000000000000000082528385013560218201526040850135604182015260418152612dea6061826116cd565b604051918291518091835e8101838152039060025afa15610685575f5194845f525f60205260405f20865f5260205260ff60405f2054169460038610156104e3578515159081612e5b575b5015928315612e48575b5050506104bb57565b612e529350613674565b155f8080612e3f565b905060205f612e6a8680612d46565b908160405192839283378101838152039060025afa15610685575f51145f612e35565b9290919360a08601612e9f9087612057565b92909560c08801612eaf906117b9565b94612ebd60e08a018a612286565b9096612ecd6101008c018c612057565b9a90976040519c8d9b7f46895d9b000000000000000000000000000000000000000000000000000000008d5260048d015260248c01612f0b916120ab565b60c48b016101c090526101c48b0190612f23926120fb565b9067ffffffffffffffff1660e48a01528881037ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc016101048a015281815260200196905f5b8181106130415750505086959360ff6020999463ffffffff612fdc989567ffffffffffffffff8096166101248c0152166101448a015216610164880152166101848601527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc858403016101a48601526120fb565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610685575f91613028575090565b6124dd915060203d60201161067e5761067081836116cd565b9199985091929394959660608060019267ffffffffffffffff61307760208f63ffffffff61306e82611583565b1685520161156e565b16602082015260408d01356040820152019a019101918a9899979695949392612f68565b5f9060206131cc6024829596836040986130fb6130f56130ef8c6130c1815191826116cd565b600681527f697373756564000000000000000000000000000000000000000000000000000086820152613a72565b98613a72565b93613a72565b60378b51978895818088019b7c13000000000000000000000000000000000000000000000000000000008d527f6f74702d6e6f746172792f6669656c642f7631000000000000000000000000008a8a0152805191829101858a015e8701908382018d8152815193849201905e0101917c2000000000000000000000000000000000000000000000000000000000835260048301528051928391018583015e01868382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826116cd565b8451918291518091835e8101838152039060025afa156131ec57505f5190565b513d5f823e3d90fd5b67ffffffffffffffff661fffffffffffff911611159081613233575b8161321a575090565b661fffffffffffff915067ffffffffffffffff16111590565b67ffffffffffffffff811615159150613211565b6124dd9160096020809560278261327d61327767ffffffffffffffff6132708160139b16613468565b9816613468565b93613353565b92604051998a975f828a01527f7b226174223a000000000000000000000000000000000000000000000000000060218a0152805191829101858a015e8701907f2c226261746368223a000000000000000000000000000000000000000000000084830152805192839101603083015e0101907f2c2263223a7b226368616c6c656e6765223a220000000000000000000000000084830152805192839101601c83015e01015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826116cd565b6124dd906040519060208201526020815261336f6040826116cd565b613aea565b6124dd91600d60208095602d82613398613277613392600c99613353565b97613353565b92604051998a977f222c22707572706f7365223a2200000000000000000000000000000000000000828a0152805191829101858a015e8701907f222c227375626a656374223a220000000000000000000000000000000000000084830152805192839101603a83015e0101907f222c2274656e616e74223a22000000000000000000000000000000000000000084830152805192839101601983015e01015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826116cd565b805f917a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000821015613621575b806d04ee2d6d415b85acef8100000000600a921015613606575b662386f26fc100008110156135f2575b6305f5e1008110156135e1575b6127108110156135d2575b60648110156135c4575b10156135b9575b600a7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff602160018501947fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061354f613539886119b5565b97613547604051998a6116cd565b8089526119b5565b013660208801378501015b01917f30313233343536373839616263646566000000000000000000000000000000008282061a83530480156135b4577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff600a919261355a565b505090565b6001909101906134e2565b6064600291049301926134db565b612710600491049301926134d1565b6305f5e100600891049301926134c6565b662386f26fc10000601091049301926134b9565b6d04ee2d6d415b85acef8100000000602091049301926134a9565b50604091507a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000810461348f565b8015611753577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0190565b6080810165e677d21fdc0067ffffffffffffffff613691836117b9565b1610801590613a4d575b6124e0576136a98480612d46565b929083604051948592602084017f7b22616c67223a224553323536222c226b6964223a2200000000000000000000905260368401378101603681017f222c22747970223a226f74702d726563656970742b6a7774227d0000000000009052036036017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa81018452601a0161373d90846116cd565b613749602082016117b9565b67ffffffffffffffff1661375c90613468565b9161376960a083016117b9565b61377290613c00565b9161377d8180612d46565b604081930161378b906117ce565b63ffffffff1661379a90613468565b936137a4906117b9565b6137ad90613c00565b94604051988997602089017f7b226261746368223a000000000000000000000000000000000000000000000090528051602081920160298b015e8801602981017f2c226368616c6c656e6765223a22000000000000000000000000000000000000905281516020819301603783015e01602901600e81017f222c226c6f675f6279223a220000000000000000000000000000000000000000905281516020819301601a83015e01600e0191600c83017f222c226f726967696e223a2200000000000000000000000000000000000000009052601883013701600c01600c81017f222c22706f736974696f6e223a00000000000000000000000000000000000000905281516020819301601983015e01600c01600d81017f2c2276657269666965645f6174223a2200000000000000000000000000000000905281516020819301601d83015e01600d01601081017f227d0000000000000000000000000000000000000000000000000000000000009052036010017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe28101835260020161395390836116cd565b61395c90613aea565b9061396690613aea565b6040518091602082019380516020819201865e8201602081017f2e00000000000000000000000000000000000000000000000000000000000000905281516020819301602183015e01602001600181015f9052036001017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0810182526139ec90826116cd565b604051918291518091835e81015f815203905a915f916002602094fa15610685575f519060608101359060808101356040602083013592013592613a338484848489614104565b90959015613a4357505050505090565b6124dd9550614220565b5065e677d21fdc0067ffffffffffffffff613a6a60a085016117b9565b16101561369b565b6124dd60247fffffffff0000000000000000000000000000000000000000000000000000000092602081519160405195869360e01b16828401528051918291018484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826116cd565b90815115613bea5781518060021b907f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8116036117535760028101809111611753576003900490604051917f4142434445464748494a4b4c4d4e4f505152535455565758595a616263646566601f526106707f6768696a6b6c6d6e6f707172737475767778797a303132333435363738392b2f18603f5260208301938080510160208101908151925f83525b818110613bb0575050528083528201602001604052909150565b60036004910197603f8951818160121c165183538181600c1c16516001840153818160061c16516002840153165160038201530196613b96565b9050604051613bfa6020826116cd565b5f815290565b67ffffffffffffffff169067ffffffffffffffff6305265c0083041691620afa6c83018093116117535762023ab180840493069061016d613c62613c56613c4b6105b48604866145cb565b618eac8604906122fd565b62023ab08504906145cb565b04918261016d029061016d8204840361175357613c93613c89613c99938660021c906122fd565b60648604906145cb565b906145cb565b9384600502600581048603611753576002810180911161175357609990049485609902906099820487036117535760028201809211611753576005613cdf9204906145cb565b946001860180961161175357600a8110156140d4576003810180911161175357925b610190820291808304610190149015171561175357613d3791613d23916122fd565b600284116140cc5760ff60015b16906122fd565b9360405192613d476040856116cd565b601884527f303030302d30302d30305430303a30303a30302e3030305a000000000000000060208501528395600490815b61405a575050600290815b613ffb575050600290815b613f9c57505067ffffffffffffffff6018816236ee808404160616600290815b613f3d57505067ffffffffffffffff603c8161ea608404160616600290815b613ede57505067ffffffffffffffff603c816103e88404160616600290815b613e775750506103e867ffffffffffffffff91061690600391825b613e1057505050565b600a8106601081101561178c57836014019182601411611753576013850192831161175357613e7092613e687f3031323334353637383961626364656600000000000000000000000000000000600a941a9186612c14565b530492613649565b9182613e07565b600a8106601081101561178c57826011019182601111611753576010840192831161175357613ed792613ecf7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612c14565b530491613649565b9081613dec565b600a8106601081101561178c5782600e019182600e1161175357600d840192831161175357613f3692613ecf7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612c14565b9081613dcd565b600a8106601081101561178c5782600b019182600b1161175357600a840192831161175357613f9592613ecf7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612c14565b9081613dae565b600a8106601081101561178c57826008019182600811611753576007840192831161175357613ff492613ecf7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612c14565b9081613d8e565b600a8106601081101561178c5782600501918260051161175357600484019283116117535761405392613ecf7f3031323334353637383961626364656600000000000000000000000000000000600a941a9189612c14565b9081613d83565b600a8106601081101561178c577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff830191838311611753576140c592613ecf7f3031323334353637383961626364656600000000000000000000000000000000600a941a918a612c14565b9081613d78565b60ff5f613d30565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff781019081116117535792613d01565b9091929361411284846145d8565b15801561420f575b1561412b5750505050505f90600190565b6020945f9460a094604051948552878501526040840152606083015260808201528280526101005afa1561420d575f511561416857600190600190565b60205f60a06040517fbb5a52f42f9c9261ed4361f59422a1e30036e7c32b270c8807a419feca6050238152600584820152600160408201527fa71af64de5126a4a4e02b7922d66ce9415ce88a4c9d25514d91082c8725ac95760608201527f5d47723c8fbe580bb369fec9c2665d8e30a435b9932645482e7c9f11e872296b60808201528280526101005afa1561420d575f5115614207575f90600190565b5f905f90565bfe5b5061421a818661464f565b1561411a565b9190939261422e82866145d8565b1580156145ba575b6118a8576040519361020061424b81876116cd565b5f5b8181106145a55750506020926143e75f9360c09360405161426d816116b1565b868152868882015286604082015289526040519161428a836116b1565b82528682015260016040820152858801908152876143d86040516142ad816116b1565b7f6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c29681527f4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f58982015260016040820152608083019081526143c96143ba61431386516146fb565b926040860193845261432581516146fb565b90610100870191825261433b8851865190614738565b96606081019788526143508951835190614738565b60a08201526143628651835190614738565b8c8201526143738851835190614738565b60e08201526143858951845190614738565b6101208201526143988651845190614738565b6101408201526101606143ae8951855190614738565b91015251905190614738565b6101808d018181529551614738565b6101a08c015251835190614738565b6101c08a015251905190614738565b6101e087015260405190848252848083015284604083015260608201527fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63254f60808201527fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63255160a082015260055afa5f51901561459357807fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551809286959495099309905f905f925f945f915b608083106144cf5750505050916144c9917fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551936149dc565b50061490565b86614571575b8160fe1c600c8260fc1c161760406144ed82876146ea565b510151614509575b5060019060021b9160021b92019190614491565b96919590948261454d5750505061452085836146ea565b5151936001604061454060206145368a886146ea565b51015198866146ea565b5101519695945b906144f5565b90614566929161456060019899876146ea565b516147ea565b969195909594614547565b939561458291956145889397614757565b91614757565b9591949094936144d5565b634e487b715f5260126020526024601cfd5b6020906145b06146cc565b818901520161424d565b506145c5848261464f565b15614236565b9190820391821161175357565b908115159182614625575b508161461b575b816145f3575090565b7f7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a89150111590565b80151591506145ea565b7fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc6325511191505f6145e3565b7fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80807f5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b8185817fffffffff00000001000000000000000000000000fffffffffffffffffffffffc81838009080908818580091493109110161690565b604051906146d9826116b1565b5f6040838281528260208201520152565b90601081101561178c5760051b0190565b61471b906147076146cc565b508051906040602082015191015191614757565b9060405192614729846116b1565b83526020830152604082015290565b61471b916147446146cc565b50805160406020830151920151926147ea565b9290917fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80918180868009968180808a818080808a800980097fffffffff00000001000000000000000000000000fffffffffffffffffffffffc09818088800960030908940960040991818080808087600209810381868009089c80096008098103938b82039008900908940960020990565b91939092935f945f945f946040810151907fffffffff00000001000000000000000000000000ffffffffffffffffffffffff8280097fffffffff00000001000000000000000000000000ffffffffffffffffffffffff858009927fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80878609602085015109917fffffffff00000001000000000000000000000000ffffffffffffffffffffffff808681868103818d8189890990090896510991818381039189090890811585151694855f1461496b5750505050506001146148cd575b50505050565b7fffffffff00000001000000000000000000000000ffffffffffffffffffffffff8080809a508699508097985080969381808087819998099d838f94097fffffffff00000001000000000000000000000000fffffffffffffffffffffffc09818088800960030908940960040991818080808087600209810381868009089c80096008098103938b820390089009089409600209905f8080806148c7565b929b50935096507fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80808080809c9d50809a995080985080969f508b8009809709958a098180876002098103818381038188800908089d098103938c8203900890090895099009905f8080806148c7565b92918015614a8c575f60c060209260405190848252848083015284604083015260608201527fffffffff00000001000000000000000000000000fffffffffffffffffffffffd60808201527fffffffff00000001000000000000000000000000ffffffffffffffffffffffff60a082015260055afa905f519115614593577fffffffff00000001000000000000000000000000ffffffffffffffffffffffff828180828196098097099509900990565b505090505f905f9056fea2646970667358221220be849c79acffd0b1d14dd8cbb88678a3a4808fd62146319699627c5e8650013164736f6c63430008250033';
