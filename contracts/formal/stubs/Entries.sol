// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IssuedLeaf, VerifiedLeaf} from "../IProvenCodes.sol";

/// @title Any spelling of entries at all
/// @notice Stands in for the real one in the formal checks: some function of its input, nothing more.
library Entries {
    function issuedHash(IssuedLeaf calldata leaf) internal pure returns (bytes32) {
        return keccak256(abi.encode(leaf));
    }

    function verifiedHash(VerifiedLeaf calldata leaf) internal pure returns (bytes32) {
        return keccak256(abi.encode(leaf));
    }

    function commitment(
        string memory kind,
        string memory field,
        bytes32 salt,
        string memory value
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(kind, field, salt, value));
    }
}
