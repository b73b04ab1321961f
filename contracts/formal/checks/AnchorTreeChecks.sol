// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AnchorTree} from "../contracts/libraries/AnchorTree.sol";
import {svm, vm} from "./Symbolic.sol";

/// @title An anchor is never replaced
/// @notice For every count that fits u32 and every content of the branch.
contract AnchorTreeChecks {
    using AnchorTree for AnchorTree.Range;

    AnchorTree.Range private _range;

    /// @notice A peak that stays a peak keeps its hash.
    function check_push_keeps_peaks(uint32 count, bytes32 leaf) external {
        vm.assume(count != type(uint32).max);
        svm.enableSymbolicStorage(address(this));
        bytes32[32] memory before;
        for (uint256 height = 0; height < 32; ++height) before[height] = _range.branch[height];
        _range.push(count, leaf);
        uint256 stays = uint256(count) & (uint256(count) + 1);
        uint256 changed = 0;
        unchecked {
            // Without branches, which would double the paths at each height.
            for (uint256 height = 0; height < 32; ++height) {
                uint256 mask = 0 - ((stays >> height) & 1);
                changed |= mask & uint256(_range.branch[height] ^ before[height]);
            }
        }
        assert(changed == 0);
    }

    /// @notice Peaks that end are joined, oldest leftmost, with the new leaf: what they prove stays provable.
    function check_push_joins_ended_peaks(uint32 count, bytes32 leaf) external {
        vm.assume(count < 256);
        svm.enableSymbolicStorage(address(this));
        bytes32 expected = leaf;
        uint256 height = 0;
        for (; height < 9 && (count >> height) & 1 == 1; ++height) {
            expected = keccak256(abi.encodePacked(uint8(0x05), _range.branch[height], expected));
        }
        _range.push(count, leaf);
        assert(_range.branch[height] == expected);
    }
}
