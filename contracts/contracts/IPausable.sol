// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title OpenZeppelin's Pausable, as far as ProvenCodes asks it
interface IPausable {
    /// @notice Whether writes are stopped.
    function paused() external view returns (bool);
}
