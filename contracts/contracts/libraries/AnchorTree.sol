// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AnchorRecord} from "../IOtpNotary.sol";

/// @title The tree of a log's anchors
/// @notice A range of perfect trees: `branch[h]` is the root of the perfect tree of `2^h` anchors that is a peak exactly
/// when bit `h` of the count is set. A push writes one slot, which is reused, so every anchor stays provable from
/// contract state for ever while the state does not grow. Hashing is not commutative: a path binds the index.
library AnchorTree {
    uint8 private constant LEAF = 0x04;
    uint8 private constant NODE = 0x05;
    /// @dev Heights of a range whose count fits u32.
    uint256 private constant HEIGHTS = 32;

    /// @dev Slots whose bit is not set in the count hold old nodes, which nothing reads.
    struct Range {
        bytes32[HEIGHTS] branch;
    }

    /// @notice `keccak256(0x04 ‖ originId ‖ u64 index ‖ u64 size ‖ root ‖ settlementsHash ‖ u64 time)`.
    function leaf(bytes32 originId, AnchorRecord memory record) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encodePacked(
                    LEAF,
                    originId,
                    record.index,
                    record.size,
                    record.root,
                    record.settlementsHash,
                    record.time
                )
            );
    }

    /// @notice Adds leaf number `count`. Carries through the set low bits of `count` and writes one slot.
    /// @dev `count` must be below `2^32 - 1`, so that the carry ends inside the branch.
    function push(Range storage range, uint256 count, bytes32 leafHash) internal {
        bytes32 carry = leafHash;
        uint256 height = 0;
        for (; (count >> height) & 1 == 1; ++height) {
            carry = _node(range.branch[height], carry);
        }
        range.branch[height] = carry;
    }

    /// @notice Whether `leafHash` is leaf `index` of the first `count`: `path` leads to the root of its perfect tree,
    /// siblings lowest first.
    function contains(
        Range storage range,
        uint256 count,
        uint256 index,
        bytes32 leafHash,
        bytes32[] calldata path
    ) internal view returns (bool) {
        if (index >= count) return false;
        // Above their highest differing bit index and count agree: there the count has the bit of the leaf's peak.
        uint256 height = Math.log2(index ^ count);
        if (path.length != height) return false;
        bytes32 hash = leafHash;
        for (uint256 i = 0; i < height; ++i) {
            hash = (index >> i) & 1 == 1 ? _node(path[i], hash) : _node(hash, path[i]);
        }
        return hash == range.branch[height];
    }

    /// @notice The peaks of `count` leaves, highest (oldest) first.
    function peaks(Range storage range, uint256 count) internal view returns (bytes32[] memory list) {
        list = new bytes32[](_bits(count));
        uint256 next = 0;
        for (uint256 height = HEIGHTS; height > 0; --height) {
            if ((count >> (height - 1)) & 1 == 1) list[next++] = range.branch[height - 1];
        }
    }

    /// @dev `keccak256(0x05 ‖ left ‖ right)`.
    function _node(bytes32 left, bytes32 right) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(NODE, left, right));
    }

    function _bits(uint256 count) private pure returns (uint256 set) {
        for (uint256 rest = count; rest != 0; rest &= rest - 1) ++set;
    }
}
