// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Any verifier at all
/// @notice Stands in for the real one in the formal checks: its verdict is some function of its input, nothing more. What
/// is proven holds for every verifier, so for the real one too, whose own correctness is tested exhaustively elsewhere.
library Consistency {
    function isExtension(
        uint256 first,
        bytes32 firstHash,
        uint256 second,
        bytes32 secondHash,
        bytes32[] calldata path
    ) internal pure returns (bool) {
        return uint256(keccak256(abi.encode(first, firstHash, second, secondHash, path))) & 1 == 1;
    }
}
