// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Settlement} from "../IOtpNotary.sol";
import {Inclusion} from "./Inclusion.sol";
import {Sha256Tree} from "./Sha256Tree.sol";

/// @title The tree of the fates of one batch
/// @notice Leaf `i` is the one fate of position `i`; the tree's shape is RFC 9162's, its domain bytes are its own.
library SettlementTree {
    uint8 private constant LEAF = 0x02;
    /// @notice No code was ever issued at this position.
    uint8 internal constant VOID = 0;
    /// @notice A code was issued and never accepted.
    uint8 internal constant UNUSED = 1;
    /// @notice A code was issued and accepted, once.
    uint8 internal constant USED = 2;

    /// @notice Identifies a list of settlements: 0 for none, else `keccak256(abi.encode(firstBatch, settlements))`.
    function listHash(uint64 firstBatch, Settlement[] calldata settlements) internal pure returns (bytes32) {
        return settlements.length == 0 ? bytes32(0) : keccak256(abi.encode(firstBatch, settlements));
    }

    /// @notice Whether the settlement of `batch` gives `position` exactly this fate.
    /// @param logIndex Index of the `verified` leaf for a used position; must be 0 for every other fate.
    function includes(
        Settlement calldata settlement,
        bytes32 originId,
        uint64 batch,
        uint32 position,
        uint8 fate,
        uint64 logIndex,
        bytes32[] calldata path
    ) internal view returns (bool) {
        if (fate > USED || (fate != USED && logIndex != 0)) return false;
        bytes32 leaf = sha256(abi.encodePacked(LEAF, originId, batch, position, fate, logIndex));
        return Inclusion.includes(Sha256Tree.SETTLEMENT_NODE, leaf, position, settlement.count, path, settlement.root);
    }
}
