// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DirectProof, IProvenCodes} from "../IProvenCodes.sol";

/// @title A consumer for tests: consumes one code as often as it is told
contract RepeatingConsumer {
    IProvenCodes private immutable codes;

    constructor(IProvenCodes codes_) {
        codes = codes_;
    }

    /// @notice All in one transaction, or none.
    function consume(
        bytes32 originId,
        string calldata tenant,
        bytes32 binding,
        DirectProof calldata proof,
        uint256 times
    ) external {
        for (uint256 i = 0; i < times; ++i) codes.consumeDirect(originId, tenant, binding, proof);
    }
}
