// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {Receipt, ReceiptSignature} from "../IProvenCodes.sol";

/// @title Receipts: ES256 compact JWS over a canonical payload
/// @notice Writes what was signed from its values (docs/formats.md) and checks the signature, with the precompile of
/// EIP-7951 where the chain has one. No JSON and no base64 is read on chain.
library Receipts {
    /// @dev 10000-01-01T00:00:00Z: from there on a year has more than four digits.
    uint64 private constant END_OF_TIME = 253_402_300_800_000;
    bytes16 private constant DIGITS = "0123456789abcdef";

    /// @notice Identifies a public key: `SHA-256(0x04 ‖ x ‖ y)`, over the uncompressed point of SEC 1.
    function keyHash(bytes32 x, bytes32 y) internal pure returns (bytes32) {
        return sha256(abi.encodePacked(uint8(0x04), x, y));
    }

    /// @notice Whether this key signed this receipt.
    /// @param challenge {uuid} of the receipt's challenge, which callers need as well.
    function isSigned(
        Receipt calldata receipt,
        bytes memory challenge,
        ReceiptSignature calldata signature
    ) internal view returns (bool) {
        if (receipt.verifiedAt >= END_OF_TIME || receipt.logBy >= END_OF_TIME) return false;
        bytes memory header = abi.encodePacked('{"alg":"ES256","kid":"', signature.kid, '","typ":"otp-receipt+jwt"}');
        bytes memory payload = _payload(receipt, challenge);
        bytes32 digest = sha256(abi.encodePacked(Base64.encodeURL(header), ".", Base64.encodeURL(payload)));
        return P256.verify(digest, signature.r, signature.s, signature.x, signature.y);
    }

    function _payload(Receipt calldata receipt, bytes memory challenge) private pure returns (bytes memory) {
        return
            abi.encodePacked(
                '{"batch":',
                Strings.toString(receipt.batch),
                ',"challenge":"',
                challenge,
                '","log_by":"',
                _iso(receipt.logBy),
                '","origin":"',
                receipt.origin,
                '","position":',
                Strings.toString(receipt.position),
                ',"verified_at":"',
                _iso(receipt.verifiedAt),
                '"}'
            );
    }

    /// @notice RFC 9562 text form of an id.
    function uuid(bytes16 id) internal pure returns (bytes memory text) {
        text = new bytes(36);
        uint256 next = 0;
        for (uint256 i = 0; i < 16; ++i) {
            if (i == 4 || i == 6 || i == 8 || i == 10) text[next++] = "-";
            text[next++] = DIGITS[uint8(id[i]) >> 4];
            text[next++] = DIGITS[uint8(id[i]) & 0x0f];
        }
    }

    /// @dev ISO 8601 in UTC with milliseconds, as ECMAScript writes it.
    function _iso(uint64 ms) private pure returns (bytes memory text) {
        (uint256 year, uint256 month, uint256 day) = _date(ms / 86_400_000);
        text = bytes("0000-00-00T00:00:00.000Z");
        _put(text, 0, 4, year);
        _put(text, 5, 2, month);
        _put(text, 8, 2, day);
        _put(text, 11, 2, (ms / 3_600_000) % 24);
        _put(text, 14, 2, (ms / 60_000) % 60);
        _put(text, 17, 2, (ms / 1000) % 60);
        _put(text, 20, 3, ms % 1000);
    }

    /// @dev Writes a number with leading zeros.
    function _put(bytes memory text, uint256 start, uint256 width, uint256 value) private pure {
        for (uint256 i = width; i > 0; --i) {
            text[start + i - 1] = DIGITS[value % 10];
            value /= 10;
        }
    }

    /// @dev Gregorian date of a day since 1970-01-01: "civil_from_days" of H. Hinnant, chrono-compatible low-level date
    /// algorithms. Years begin in March there, so that the leap day is the last of its year; eras have 400 years.
    function _date(uint256 epochDay) private pure returns (uint256 year, uint256 month, uint256 day) {
        uint256 shifted = epochDay + 719_468;
        uint256 era = shifted / 146_097;
        uint256 dayOfEra = shifted % 146_097;
        uint256 yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        uint256 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        uint256 monthFromMarch = (5 * dayOfYear + 2) / 153;
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    }
}
