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

export const provenCodesBytecode = '0x60a0346100bd57601f614ba038819003918201601f19168301916001600160401b038311848410176100c1578084926020946040528339810103126100bd57516001600160a01b0381168082036100bd57803b156100ab5750608052604051614aca90816100d6823960805181818161017e015281816106d90152818161099001528181610e2601528181611214015281816123b20152818161258e015281816128ad0152612ee60152f35b633dde6b2b60e11b5f5260045260245ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c80630563fdce1461150357806322a83ae4146114ae5780632ccdd7ba146111515780632d5a2bca1461109d578063329bf182146110655780633f8ccec814610f7457806344cf594e14610da8578063679bcc0614610cfb57806369e4013c14610b9057806395ef37ef146106fd5780639d54c79d1461068f5763f4c9921b1461009d575f80fd5b3461050f5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261050f5760043560243567ffffffffffffffff811161050f576100ef9036906004016115d4565b91604435926064359267ffffffffffffffff841161050f578360040193803603946102207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc87011261050f576040517f5c975abb00000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610684575f91610655575b5061062d576101e4820135957fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff3d810187121561050f5767ffffffffffffffff968301916101fd6024850161193d565b9561020a60448601611952565b9660848501906102198261193d565b8b806102248761193d565b16911610159182610609575b508a61023e6024880161193d565b91169a168a14801591906105e9575b81156105e0575b506105b85761026d61026860648601611b0c565b612f8c565b956102b660409788516102808a826116b7565b600981527f6368616c6c656e676500000000000000000000000000000000000000000000006020820152610184890135906130ad565b6084870135036105b8576102cb8b338b6117a3565b9187516102d889826116b7565b600681527f74656e616e740000000000000000000000000000000000000000000000000000602082015261030b82611b39565b916103188a5193846116b7565b808352368185011161050f576020815f926103419683870137840101526101a4880135906130ad565b6101448601351490811591610563575b5061053b57610164840135907ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffefd830182121561050f57610399600461039f9387010191611e9d565b886122bc565b15610513577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5d610204840135910181121561050f57600480916103e6940101910185612c8b565b905060038110156104e2576001036104ba57825f526001602052805f20845f5260205263ffffffff815f209216948261043787809560019160ff918160081c5f52602052161b60405f205416151590565b61048a577f739d3a21d36ce35a36a7c71eced6855694af098ecea1d866837b36843e5ce6079361047c918160081c5f52602052600160ff60405f2092161b8154179055565b8151903382526020820152a4005b83867f069b8d8e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fc0098aac000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b5f80fd5b7f7b19a7f2000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f179435b3000000000000000000000000000000000000000000000000000000005f5260045ffd5b6105aa9150865161057488826116b7565b600781527f707572706f73650000000000000000000000000000000000000000000000000060208201526101c4870135906130ad565b61010485013514155f610351565b7f0e3b552b000000000000000000000000000000000000000000000000000000005f5260045ffd5b9050155f610254565b90506105f760448601611952565b63ffffffff808a16911614159061024d565b61061491925061193d565b8a8061062260648a0161193d565b16911610905f610230565b7f79290ed9000000000000000000000000000000000000000000000000000000005f5260045ffd5b610677915060203d60201161067d575b61066f81836116b7565b8101906116f8565b5f6101ae565b503d610665565b6040513d5f823e3d90fd5b3461050f575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261050f57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461050f5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261050f5760043560243567ffffffffffffffff811161050f5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261050f576044359167ffffffffffffffff831161050f5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc843603011261050f5760643560ff811680910361050f576084359267ffffffffffffffff841161050f5783600401946101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc863603011261050f5760049594950181600401906108149185612c8b565b92906108226024840161193d565b9561082f60448501611952565b968661083e60a48b01846121db565b9a909261084d60c4830161193d565b61085a60e484018761240a565b9190936101040161086b90886121db565b96909e6040519889977f46895d9b0000000000000000000000000000000000000000000000000000000089526004890152602488016108a99161222f565b60c487016101c090526101c48701906108c19261227f565b9067ffffffffffffffff1660e48601528481037ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc0161010486015281815260200192905f5b818110610b3e57505050829160209463ffffffff67ffffffffffffffff61097794169d8e610124870152169d8e610144860152896101648601525f6101848601527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc858403016101a486015261227f565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610684575f91610b1f575b5060028314908115610b16575b50610aee578693855f52600260205260405f20875f5260205260405f2091610a0c868460019160ff918160081c5f52602052161b60405f205416151590565b610abe5767ffffffffffffffff60a095610a607faff18a00a920db0d14cd889d58c13058ef2934fe609ef625ea23446899ebf58298610abb968160081c5f52602052600160ff60405f2092161b8154179055565b7fffffffffffffffffffffffffffffffff00000000000000000000000000000000610a996084610a9260648501611b0c565b930161193d565b9160405197885216602087015216604085015260608401526080830190611644565ba4005b85887f1026e16c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fae591c87000000000000000000000000000000000000000000000000000000005f5260045ffd5b905015886109cd565b610b38915060203d60201161067d5761066f81836116b7565b886109c0565b91959450919260608060019263ffffffff610b588a61156d565b16815267ffffffffffffffff610b7060208b01611558565b166020820152604089013560408201520196019101918694959392610906565b3461050f576102e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261050f576101607fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc36011261050f576101843567ffffffffffffffff811161050f576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261050f576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe5c36011261050f576102a43567ffffffffffffffff811161050f576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261050f576102c4359067ffffffffffffffff821161050f576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc833603011261050f57602092610cf1926004019160040190600401600435611963565b6040519015158152f35b3461050f5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261050f5760243573ffffffffffffffffffffffffffffffffffffffff8116810361050f576040610d5e602092604435906004356117a3565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f835194859381855280519182918282880152018686015e5f85828601015201168101030190f35b3461050f57610db636611602565b906040517f91d148540000000000000000000000000000000000000000000000000000000081527f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f55600482015233602482015260208160448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610684575f91610f55575b5015610f2957805f525f60205260405f20825f5260205260ff60405f20541660038110156104e25760018103610ef457505f818152602081815260408083208584529091529081902080547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660021790555160208160027fc5212097ecdeb7925401bdb12353b731c9d15e56d3c1a70689e2c7dbb3e0759a9352a3005b610f2490837fda2eee7d000000000000000000000000000000000000000000000000000000005f52600452611636565b60445ffd5b7fad0550d5000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b610f6e915060203d60201161067d5761066f81836116b7565b83610e56565b3461050f576101c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261050f576101607fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc36011261050f576101843567ffffffffffffffff811161050f576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261050f576101a43567ffffffffffffffff811161050f576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261050f57602091610cf1916004019060040160043561248e565b3461050f5761107336611602565b905f525f60205260405f20905f52602052602060ff60405f20541661109b6040518092611644565bf35b3461050f576101a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261050f576101607fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc36011261050f576101843567ffffffffffffffff811161050f576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261050f57610cf1602091600401611149611b73565b6004356122bc565b3461050f5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261050f5760043567ffffffffffffffff811161050f576111a09036906004016115d4565b90602435906040517f91d148540000000000000000000000000000000000000000000000000000000081527f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f55600482015233602482015260208160448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610684575f9161148f575b5015610f295781151580611486575b8061147b575b915f925b8080611472575b1561138957507f1f000000000000000000000000000000000000000000000000000000000000007fff000000000000000000000000000000000000000000000000000000000000006112b785878661176a565b35161180611332575b806112d6575b6112d09093611710565b9261125d565b506112d07f5c000000000000000000000000000000000000000000000000000000000000007fff0000000000000000000000000000000000000000000000000000000000000061132786888761176a565b3516141590506112c6565b507f22000000000000000000000000000000000000000000000000000000000000007fff0000000000000000000000000000000000000000000000000000000000000061138085878661176a565b351614156112c0565b8285911561144657815f9160209360405192839283378101838152039060025afa15610684575f51805f525f60205260405f20825f5260205260ff60405f20541660038110156104e25780610ef457505f818152602081815260408083208584529091529081902080547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660011790555160208160017fc5212097ecdeb7925401bdb12353b731c9d15e56d3c1a70689e2c7dbb3e0759a9352a3005b827fcb24dc00000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50848410611264565b5060ff831115611259565b50821515611253565b6114a8915060203d60201161067d5761066f81836116b7565b84611244565b3461050f576020610cf16114c13661157e565b915f526001845267ffffffffffffffff60405f2091165f52835263ffffffff60405f2091169060019160ff918160081c5f52602052161b60405f205416151590565b3461050f576020610cf16115163661157e565b915f526002845267ffffffffffffffff60405f2091165f52835263ffffffff60405f2091169060019160ff918160081c5f52602052161b60405f205416151590565b359067ffffffffffffffff8216820361050f57565b359063ffffffff8216820361050f57565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc606091011261050f576004359060243567ffffffffffffffff8116810361050f579060443563ffffffff8116810361050f5790565b9181601f8401121561050f5782359167ffffffffffffffff831161050f576020838186019501011161050f57565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc604091011261050f576004359060243590565b60038110156104e257602452565b9060038210156104e25752565b610140810190811067ffffffffffffffff82111761166e57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6060810190811067ffffffffffffffff82111761166e57604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761166e57604052565b9081602091031261050f5751801515810361050f5790565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811461173d5760010190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b90821015611776570190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b9173ffffffffffffffffffffffffffffffffffffffff6040519260208401947f0cd9144a5f1a1ace90c88e767274c004a3fc1ac0289ba44b5654ac14ad2804e9865246604086015230606086015260808501521660a083015260c082015260c0815261181060e0826116b7565b5190208061181e6042611b39565b9161182c60405193846116b7565b6042835261183a6042611b39565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020850191013682378351156117765760309053825160011015611776576078602184015360415b600181116118ef57506118bf575060027ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe825101910190815290565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452602060245260445ffd5b90600f8116906010821015611776577f3031323334353637383961626364656600000000000000000000000000000000611938921a61192e8487612aa9565b5360041c91612aba565b611883565b3567ffffffffffffffff8116810361050f5790565b3563ffffffff8116810361050f5790565b909291926101c43567ffffffffffffffff81169081810361050f57506044359067ffffffffffffffff82169182810361050f5750149384611adb575b6119ab60c0830161193d565b9460c082019567ffffffffffffffff806119c48961193d565b169116109081611aa1575b81611a68575b15908115611a5f575b508015611a35575b611a2c576119ff906119f96101a4612ae5565b846122bc565b9384611a0d575b5050505090565b611a239450611a1d60249161193d565b926127b0565b5f808080611a06565b50505050505f90565b50611a3f8561193d565b67ffffffffffffffff80611a556020880161193d565b16911610156119e6565b9050155f6119de565b90506101a43567ffffffffffffffff81169081810361050f57506084359067ffffffffffffffff82169182810361050f575010906119d5565b905060243567ffffffffffffffff81169081810361050f57506101a4359067ffffffffffffffff82169182810361050f57501115906119cf565b93506101e43563ffffffff81169081810361050f57506064359063ffffffff82169182810361050f5750149361199f565b357fffffffffffffffffffffffffffffffff000000000000000000000000000000008116810361050f5790565b67ffffffffffffffff811161166e57601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b60243567ffffffffffffffff8116810361050f576044359067ffffffffffffffff8216820361050f57611ba68282613207565b158015611e77575b611e7157611bbf9160a43591613259565b6020611cd0600d611bd160c435613365565b601084611bdf60e435613365565b8482611bed61010435613365565b92816040519a8b9881808b019e8f815192839201905e8a01907f222c226368616e6e656c223a220000000000000000000000000000000000000083830152805192839101602d83015e0101907f222c22636f6d6d69746d656e74223a220000000000000000000000000000000084830152805192839101601d83015e0101907f222c22636f6e74657874223a220000000000000000000000000000000000000084830152805192839101601d83015e01015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826116b7565b611ce4610164356101443561012435613386565b9060843567ffffffffffffffff811680820361050f57601c600d611d0e611daa936020955061347a565b84604051958692818085019a8051918291018c5e8401907f227d2c2265787069726573223a0000000000000000000000000000000000000083830152805192839101602d83015e01017f2c226b696e64223a22697373756564222c22706f736974696f6e223a000000008382015203017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8101845201826116b7565b6064359263ffffffff841680850361050f5760209586611e519381611dd36007955f9a5061347a565b916040519788958387019a5180918c5e860190838201908c8252519283915e010190888252805192839101825e017f2c2276223a317d000000000000000000000000000000000000000000000000008152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe78101845201826116b7565b604051918291518091835e8101838152039060025afa15610684575f5190565b50505f90565b5060843567ffffffffffffffff811680820361050f57661fffffffffffff915011611bae565b611ea68161193d565b611ebd6020830191611eb78361193d565b90613207565b1580156121b6575b611e7157611ed28261193d565b90611edc9061193d565b608083013590611eeb92613259565b90611ef960a0820135613365565b91611f0760c0830135613365565b92611f1560e0840135613365565b604051948592602084019480516020819201875e8401602081017f222c226368616e6e656c223a2200000000000000000000000000000000000000905281516020819301602d83015e01602001600d81017f222c22636f6d6d69746d656e74223a2200000000000000000000000000000000905281516020819301601d83015e01600d01601081017f222c22636f6e74657874223a2200000000000000000000000000000000000000905281516020819301601d83015e01601001600d81015f905203600d017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101845261200a90846116b7565b612024610140830135610120840135610100850135613386565b6120306060840161193d565b67ffffffffffffffff166120439061347a565b926040518094602082019380516020819201865e8201602081017f227d2c2265787069726573223a00000000000000000000000000000000000000905281516020819301602d83015e01602001600d81017f2c226b696e64223a22697373756564222c22706f736974696f6e223a00000000905203600d017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc81018552601c016120ed90856116b7565b6040016120f990611952565b63ffffffff166121089061347a565b906040519384936020850196518091885e84019060208201905f8252519283915e016020015f815281516020819301825e017f2c2276223a317d000000000000000000000000000000000000000000000000008152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe78101825260070161219090826116b7565b604051918291518091835e81015f815203905a915f916002602094fa15610684575f5190565b50661fffffffffffff67ffffffffffffffff6121d46060850161193d565b1611611ec5565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561050f570180359067ffffffffffffffff821161050f57602001918160051b3603831361050f57565b67ffffffffffffffff612279608080938361224982611558565b1686528361225960208301611558565b166020870152604081013560408701526060810135606087015201611558565b16910152565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff831161050f5760209260051b809284830137010190565b909182151591826122cf575b5050905090565b60209250612399612349946122e760a08501856121db565b67ffffffffffffffff6122fc60c0880161193d565b61235c61230c60e08a018a6121db565b9590946040519c8d9b8c9b7f28c00c5c000000000000000000000000000000000000000000000000000000008d5260048d015260248c019061222f565b61014060c48b01526101448a019161227f565b9460e4880152166101048601527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8584030161012486015261227f565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610684575f916123eb575b50805f806122c8565b612404915060203d60201161067d5761066f81836116b7565b5f6123e2565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561050f570180359067ffffffffffffffff821161050f5760200191606082023603831361050f57565b519064ffffffffff8216820361050f57565b519063ffffffff8216820361050f57565b9190820180921161173d57565b9160443567ffffffffffffffff81169081810361050f5760643563ffffffff8116810361050f57835f6001836124c69450858a612d7e565b15611a2c576124d760c0850161193d565b916124e560e085018561240a565b9190925067ffffffffffffffff6124fe60c0870161193d565b16900367ffffffffffffffff811161173d5767ffffffffffffffff16908110156117765761253d602067ffffffffffffffff936060859402010161193d565b16911610156127a9576040517f5e5d16430000000000000000000000000000000000000000000000000000000081528360048201525f8160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610684575f9161266c575b5061012061ffff910151169060843567ffffffffffffffff81169081810361050f575060243567ffffffffffffffff81169081810361050f57506103e884028481046103e8148515171561173d5761261591612481565b1061266457612646612632608067ffffffffffffffff930161193d565b92826126406080870161193d565b16612481565b911610611e71576126619161265b6024611e9d565b906122bc565b90565b505050505f90565b90503d805f833e61267d81836116b7565b81019060208183031261050f5780519067ffffffffffffffff821161050f5701906101408282031261050f57604051916126b683611651565b805167ffffffffffffffff811161050f5781019180601f8401121561050f5782516126e081611b39565b916126ee60405193846116b7565b8183526020828601011161050f576020815f928261012097018386015e83010152835260208101516020840152604081015160408401526127316060820161245e565b60608401526127426080820161245e565b608084015261275360a0820161245e565b60a084015261276460c0820161245e565b60c084015261277560e08201612470565b60e08401526127876101008201612470565b610100840152015161ffff8116810361050f57610120808301919091526125be565b5050505f90565b91929390936127dc82602087019260026127c98561193d565b6127d560408b01611952565b9088612d7e565b15611a2c576127ed60c0850161193d565b906128066127fe60e085018561240a565b91909261193d565b67ffffffffffffffff8061281c60c0880161193d565b1691160367ffffffffffffffff811161173d5767ffffffffffffffff16908110156117765761285c602067ffffffffffffffff936060859402010161193d565b1691161015612664576040517f5e5d16430000000000000000000000000000000000000000000000000000000081528260048201525f8160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610684575f9161296c575b50610120015161ffff169067ffffffffffffffff6128fd6060870161193d565b1667ffffffffffffffff6129108761193d565b166103e884028481046103e8148515171561173d5761292e91612481565b10611a2c5761295961294b608067ffffffffffffffff930161193d565b92826126406080880161193d565b9116106127a95761265b61266193611e9d565b90503d805f833e61297d81836116b7565b81019060208183031261050f5780519067ffffffffffffffff821161050f5701906101408282031261050f57604051916129b683611651565b805167ffffffffffffffff811161050f5781019180601f8401121561050f5782516129e081611b39565b916129ee60405193846116b7565b8183526020828601011161050f576020815f928261012097018386015e8301015283526020810151602084015260408101516040840152612a316060820161245e565b6060840152612a426080820161245e565b6080840152612a5360a0820161245e565b60a0840152612a6460c0820161245e565b60c0840152612a7560e08201612470565b60e0840152612a876101008201612470565b610100840152015161ffff8116810361050f57610120808301919091526128dd565b908151811015611776570160200190565b801561173d577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0190565b612aee8161193d565b90612b006020820192611eb78461193d565b15611e7157602081611e516007612b308496612b25612b1f5f9861193d565b9161193d565b606086013591613259565b612bbd600d612b426080870135613365565b876040519889928180850197805191829101895e8401907f222c22636f6e74657874223a220000000000000000000000000000000000000083830152805192839101602d83015e0101898382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018752866116b7565b86612bd560e086013560c087013560a0880135613386565b81611dd363ffffffff612c34604080519a612c2e868d8181818082019c8d815192839201905e81017f227d2c226b696e64223a227665726966696564222c22706f736974696f6e223a838201520301809152018d6116b7565b01611952565b1661347a565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561050f570180359067ffffffffffffffff821161050f5760200191813603831361050f57565b91929060205f604051828101907f040000000000000000000000000000000000000000000000000000000000000082528388013560218201526040880135604182015260418152612cdd6061826116b7565b604051918291518091835e8101838152039060025afa15610684575f5193835f525f60205260405f20855f5260205260ff60405f2054169360038510156104e2578415159081612d4c575b5015918215612d3a575b50506104ba57565b612d44925061365b565b155f80612d32565b905060205f612d5b8580612c3a565b908160405192839283378101838152039060025afa15610684575f51145f612d28565b9290919360a08601612d9090876121db565b92909560c08801612da09061193d565b94612dae60e08a018a61240a565b9096612dbe6101008c018c6121db565b9a90976040519c8d9b7f46895d9b000000000000000000000000000000000000000000000000000000008d5260048d015260248c01612dfc9161222f565b60c48b016101c090526101c48b0190612e149261227f565b9067ffffffffffffffff1660e48a01528881037ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc016101048a015281815260200196905f5b818110612f325750505086959360ff6020999463ffffffff612ecd989567ffffffffffffffff8096166101248c0152166101448a015216610164880152166101848601527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc858403016101a486015261227f565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610684575f91612f19575090565b612661915060203d60201161067d5761066f81836116b7565b9199985091929394959660608060019267ffffffffffffffff612f6860208f63ffffffff612f5f8261156d565b16855201611558565b16602082015260408d01356040820152019a019101918a9899979695949392612e59565b90604051612f9b6060826116b7565b602481526040366020830137915f9083825b60108410612fbb5750505050565b6004841480156130a3575b8015613099575b801561308f575b613074575b82841a9060ff8260041c1691601083101561177657816130277f303132333435363738396162636465660000000000000000000000000000000061301e600f95611710565b951a9186612aa9565b5316936010851015611776578161306c7f3031323334353637383961626364656600000000000000000000000000000000613063600195611710565b971a9185612aa9565b530192612fad565b602d61308961308283611710565b9284612aa9565b53612fd9565b50600a8414612fd4565b5060088414612fcd565b5060068414612fc6565b5f9060206131de60248295968360409861310d6131076131018c6130d3815191826116b7565b600681527f697373756564000000000000000000000000000000000000000000000000000086820152613a70565b98613a70565b93613a70565b60378b51978895818088019b7c13000000000000000000000000000000000000000000000000000000008d527f6f74702d6e6f746172792f6669656c642f7631000000000000000000000000008a8a0152805191829101858a015e8701908382018d8152815193849201905e0101917c2000000000000000000000000000000000000000000000000000000000835260048301528051928391018583015e01868382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826116b7565b8451918291518091835e8101838152039060025afa156131fe57505f5190565b513d5f823e3d90fd5b67ffffffffffffffff661fffffffffffff911611159081613245575b8161322c575090565b661fffffffffffff915067ffffffffffffffff16111590565b67ffffffffffffffff811615159150613223565b6126619160096020809560278261328f61328967ffffffffffffffff6132828160139b1661347a565b981661347a565b93613365565b92604051998a975f828a01527f7b226174223a000000000000000000000000000000000000000000000000000060218a0152805191829101858a015e8701907f2c226261746368223a000000000000000000000000000000000000000000000084830152805192839101603083015e0101907f2c2263223a7b226368616c6c656e6765223a220000000000000000000000000084830152805192839101601c83015e01015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826116b7565b61266190604051906020820152602081526133816040826116b7565b613ae8565b61266191600d60208095602d826133aa6132896133a4600c99613365565b97613365565b92604051998a977f222c22707572706f7365223a2200000000000000000000000000000000000000828a0152805191829101858a015e8701907f222c227375626a656374223a220000000000000000000000000000000000000084830152805192839101603a83015e0101907f222c2274656e616e74223a22000000000000000000000000000000000000000084830152805192839101601983015e01015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826116b7565b805f917a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000821015613633575b806d04ee2d6d415b85acef8100000000600a921015613618575b662386f26fc10000811015613604575b6305f5e1008110156135f3575b6127108110156135e4575b60648110156135d6575b10156135cb575b600a7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff602160018501947fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061356161354b88611b39565b97613559604051998a6116b7565b808952611b39565b013660208801378501015b01917f30313233343536373839616263646566000000000000000000000000000000008282061a83530480156135c6577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff600a919261356c565b505090565b6001909101906134f4565b6064600291049301926134ed565b612710600491049301926134e3565b6305f5e100600891049301926134d8565b662386f26fc10000601091049301926134cb565b6d04ee2d6d415b85acef8100000000602091049301926134bb565b50604091507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000081046134a1565b608081019065e677d21fdc0067ffffffffffffffff6136798461193d565b1610801590613a4b575b6127a9576136918380612c3a565b919082604051938492602084017f7b22616c67223a224553323536222c226b6964223a2200000000000000000000905260368401378101603681017f222c22747970223a226f74702d726563656970742b6a7774227d0000000000009052036036017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa81018352601a0161372590836116b7565b6137316020820161193d565b67ffffffffffffffff166137449061347a565b9061375160608201611b0c565b61375a90612f8c565b9361376760a0830161193d565b61377090613bfe565b9161377b8180612c3a565b604081930161378990611952565b63ffffffff166137989061347a565b936137a29061193d565b6137ab90613bfe565b94604051988997602089017f7b226261746368223a000000000000000000000000000000000000000000000090528051602081920160298b015e8801602981017f2c226368616c6c656e6765223a22000000000000000000000000000000000000905281516020819301603783015e01602901600e81017f222c226c6f675f6279223a220000000000000000000000000000000000000000905281516020819301601a83015e01600e0191600c83017f222c226f726967696e223a2200000000000000000000000000000000000000009052601883013701600c01600c81017f222c22706f736974696f6e223a00000000000000000000000000000000000000905281516020819301601983015e01600c01600d81017f2c2276657269666965645f6174223a2200000000000000000000000000000000905281516020819301601d83015e01600d01601081017f227d0000000000000000000000000000000000000000000000000000000000009052036010017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe28101835260020161395190836116b7565b61395a90613ae8565b9061396490613ae8565b6040518091602082019380516020819201865e8201602081017f2e00000000000000000000000000000000000000000000000000000000000000905281516020819301602183015e01602001600181015f9052036001017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0810182526139ea90826116b7565b604051918291518091835e81015f815203905a915f916002602094fa15610684575f519060608101359060808101356040602083013592013592613a318484848489614102565b90959015613a4157505050505090565b612661955061421e565b5065e677d21fdc0067ffffffffffffffff613a6860a0840161193d565b161015613683565b61266160247fffffffff0000000000000000000000000000000000000000000000000000000092602081519160405195869360e01b16828401528051918291018484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826116b7565b90815115613be85781518060021b907f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81160361173d576002810180911161173d576003900490604051917f4142434445464748494a4b4c4d4e4f505152535455565758595a616263646566601f526106707f6768696a6b6c6d6e6f707172737475767778797a303132333435363738392b2f18603f5260208301938080510160208101908151925f83525b818110613bae575050528083528201602001604052909150565b60036004910197603f8951818160121c165183538181600c1c16516001840153818160061c16516002840153165160038201530196613b94565b9050604051613bf86020826116b7565b5f815290565b67ffffffffffffffff169067ffffffffffffffff6305265c0083041691620afa6c830180931161173d5762023ab180840493069061016d613c60613c54613c496105b48604866145c9565b618eac860490612481565b62023ab08504906145c9565b04918261016d029061016d8204840361173d57613c91613c87613c97938660021c90612481565b60648604906145c9565b906145c9565b938460050260058104860361173d576002810180911161173d576099900494856099029060998204870361173d576002820180921161173d576005613cdd9204906145c9565b946001860180961161173d57600a8110156140d2576003810180911161173d57925b610190820291808304610190149015171561173d57613d3591613d2191612481565b600284116140ca5760ff60015b1690612481565b9360405192613d456040856116b7565b601884527f303030302d30302d30305430303a30303a30302e3030305a000000000000000060208501528395600490815b614058575050600290815b613ff9575050600290815b613f9a57505067ffffffffffffffff6018816236ee808404160616600290815b613f3b57505067ffffffffffffffff603c8161ea608404160616600290815b613edc57505067ffffffffffffffff603c816103e88404160616600290815b613e755750506103e867ffffffffffffffff91061690600391825b613e0e57505050565b600a810660108110156117765783601401918260141161173d576013850192831161173d57613e6e92613e667f3031323334353637383961626364656600000000000000000000000000000000600a941a9186612aa9565b530492612aba565b9182613e05565b600a810660108110156117765782601101918260111161173d576010840192831161173d57613ed592613ecd7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612aa9565b530491612aba565b9081613dea565b600a810660108110156117765782600e019182600e1161173d57600d840192831161173d57613f3492613ecd7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612aa9565b9081613dcb565b600a810660108110156117765782600b019182600b1161173d57600a840192831161173d57613f9392613ecd7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612aa9565b9081613dac565b600a810660108110156117765782600801918260081161173d576007840192831161173d57613ff292613ecd7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612aa9565b9081613d8c565b600a810660108110156117765782600501918260051161173d576004840192831161173d5761405192613ecd7f3031323334353637383961626364656600000000000000000000000000000000600a941a9189612aa9565b9081613d81565b600a81066010811015611776577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83019183831161173d576140c392613ecd7f3031323334353637383961626364656600000000000000000000000000000000600a941a918a612aa9565b9081613d76565b60ff5f613d2e565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7810190811161173d5792613cff565b9091929361411084846145d6565b15801561420d575b156141295750505050505f90600190565b6020945f9460a094604051948552878501526040840152606083015260808201528280526101005afa1561420b575f511561416657600190600190565b60205f60a06040517fbb5a52f42f9c9261ed4361f59422a1e30036e7c32b270c8807a419feca6050238152600584820152600160408201527fa71af64de5126a4a4e02b7922d66ce9415ce88a4c9d25514d91082c8725ac95760608201527f5d47723c8fbe580bb369fec9c2665d8e30a435b9932645482e7c9f11e872296b60808201528280526101005afa1561420b575f5115614205575f90600190565b5f905f90565bfe5b50614218818661464d565b15614118565b9190939261422c82866145d6565b1580156145b8575b611a2c576040519361020061424981876116b7565b5f5b8181106145a35750506020926143e55f9360c09360405161426b8161169b565b86815286888201528660408201528952604051916142888361169b565b82528682015260016040820152858801908152876143d66040516142ab8161169b565b7f6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c29681527f4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f58982015260016040820152608083019081526143c76143b861431186516146f9565b926040860193845261432381516146f9565b9061010087019182526143398851865190614736565b966060810197885261434e8951835190614736565b60a08201526143608651835190614736565b8c8201526143718851835190614736565b60e08201526143838951845190614736565b6101208201526143968651845190614736565b6101408201526101606143ac8951855190614736565b91015251905190614736565b6101808d018181529551614736565b6101a08c015251835190614736565b6101c08a015251905190614736565b6101e087015260405190848252848083015284604083015260608201527fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63254f60808201527fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63255160a082015260055afa5f51901561459157807fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551809286959495099309905f905f925f945f915b608083106144cd5750505050916144c7917fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551936149da565b50061490565b8661456f575b8160fe1c600c8260fc1c161760406144eb82876146e8565b510151614507575b5060019060021b9160021b9201919061448f565b96919590948261454b5750505061451e85836146e8565b5151936001604061453e60206145348a886146e8565b51015198866146e8565b5101519695945b906144f3565b90614564929161455e60019899876146e8565b516147e8565b969195909594614545565b939561458091956145869397614755565b91614755565b9591949094936144d3565b634e487b715f5260126020526024601cfd5b6020906145ae6146ca565b818901520161424b565b506145c3848261464d565b15614234565b9190820391821161173d57565b908115159182614623575b5081614619575b816145f1575090565b7f7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a89150111590565b80151591506145e8565b7fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc6325511191505f6145e1565b7fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80807f5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b8185817fffffffff00000001000000000000000000000000fffffffffffffffffffffffc81838009080908818580091493109110161690565b604051906146d78261169b565b5f6040838281528260208201520152565b9060108110156117765760051b0190565b614719906147056146ca565b508051906040602082015191015191614755565b90604051926147278461169b565b83526020830152604082015290565b614719916147426146ca565b50805160406020830151920151926147e8565b9290917fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80918180868009968180808a818080808a800980097fffffffff00000001000000000000000000000000fffffffffffffffffffffffc09818088800960030908940960040991818080808087600209810381868009089c80096008098103938b82039008900908940960020990565b91939092935f945f945f946040810151907fffffffff00000001000000000000000000000000ffffffffffffffffffffffff8280097fffffffff00000001000000000000000000000000ffffffffffffffffffffffff858009927fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80878609602085015109917fffffffff00000001000000000000000000000000ffffffffffffffffffffffff808681868103818d8189890990090896510991818381039189090890811585151694855f146149695750505050506001146148cb575b50505050565b7fffffffff00000001000000000000000000000000ffffffffffffffffffffffff8080809a508699508097985080969381808087819998099d838f94097fffffffff00000001000000000000000000000000fffffffffffffffffffffffc09818088800960030908940960040991818080808087600209810381868009089c80096008098103938b820390089009089409600209905f8080806148c5565b929b50935096507fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80808080809c9d50809a995080985080969f508b8009809709958a098180876002098103818381038188800908089d098103938c8203900890090895099009905f8080806148c5565b92918015614a8a575f60c060209260405190848252848083015284604083015260608201527fffffffff00000001000000000000000000000000fffffffffffffffffffffffd60808201527fffffffff00000001000000000000000000000000ffffffffffffffffffffffff60a082015260055afa905f519115614591577fffffffff00000001000000000000000000000000ffffffffffffffffffffffff828180828196098097099509900990565b505090505f905f9056fea26469706673582212203b085a376a3d20b9cb5497a1694b04046ac9b6ff60f0b890952446771095c32b64736f6c63430008250033';
