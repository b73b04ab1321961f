// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Nodes of SHA-256 trees
/// @notice `SHA-256(domain ‖ left ‖ right)`. The domain byte keeps the nodes of one kind of tree out of every other.
library Sha256Tree {
    /// @notice Node of a log, RFC 9162 §2.1.1.
    uint8 internal constant LOG_NODE = 0x01;
    /// @notice Node of a settlement tree.
    uint8 internal constant SETTLEMENT_NODE = 0x03;

    /// @notice The SHA-256 precompile gave no hash: too little gas, or a chain without it.
    error Sha256Unavailable();

    /// @dev Assembly, since a proof needs up to 80 of these and `sha256(abi.encodePacked(…))` costs three times as much.
    /// Writes 65 bytes beyond the free memory pointer without moving it, and the hash into scratch space.
    function node(uint8 domain, bytes32 left, bytes32 right) internal view returns (bytes32 hash) {
        bool hashed;
        assembly ("memory-safe") {
            let input := mload(0x40)
            mstore8(input, domain)
            mstore(add(input, 0x01), left)
            mstore(add(input, 0x21), right)
            // An account without code answers a call with success and nothing: 32 bytes must have come back.
            hashed := and(eq(returndatasize(), 0x20), staticcall(gas(), 0x02, input, 0x41, 0x00, 0x20))
            hash := mload(0x00)
        }
        if (!hashed) revert Sha256Unavailable();
    }
}
