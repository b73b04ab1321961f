// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IssuedLeaf, VerifiedLeaf} from "../IProvenCodes.sol";

/// @title The bytes of log entries
/// @notice Writes leaves in their one spelling (RFC 8785: names in order, no space), so that no JSON is read on chain.
/// Each entry has one set of values and each set one entry, since numbers and base64url end at their own characters.
library Entries {
    /// @dev The largest whole number of an entry: 2^53 - 1 (RFC 8785, I-JSON).
    uint64 private constant MAX_NUMBER = (1 << 53) - 1;

    /// @notice RFC 9162 leaf hash of an `issued` entry; 0, which is no hash, when no entry says this.
    function issuedHash(IssuedLeaf calldata leaf) internal pure returns (bytes32) {
        if (!_isPlace(leaf.issuedAt, leaf.batch) || leaf.expires > MAX_NUMBER) return 0;
        bytes memory head = abi.encodePacked(
            _head(leaf.issuedAt, leaf.batch, leaf.challenge),
            '","channel":"',
            _text(leaf.channel),
            '","commitment":"',
            _text(leaf.commitment),
            '","context":"',
            _text(leaf.context)
        );
        bytes memory tail = abi.encodePacked(
            _tail(leaf.purpose, leaf.subject, leaf.tenant),
            '"},"expires":',
            Strings.toString(leaf.expires),
            ',"kind":"issued","position":'
        );
        return sha256(abi.encodePacked(head, tail, Strings.toString(leaf.position), ',"v":1}'));
    }

    /// @notice RFC 9162 leaf hash of a `verified` entry; 0, which is no hash, when no entry says this.
    function verifiedHash(VerifiedLeaf calldata leaf) internal pure returns (bytes32) {
        if (!_isPlace(leaf.verifiedAt, leaf.batch)) return 0;
        bytes memory head = abi.encodePacked(
            _head(leaf.verifiedAt, leaf.batch, leaf.challenge),
            '","context":"',
            _text(leaf.context)
        );
        bytes memory tail = abi.encodePacked(
            _tail(leaf.purpose, leaf.subject, leaf.tenant),
            '"},"kind":"verified","position":'
        );
        return sha256(abi.encodePacked(head, tail, Strings.toString(leaf.position), ',"v":1}'));
    }

    /// @notice The salted commitment to one field of a leaf (docs/formats.md).
    function commitment(
        string memory kind,
        string memory field,
        bytes32 salt,
        string memory value
    ) internal pure returns (bytes32) {
        return
            sha256(
                abi.encodePacked(
                    uint32(19),
                    "otp-notary/field/v1",
                    _prefixed(kind),
                    _prefixed(field),
                    uint32(32),
                    salt,
                    _prefixed(value)
                )
            );
    }

    /// @dev Begins with the leaf's domain byte, RFC 9162 §2.1.1.
    function _head(uint64 time, uint64 batch, bytes32 challenge) private pure returns (bytes memory) {
        return
            abi.encodePacked(
                uint8(0x00),
                '{"at":',
                Strings.toString(time),
                ',"batch":',
                Strings.toString(batch),
                ',"c":{"challenge":"',
                _text(challenge)
            );
    }

    function _tail(bytes32 purpose, bytes32 subject, bytes32 tenant) private pure returns (bytes memory) {
        return
            abi.encodePacked(
                '","purpose":"',
                _text(purpose),
                '","subject":"',
                _text(subject),
                '","tenant":"',
                _text(tenant)
            );
    }

    function _isPlace(uint64 time, uint64 batch) private pure returns (bool) {
        return time <= MAX_NUMBER && batch != 0 && batch <= MAX_NUMBER;
    }

    function _text(bytes32 hash) private pure returns (string memory) {
        return Base64.encodeURL(abi.encodePacked(hash));
    }

    /// @dev `u32 length ‖ text`.
    function _prefixed(string memory text) private pure returns (bytes memory) {
        return abi.encodePacked(uint32(bytes(text).length), text);
    }
}
