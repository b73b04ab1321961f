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

export const provenCodesBytecode = '0x60a0346100bc57601f614b1338819003918201601f19168301916001600160401b038311848410176100c0578084926020946040528339810103126100bc57516001600160a01b0381168082036100bc57803b156100aa5750608052604051614a3e90816100d5823960805181818160e7015281816103a20152818161085301528181610c6e01528181610fea015281816125dc015281816127b801528181612ad70152612fcc0152f35b633dde6b2b60e11b5f5260045260245ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c80630563fdce146114b557806322a83ae4146114605780632ae1d19c14610f085780632ccdd7ba14610bab5780632d5a2bca14610af7578063329bf18214610abf5780633f8ccec8146109ce57806344cf594e146107d5578063679bcc061461072857806369e4013c146105bd57806395ef37ef1461010f57639d54c79d1461009d575f80fd5b3461010b575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261010b57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b3461010b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261010b5760043560243567ffffffffffffffff811161010b5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261010b576044359167ffffffffffffffff831161010b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc843603011261010b5760643560ff811680910361010b576084359267ffffffffffffffff841161010b5783600401946101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc863603011261010b5760049594950181600401906102269185611cca565b9290610234602484016116c2565b95610241604485016116d7565b968661025060a48b0184612405565b9a909261025f60c483016116c2565b61026c60e4840187612634565b9190936101040161027d9088612405565b96909e6040519889977f46895d9b0000000000000000000000000000000000000000000000000000000089526004890152602488016102bb91612459565b60c487016101c090526101c48701906102d3926124a9565b9067ffffffffffffffff1660e48601528481037ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc0161010486015281815260200192905f5b81811061056b57505050829160209463ffffffff67ffffffffffffffff61038994169d8e610124870152169d8e610144860152896101648601525f6101848601527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc858403016101a48601526124a9565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610560575f91610531575b5060028314908115610528575b50610500578693855f52600260205260405f20875f5260205260405f209161041e868460019160ff918160081c5f52602052161b60405f205416151590565b6104d05767ffffffffffffffff60a0956104727faff18a00a920db0d14cd889d58c13058ef2934fe609ef625ea23446899ebf582986104cd968160081c5f52602052600160ff60405f2092161b8154179055565b7fffffffffffffffffffffffffffffffff000000000000000000000000000000006104ab60846104a460648501611b33565b93016116c2565b91604051978852166020870152166040850152606084015260808301906115f6565ba4005b85887f1026e16c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fae591c87000000000000000000000000000000000000000000000000000000005f5260045ffd5b905015886103df565b610553915060203d602011610559575b61054b8183611669565b8101906116aa565b886103d2565b503d610541565b6040513d5f823e3d90fd5b91959450919260608060019263ffffffff6105858a61151f565b16815267ffffffffffffffff61059d60208b0161150a565b166020820152604089013560408201520196019101918694959392610318565b3461010b576102e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261010b576101607fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc36011261010b576101843567ffffffffffffffff811161010b576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261010b576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe5c36011261010b576102a43567ffffffffffffffff811161010b576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261010b576102c4359067ffffffffffffffff821161010b576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc833603011261010b5760209261071e92600401916004019060040160043561198a565b6040519015158152f35b3461010b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261010b5760243573ffffffffffffffffffffffffffffffffffffffff8116810361010b57604061078b602092604435906004356117f0565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f835194859381855280519182918282880152018686015e5f85828601015201168101030190f35b3461010b576107e3366115b4565b906040517f91d148540000000000000000000000000000000000000000000000000000000081527f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f55600482015233602482015260208160448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610560575f916109af575b501561098357805f525f60205260405f20825f5260205260ff60405f2054166003811015610921576001810361094e57505f818152602081815260408083208584529091529081902080547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660021790555160208160027fc5212097ecdeb7925401bdb12353b731c9d15e56d3c1a70689e2c7dbb3e0759a9352a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b61097e90837fda2eee7d000000000000000000000000000000000000000000000000000000005f526004526115e8565b60445ffd5b7fad0550d5000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b6109c8915060203d6020116105595761054b8183611669565b83610883565b3461010b576101c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261010b576101607fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc36011261010b576101843567ffffffffffffffff811161010b576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261010b576101a43567ffffffffffffffff811161010b576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261010b5760209161071e91600401906004016004356126b8565b3461010b57610acd366115b4565b905f525f60205260405f20905f52602052602060ff60405f205416610af560405180926115f6565bf35b3461010b576101a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261010b576101607fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc36011261010b576101843567ffffffffffffffff811161010b576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261010b5761071e602091600401610ba3611dbd565b6004356124e6565b3461010b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261010b5760043567ffffffffffffffff811161010b57610bfa903690600401611586565b90602435906040517f91d148540000000000000000000000000000000000000000000000000000000081527f7935bd0ae54bc31f548c14dba4d37c5c64b3f8ca900cb468fb8abd54d5894f55600482015233602482015260208160448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610560575f91610ee9575b50156109835781151580610ee0575b80610ed5575b915f925b8080610ecc575b15610de357507f1f000000000000000000000000000000000000000000000000000000000000007fff00000000000000000000000000000000000000000000000000000000000000610d118587866117b7565b35161180610d8c575b80610d30575b610d2a909361175d565b92610cb7565b50610d2a7f5c000000000000000000000000000000000000000000000000000000000000007fff00000000000000000000000000000000000000000000000000000000000000610d818688876117b7565b351614159050610d20565b507f22000000000000000000000000000000000000000000000000000000000000007fff00000000000000000000000000000000000000000000000000000000000000610dda8587866117b7565b35161415610d1a565b82859115610ea057815f9160209360405192839283378101838152039060025afa15610560575f51805f525f60205260405f20825f5260205260ff60405f2054166003811015610921578061094e57505f818152602081815260408083208584529091529081902080547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660011790555160208160017fc5212097ecdeb7925401bdb12353b731c9d15e56d3c1a70689e2c7dbb3e0759a9352a3005b827fcb24dc00000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50848410610cbe565b5060ff831115610cb3565b50821515610cad565b610f02915060203d6020116105595761054b8183611669565b84610c9e565b3461010b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261010b5760043560243567ffffffffffffffff811161010b57610f5a903690600401611586565b9091604435926064359267ffffffffffffffff841161010b578360040193803603946102007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc87011261010b576040517f5c975abb00000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610560575f91611441575b50611419576101c4820135957fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff3d810187121561010b5767ffffffffffffffff96830191611069602485016116c2565b95611076604486016116d7565b9689611084602487016116c2565b911699168914806113fc575b1580156113d3575b80156113a6575b61137e576110ae8a338a6117f0565b906110b7611722565b9660409788516110c78a82611669565b600681527f74656e616e74000000000000000000000000000000000000000000000000000060208201526110fa836116e8565b926111078b519485611669565b808452368186011161010b576020815f9261113097838801378501015261018489013591611b60565b6101448601351490811591611321575b506112f957610164840135907ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffefd830182121561010b57611188600461118e93870101916120c7565b886124e6565b156112d1577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5d6101e4840135910181121561010b57600480916111d5940101910185611cca565b90506003811015610921576001036112a957825f526001602052805f20845f5260205263ffffffff815f209216948261122687809560019160ff918160081c5f52602052161b60405f205416151590565b611279577f739d3a21d36ce35a36a7c71eced6855694af098ecea1d866837b36843e5ce6079361126b918160081c5f52602052600160ff60405f2092161b8154179055565b8151903382526020820152a4005b83867f069b8d8e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fc0098aac000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f7b19a7f2000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f179435b3000000000000000000000000000000000000000000000000000000005f5260045ffd5b611370915061132e611722565b875161133a8982611669565b600781527f707572706f73650000000000000000000000000000000000000000000000000060208201526101a488013591611b60565b61010485013514158a611140565b7f0e3b552b000000000000000000000000000000000000000000000000000000005f5260045ffd5b506113b3608485016116c2565b67ffffffffffffffff806113c9606489016116c2565b169116101561109f565b506113e0608485016116c2565b67ffffffffffffffff806113f3856116c2565b16911610611098565b50611409604485016116d7565b63ffffffff808916911614611090565b7f79290ed9000000000000000000000000000000000000000000000000000000005f5260045ffd5b61145a915060203d6020116105595761054b8183611669565b8861101a565b3461010b57602061071e61147336611530565b915f526001845267ffffffffffffffff60405f2091165f52835263ffffffff60405f2091169060019160ff918160081c5f52602052161b60405f205416151590565b3461010b57602061071e6114c836611530565b915f526002845267ffffffffffffffff60405f2091165f52835263ffffffff60405f2091169060019160ff918160081c5f52602052161b60405f205416151590565b359067ffffffffffffffff8216820361010b57565b359063ffffffff8216820361010b57565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc606091011261010b576004359060243567ffffffffffffffff8116810361010b579060443563ffffffff8116810361010b5790565b9181601f8401121561010b5782359167ffffffffffffffff831161010b576020838186019501011161010b57565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc604091011261010b576004359060243590565b600381101561092157602452565b9060038210156109215752565b610140810190811067ffffffffffffffff82111761162057604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6060810190811067ffffffffffffffff82111761162057604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761162057604052565b9081602091031261010b5751801515810361010b5790565b3567ffffffffffffffff8116810361010b5790565b3563ffffffff8116810361010b5790565b67ffffffffffffffff811161162057601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b60405190611731604083611669565b600682527f69737375656400000000000000000000000000000000000000000000000000006020830152565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811461178a5760010190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b908210156117c3570190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b9173ffffffffffffffffffffffffffffffffffffffff6040519260208401947f0cd9144a5f1a1ace90c88e767274c004a3fc1ac0289ba44b5654ac14ad2804e9865246604086015230606086015260808501521660a083015260c082015260c0815261185d60e082611669565b5190208061186b60426116e8565b916118796040519384611669565b6042835261188760426116e8565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020850191013682378351156117c357603090538251600110156117c3576078602184015360415b6001811161193c575061190c575060027ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe825101910190815290565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452602060245260445ffd5b90600f81169060108210156117c3577f3031323334353637383961626364656600000000000000000000000000000000611985921a61197b8487612cd3565b5360041c91612ce4565b6118d0565b909291926101c43567ffffffffffffffff81169081810361010b57506044359067ffffffffffffffff82169182810361010b5750149384611b02575b6119d260c083016116c2565b9460c082019567ffffffffffffffff806119eb896116c2565b169116109081611ac8575b81611a8f575b15908115611a86575b508015611a5c575b611a5357611a2690611a206101a4612d0f565b846124e6565b9384611a34575b5050505090565b611a4a9450611a446024916116c2565b926129da565b5f808080611a2d565b50505050505f90565b50611a66856116c2565b67ffffffffffffffff80611a7c602088016116c2565b1691161015611a0d565b9050155f611a05565b90506101a43567ffffffffffffffff81169081810361010b57506084359067ffffffffffffffff82169182810361010b575010906119fc565b905060243567ffffffffffffffff81169081810361010b57506101a4359067ffffffffffffffff82169182810361010b57501115906119f6565b93506101e43563ffffffff81169081810361010b57506064359063ffffffff82169182810361010b575014936119c6565b357fffffffffffffffffffffffffffffffff000000000000000000000000000000008116810361010b5790565b611c596024602095865f96611b87611b81611b7b8498613072565b98613072565b93613072565b6037604051978895818088019b7c13000000000000000000000000000000000000000000000000000000008d527f6f74702d6e6f746172792f6669656c642f7631000000000000000000000000008a8a0152805191829101858a015e8701908382018d8152815193849201905e0101917c2000000000000000000000000000000000000000000000000000000000835260048301528051928391018583015e01868382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611669565b604051918291518091835e8101838152039060025afa15610560575f5190565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561010b570180359067ffffffffffffffff821161010b5760200191813603831361010b57565b91929060205f604051828101907f040000000000000000000000000000000000000000000000000000000000000082528388013560218201526040880135604182015260418152611d1c606182611669565b604051918291518091835e8101838152039060025afa15610560575f5193835f525f60205260405f20855f5260205260ff60405f205416936003851015610921578415159081611d8b575b5015918215611d79575b50506112a957565b611d8392506130ea565b155f80611d71565b905060205f611d9a8580611c79565b908160405192839283378101838152039060025afa15610560575f51145f611d67565b60243567ffffffffffffffff8116810361010b576044359067ffffffffffffffff8216820361010b57611df08282613608565b1580156120a1575b61209b57611e099160a4359161365a565b6020611f1a600d611e1b60c435613766565b601084611e2960e435613766565b8482611e3761010435613766565b92816040519a8b9881808b019e8f815192839201905e8a01907f222c226368616e6e656c223a220000000000000000000000000000000000000083830152805192839101602d83015e0101907f222c22636f6d6d69746d656e74223a220000000000000000000000000000000084830152805192839101601d83015e0101907f222c22636f6e74657874223a220000000000000000000000000000000000000084830152805192839101601d83015e01015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611669565b611f2e610164356101443561012435613787565b9060843567ffffffffffffffff811680820361010b57601c600d611f58611ff4936020955061387b565b84604051958692818085019a8051918291018c5e8401907f227d2c2265787069726573223a0000000000000000000000000000000000000083830152805192839101602d83015e01017f2c226b696e64223a22697373756564222c22706f736974696f6e223a000000008382015203017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc810184520182611669565b6064359263ffffffff841680850361010b5760209586611c59938161201d6007955f9a5061387b565b916040519788958387019a5180918c5e860190838201908c8252519283915e010190888252805192839101825e017f2c2276223a317d000000000000000000000000000000000000000000000000008152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe7810184520182611669565b50505f90565b5060843567ffffffffffffffff811680820361010b57661fffffffffffff915011611df8565b6120d0816116c2565b6120e760208301916120e1836116c2565b90613608565b1580156123e0575b61209b576120fc826116c2565b90612106906116c2565b6080830135906121159261365a565b9061212360a0820135613766565b9161213160c0830135613766565b9261213f60e0840135613766565b604051948592602084019480516020819201875e8401602081017f222c226368616e6e656c223a2200000000000000000000000000000000000000905281516020819301602d83015e01602001600d81017f222c22636f6d6d69746d656e74223a2200000000000000000000000000000000905281516020819301601d83015e01600d01601081017f222c22636f6e74657874223a2200000000000000000000000000000000000000905281516020819301601d83015e01601001600d81015f905203600d017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0810184526122349084611669565b61224e610140830135610120840135610100850135613787565b61225a606084016116c2565b67ffffffffffffffff1661226d9061387b565b926040518094602082019380516020819201865e8201602081017f227d2c2265787069726573223a00000000000000000000000000000000000000905281516020819301602d83015e01602001600d81017f2c226b696e64223a22697373756564222c22706f736974696f6e223a00000000905203600d017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc81018552601c016123179085611669565b604001612323906116d7565b63ffffffff166123329061387b565b906040519384936020850196518091885e84019060208201905f8252519283915e016020015f815281516020819301825e017f2c2276223a317d000000000000000000000000000000000000000000000000008152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe7810182526007016123ba9082611669565b604051918291518091835e81015f815203905a915f916002602094fa15610560575f5190565b50661fffffffffffff67ffffffffffffffff6123fe606085016116c2565b16116120ef565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561010b570180359067ffffffffffffffff821161010b57602001918160051b3603831361010b57565b67ffffffffffffffff6124a360808093836124738261150a565b168652836124836020830161150a565b16602087015260408101356040870152606081013560608701520161150a565b16910152565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff831161010b5760209260051b809284830137010190565b909182151591826124f9575b5050905090565b602092506125c36125739461251160a0850185612405565b67ffffffffffffffff61252660c088016116c2565b61258661253660e08a018a612405565b9590946040519c8d9b8c9b7f28c00c5c000000000000000000000000000000000000000000000000000000008d5260048d015260248c0190612459565b61014060c48b01526101448a01916124a9565b9460e4880152166101048601527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc858403016101248601526124a9565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610560575f91612615575b50805f806124f2565b61262e915060203d6020116105595761054b8183611669565b5f61260c565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561010b570180359067ffffffffffffffff821161010b5760200191606082023603831361010b57565b519064ffffffffff8216820361010b57565b519063ffffffff8216820361010b57565b9190820180921161178a57565b9160443567ffffffffffffffff81169081810361010b5760643563ffffffff8116810361010b57835f6001836126f09450858a612e64565b15611a535761270160c085016116c2565b9161270f60e0850185612634565b9190925067ffffffffffffffff61272860c087016116c2565b16900367ffffffffffffffff811161178a5767ffffffffffffffff16908110156117c357612767602067ffffffffffffffff93606085940201016116c2565b16911610156129d3576040517f5e5d16430000000000000000000000000000000000000000000000000000000081528360048201525f8160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610560575f91612896575b5061012061ffff910151169060843567ffffffffffffffff81169081810361010b575060243567ffffffffffffffff81169081810361010b57506103e884028481046103e8148515171561178a5761283f916126ab565b1061288e5761287061285c608067ffffffffffffffff93016116c2565b928261286a608087016116c2565b166126ab565b91161061209b5761288b9161288560246120c7565b906124e6565b90565b505050505f90565b90503d805f833e6128a78183611669565b81019060208183031261010b5780519067ffffffffffffffff821161010b5701906101408282031261010b57604051916128e083611603565b805167ffffffffffffffff811161010b5781019180601f8401121561010b57825161290a816116e8565b916129186040519384611669565b8183526020828601011161010b576020815f928261012097018386015e830101528352602081015160208401526040810151604084015261295b60608201612688565b606084015261296c60808201612688565b608084015261297d60a08201612688565b60a084015261298e60c08201612688565b60c084015261299f60e0820161269a565b60e08401526129b1610100820161269a565b610100840152015161ffff8116810361010b57610120808301919091526127e8565b5050505f90565b9192939093612a0682602087019260026129f3856116c2565b6129ff60408b016116d7565b9088612e64565b15611a5357612a1760c085016116c2565b90612a30612a2860e0850185612634565b9190926116c2565b67ffffffffffffffff80612a4660c088016116c2565b1691160367ffffffffffffffff811161178a5767ffffffffffffffff16908110156117c357612a86602067ffffffffffffffff93606085940201016116c2565b169116101561288e576040517f5e5d16430000000000000000000000000000000000000000000000000000000081528260048201525f8160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610560575f91612b96575b50610120015161ffff169067ffffffffffffffff612b27606087016116c2565b1667ffffffffffffffff612b3a876116c2565b166103e884028481046103e8148515171561178a57612b58916126ab565b10611a5357612b83612b75608067ffffffffffffffff93016116c2565b928261286a608088016116c2565b9116106129d35761288561288b936120c7565b90503d805f833e612ba78183611669565b81019060208183031261010b5780519067ffffffffffffffff821161010b5701906101408282031261010b5760405191612be083611603565b805167ffffffffffffffff811161010b5781019180601f8401121561010b578251612c0a816116e8565b91612c186040519384611669565b8183526020828601011161010b576020815f928261012097018386015e8301015283526020810151602084015260408101516040840152612c5b60608201612688565b6060840152612c6c60808201612688565b6080840152612c7d60a08201612688565b60a0840152612c8e60c08201612688565b60c0840152612c9f60e0820161269a565b60e0840152612cb1610100820161269a565b610100840152015161ffff8116810361010b5761012080830191909152612b07565b9081518110156117c3570160200190565b801561178a577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0190565b612d18816116c2565b90612d2a60208201926120e1846116c2565b1561209b57602081611c596007612d5a8496612d4f612d495f986116c2565b916116c2565b60608601359161365a565b612de7600d612d6c6080870135613766565b876040519889928180850197805191829101895e8401907f222c22636f6e74657874223a220000000000000000000000000000000000000083830152805192839101602d83015e0101898382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101875286611669565b86612dff60e086013560c087013560a0880135613787565b8161201d63ffffffff612e5e604080519a612e58868d8181818082019c8d815192839201905e81017f227d2c226b696e64223a227665726966696564222c22706f736974696f6e223a838201520301809152018d611669565b016116d7565b1661387b565b9290919360a08601612e769087612405565b92909560c08801612e86906116c2565b94612e9460e08a018a612634565b9096612ea46101008c018c612405565b9a90976040519c8d9b7f46895d9b000000000000000000000000000000000000000000000000000000008d5260048d015260248c01612ee291612459565b60c48b016101c090526101c48b0190612efa926124a9565b9067ffffffffffffffff1660e48a01528881037ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc016101048a015281815260200196905f5b8181106130185750505086959360ff6020999463ffffffff612fb3989567ffffffffffffffff8096166101248c0152166101448a015216610164880152166101848601527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc858403016101a48601526124a9565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610560575f91612fff575090565b61288b915060203d6020116105595761054b8183611669565b9199985091929394959660608060019267ffffffffffffffff61304e60208f63ffffffff6130458261151f565b1685520161150a565b16602082015260408d01356040820152019a019101918a9899979695949392612f3f565b61288b60247fffffffff0000000000000000000000000000000000000000000000000000000092602081519160405195869360e01b16828401528051918291018484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611669565b6080810165e677d21fdc0067ffffffffffffffff613107836116c2565b16108015906135e3575b6129d3576036906131af601a6131278680611c79565b9490856040519687927f7b22616c67223a224553323536222c226b6964223a220000000000000000000060208501528484013781017f222c22747970223a226f74702d726563656970742b6a7774227d0000000000008382015203017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa810185520183611669565b6131c767ffffffffffffffff612e5e602086016116c2565b906131d460608501611b33565b90604051946131e4606087611669565b60248652602086019260403685375f90815b601083106134f15750505060a0810161320e906116c2565b61321790613a5c565b906132228180611c79565b92604084929301613232906116d7565b63ffffffff166132419061387b565b9461324b906116c2565b61325490613a5c565b95604051998a9860208a017f7b226261746368223a000000000000000000000000000000000000000000000090528051602081920160298c015e890190602982017f2c226368616c6c656e6765223a220000000000000000000000000000000000009052518092603783015e01602901600e81017f222c226c6f675f6279223a220000000000000000000000000000000000000000905281516020819301601a83015e01600e0191600c83017f222c226f726967696e223a2200000000000000000000000000000000000000009052601883013701600c01600c81017f222c22706f736974696f6e223a00000000000000000000000000000000000000905281516020819301601983015e01600c01600d81017f2c2276657269666965645f6174223a2200000000000000000000000000000000905281516020819301601d83015e01600d01601081017f227d0000000000000000000000000000000000000000000000000000000000009052036010017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe2810183526002016133f79083611669565b61340090613f60565b9061340a90613f60565b6040518091602082019380516020819201865e8201602081017f2e00000000000000000000000000000000000000000000000000000000000000905281516020819301602183015e01602001600181015f9052036001017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0810182526134909082611669565b604051918291518091835e81015f815203905a915f916002602094fa15610560575f5190606081013590608081013560406020830135920135926134d78484848489614076565b909590156134e757505050505090565b61288b9550614192565b6004831480156135d9575b80156135cf575b80156135c5575b6135aa575b81831a9060ff8260041c169160108310156117c3578161355d7f3031323334353637383961626364656600000000000000000000000000000000613554600f9561175d565b951a918d612cd3565b53169260108410156117c357816135a27f303132333435363738396162636465660000000000000000000000000000000061359960019561175d565b961a918c612cd3565b5301916131f6565b602d6135bf6135b88361175d565b928b612cd3565b5361350f565b50600a831461350a565b5060088314613503565b50600683146134fc565b5065e677d21fdc0067ffffffffffffffff61360060a085016116c2565b161015613111565b67ffffffffffffffff661fffffffffffff911611159081613646575b8161362d575090565b661fffffffffffff915067ffffffffffffffff16111590565b67ffffffffffffffff811615159150613624565b61288b9160096020809560278261369061368a67ffffffffffffffff6136838160139b1661387b565b981661387b565b93613766565b92604051998a975f828a01527f7b226174223a000000000000000000000000000000000000000000000000000060218a0152805191829101858a015e8701907f2c226261746368223a000000000000000000000000000000000000000000000084830152805192839101603083015e0101907f2c2263223a7b226368616c6c656e6765223a220000000000000000000000000084830152805192839101601c83015e01015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611669565b61288b9060405190602082015260208152613782604082611669565b613f60565b61288b91600d60208095602d826137ab61368a6137a5600c99613766565b97613766565b92604051998a977f222c22707572706f7365223a2200000000000000000000000000000000000000828a0152805191829101858a015e8701907f222c227375626a656374223a220000000000000000000000000000000000000084830152805192839101603a83015e0101907f222c2274656e616e74223a22000000000000000000000000000000000000000084830152805192839101601983015e01015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611669565b805f917a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000821015613a34575b806d04ee2d6d415b85acef8100000000600a921015613a19575b662386f26fc10000811015613a05575b6305f5e1008110156139f4575b6127108110156139e5575b60648110156139d7575b10156139cc575b600a7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff602160018501947fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061396261394c886116e8565b9761395a604051998a611669565b8089526116e8565b013660208801378501015b01917f30313233343536373839616263646566000000000000000000000000000000008282061a83530480156139c7577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff600a919261396d565b505090565b6001909101906138f5565b6064600291049301926138ee565b612710600491049301926138e4565b6305f5e100600891049301926138d9565b662386f26fc10000601091049301926138cc565b6d04ee2d6d415b85acef8100000000602091049301926138bc565b50604091507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000081046138a2565b67ffffffffffffffff169067ffffffffffffffff6305265c0083041691620afa6c830180931161178a5762023ab180840493069061016d613abe613ab2613aa76105b486048661453d565b618eac8604906126ab565b62023ab085049061453d565b04918261016d029061016d8204840361178a57613aef613ae5613af5938660021c906126ab565b606486049061453d565b9061453d565b938460050260058104860361178a576002810180911161178a576099900494856099029060998204870361178a576002820180921161178a576005613b3b92049061453d565b946001860180961161178a57600a811015613f30576003810180911161178a57925b610190820291808304610190149015171561178a57613b9391613b7f916126ab565b60028411613f285760ff60015b16906126ab565b9360405192613ba3604085611669565b601884527f303030302d30302d30305430303a30303a30302e3030305a000000000000000060208501528395600490815b613eb6575050600290815b613e57575050600290815b613df857505067ffffffffffffffff6018816236ee808404160616600290815b613d9957505067ffffffffffffffff603c8161ea608404160616600290815b613d3a57505067ffffffffffffffff603c816103e88404160616600290815b613cd35750506103e867ffffffffffffffff91061690600391825b613c6c57505050565b600a810660108110156117c35783601401918260141161178a576013850192831161178a57613ccc92613cc47f3031323334353637383961626364656600000000000000000000000000000000600a941a9186612cd3565b530492612ce4565b9182613c63565b600a810660108110156117c35782601101918260111161178a576010840192831161178a57613d3392613d2b7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612cd3565b530491612ce4565b9081613c48565b600a810660108110156117c35782600e019182600e1161178a57600d840192831161178a57613d9292613d2b7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612cd3565b9081613c29565b600a810660108110156117c35782600b019182600b1161178a57600a840192831161178a57613df192613d2b7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612cd3565b9081613c0a565b600a810660108110156117c35782600801918260081161178a576007840192831161178a57613e5092613d2b7f3031323334353637383961626364656600000000000000000000000000000000600a941a9188612cd3565b9081613bea565b600a810660108110156117c35782600501918260051161178a576004840192831161178a57613eaf92613d2b7f3031323334353637383961626364656600000000000000000000000000000000600a941a9189612cd3565b9081613bdf565b600a810660108110156117c3577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83019183831161178a57613f2192613d2b7f3031323334353637383961626364656600000000000000000000000000000000600a941a918a612cd3565b9081613bd4565b60ff5f613b8c565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7810190811161178a5792613b5d565b908151156140605781518060021b907f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81160361178a576002810180911161178a576003900490604051917f4142434445464748494a4b4c4d4e4f505152535455565758595a616263646566601f526106707f6768696a6b6c6d6e6f707172737475767778797a303132333435363738392b2f18603f5260208301938080510160208101908151925f83525b818110614026575050528083528201602001604052909150565b60036004910197603f8951818160121c165183538181600c1c16516001840153818160061c1651600284015316516003820153019661400c565b9050604051614070602082611669565b5f815290565b90919293614084848461454a565b158015614181575b1561409d5750505050505f90600190565b6020945f9460a094604051948552878501526040840152606083015260808201528280526101005afa1561417f575f51156140da57600190600190565b60205f60a06040517fbb5a52f42f9c9261ed4361f59422a1e30036e7c32b270c8807a419feca6050238152600584820152600160408201527fa71af64de5126a4a4e02b7922d66ce9415ce88a4c9d25514d91082c8725ac95760608201527f5d47723c8fbe580bb369fec9c2665d8e30a435b9932645482e7c9f11e872296b60808201528280526101005afa1561417f575f5115614179575f90600190565b5f905f90565bfe5b5061418c81866145c1565b1561408c565b919093926141a0828661454a565b15801561452c575b611a5357604051936102006141bd8187611669565b5f5b8181106145175750506020926143595f9360c0936040516141df8161164d565b86815286888201528660408201528952604051916141fc8361164d565b825286820152600160408201528588019081528761434a60405161421f8161164d565b7f6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c29681527f4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f589820152600160408201526080830190815261433b61432c614285865161466d565b9260408601938452614297815161466d565b9061010087019182526142ad88518651906146aa565b96606081019788526142c289518351906146aa565b60a08201526142d486518351906146aa565b8c8201526142e588518351906146aa565b60e08201526142f789518451906146aa565b61012082015261430a86518451906146aa565b61014082015261016061432089518551906146aa565b910152519051906146aa565b6101808d0181815295516146aa565b6101a08c0152518351906146aa565b6101c08a0152519051906146aa565b6101e087015260405190848252848083015284604083015260608201527fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63254f60808201527fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63255160a082015260055afa5f51901561450557807fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551809286959495099309905f905f925f945f915b6080831061444157505050509161443b917fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc6325519361494e565b50061490565b866144e3575b8160fe1c600c8260fc1c1617604061445f828761465c565b51015161447b575b5060019060021b9160021b92019190614403565b9691959094826144bf57505050614492858361465c565b515193600160406144b260206144a88a8861465c565b510151988661465c565b5101519695945b90614467565b906144d892916144d2600198998761465c565b5161475c565b9691959095946144b9565b93956144f491956144fa93976146c9565b916146c9565b959194909493614447565b634e487b715f5260126020526024601cfd5b60209061452261463e565b81890152016141bf565b5061453784826145c1565b156141a8565b9190820391821161178a57565b908115159182614597575b508161458d575b81614565575090565b7f7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a89150111590565b801515915061455c565b7fffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc6325511191505f614555565b7fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80807f5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b8185817fffffffff00000001000000000000000000000000fffffffffffffffffffffffc81838009080908818580091493109110161690565b6040519061464b8261164d565b5f6040838281528260208201520152565b9060108110156117c35760051b0190565b61468d9061467961463e565b5080519060406020820151910151916146c9565b906040519261469b8461164d565b83526020830152604082015290565b61468d916146b661463e565b508051604060208301519201519261475c565b9290917fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80918180868009968180808a818080808a800980097fffffffff00000001000000000000000000000000fffffffffffffffffffffffc09818088800960030908940960040991818080808087600209810381868009089c80096008098103938b82039008900908940960020990565b91939092935f945f945f946040810151907fffffffff00000001000000000000000000000000ffffffffffffffffffffffff8280097fffffffff00000001000000000000000000000000ffffffffffffffffffffffff858009927fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80878609602085015109917fffffffff00000001000000000000000000000000ffffffffffffffffffffffff808681868103818d8189890990090896510991818381039189090890811585151694855f146148dd57505050505060011461483f575b50505050565b7fffffffff00000001000000000000000000000000ffffffffffffffffffffffff8080809a508699508097985080969381808087819998099d838f94097fffffffff00000001000000000000000000000000fffffffffffffffffffffffc09818088800960030908940960040991818080808087600209810381868009089c80096008098103938b820390089009089409600209905f808080614839565b929b50935096507fffffffff00000001000000000000000000000000ffffffffffffffffffffffff80808080809c9d50809a995080985080969f508b8009809709958a098180876002098103818381038188800908089d098103938c8203900890090895099009905f808080614839565b929180156149fe575f60c060209260405190848252848083015284604083015260608201527fffffffff00000001000000000000000000000000fffffffffffffffffffffffd60808201527fffffffff00000001000000000000000000000000ffffffffffffffffffffffff60a082015260055afa905f519115614505577fffffffff00000001000000000000000000000000ffffffffffffffffffffffff828180828196098097099509900990565b505090505f905f9056fea264697066735822122029d6d96b0f4737750b0a22dda3b8659863ec16a238e2f5d1c8a0e1646e99551664736f6c63430008250033';
