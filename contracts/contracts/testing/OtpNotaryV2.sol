// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OtpNotary} from "../OtpNotary.sol";

/// @title The implementation that upgrades are rehearsed with
/// @notice OtpNotary as it is, with one member in a namespace of its own: an upgrade to it changes exactly the declared slots.
contract OtpNotaryV2 is OtpNotary {
    /// @custom:storage-location erc7201:otp-notary.storage.Rehearsal
    struct RehearsalStorage {
        uint64 rehearsedAt;
    }

    /// @dev `keccak256(abi.encode(uint256(keccak256("otp-notary.storage.Rehearsal")) - 1)) & ~bytes32(uint256(0xff))`.
    bytes32 private constant REHEARSAL_LOCATION = 0x43c153e50f67ef2adfb7c35755c634b81383fbcc9a5733b1a258246a21258700;

    /// @notice Once a rehearsal on one proxy: `round` must rise.
    function rehearse(uint64 round) external reinitializer(round) {
        _rehearsal().rehearsedAt = uint64(block.timestamp);
    }

    /// @notice Block time of the last upgrade to this implementation.
    function rehearsedAt() external view returns (uint64) {
        return _rehearsal().rehearsedAt;
    }

    function _rehearsal() private pure returns (RehearsalStorage storage $) {
        assembly {
            $.slot := REHEARSAL_LOCATION
        }
    }
}
