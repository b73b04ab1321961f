// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A payee for tests: calls back when it is paid
contract CallingPayee {
    address private immutable target;
    bytes private call_;
    bool private isBusy;

    /// @notice How the call back went.
    bool public wasCallBackTaken;

    constructor(address target_) {
        target = target_;
    }

    /// @notice What to call when paid.
    function arm(bytes calldata data) external {
        call_ = data;
    }

    receive() external payable {
        if (isBusy || call_.length == 0) return;
        isBusy = true;
        (wasCallBackTaken, ) = target.call(call_);
    }
}
