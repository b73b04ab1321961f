// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What the gas report compares with: one bit of storage for each code
/// @notice The least that such a ledger can do: no proxy, no roles, one event. Never deployed.
contract BitmapLedger {
    mapping(uint256 word => uint256) private _words;

    /// @notice A run of words was written.
    event Written(uint256 first, uint256 count);

    /// @notice A bit of these words was set before.
    error AlreadySet(uint256 word);

    /// @notice Sets the bits of a run of words, each for the first time.
    function write(uint256 first, uint256[] calldata words) external {
        for (uint256 i = 0; i < words.length; ++i) {
            uint256 old = _words[first + i];
            if (old & words[i] != 0) revert AlreadySet(first + i);
            _words[first + i] = old | words[i];
        }
        emit Written(first, words.length);
    }
}

/// @title What the gas report compares with: one mapping entry for each code
/// @notice The least that such a ledger can do: no proxy, no roles, one event. Never deployed.
contract MappingLedger {
    mapping(bytes32 code => bool) private _used;

    /// @notice Codes were written.
    event Written(uint256 count);

    /// @notice This code was written before.
    error AlreadyUsed(bytes32 code);

    /// @notice Marks codes as used, each once.
    function write(bytes32[] calldata codes) external {
        for (uint256 i = 0; i < codes.length; ++i) {
            if (_used[codes[i]]) revert AlreadyUsed(codes[i]);
            _used[codes[i]] = true;
        }
        emit Written(codes.length);
    }
}
