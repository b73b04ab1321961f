// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title The purpose of a code that a contract consumes
library DirectPurpose {
    /// @dev Keeps these purposes apart from every other hash.
    bytes32 private constant DIRECT = keccak256("otp-notary/direct/v1");

    /// @notice 64 lower-case hex digits of a hash over chain, calling contract, log, consumer and binding: the same code
    /// consumes nothing on another deployment, and nothing for another consumer.
    function forConsumer(bytes32 originId, address consumer, bytes32 binding) internal view returns (string memory) {
        bytes32 hash = keccak256(abi.encode(DIRECT, block.chainid, address(this), originId, consumer, binding));
        bytes memory digits = bytes(Strings.toHexString(uint256(hash), 32));
        assembly ("memory-safe") {
            // A purpose has 64 characters at most: without 0x.
            let length := sub(mload(digits), 2)
            digits := add(digits, 2)
            mstore(digits, length)
        }
        return string(digits);
    }
}
