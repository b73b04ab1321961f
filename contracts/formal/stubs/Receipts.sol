// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Receipt, ReceiptSignature} from "../IProvenCodes.sol";

/// @title Any signature scheme at all
/// @notice Stands in for the real one in the formal checks: its verdict is some function of its input, nothing more.
library Receipts {
    function keyHash(bytes32 x, bytes32 y) internal pure returns (bytes32) {
        return keccak256(abi.encode(x, y));
    }

    function uuid(bytes16 id) internal pure returns (bytes memory) {
        return abi.encodePacked(keccak256(abi.encodePacked(id)));
    }

    function isSigned(
        Receipt calldata receipt,
        bytes memory challenge,
        ReceiptSignature calldata signature
    ) internal pure returns (bool) {
        return uint256(keccak256(abi.encode(receipt, challenge, signature))) & 1 == 1;
    }
}
