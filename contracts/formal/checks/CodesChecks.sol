// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AnchorRecord, IOtpNotary, LogView, Settlement} from "../contracts/IOtpNotary.sol";
import {DirectProof, FateProof, KeyStanding, Receipt, ReceiptSignature} from "../contracts/IProvenCodes.sol";
import {ProvenCodes} from "../contracts/ProvenCodes.sol";
import {svm, vm} from "./Symbolic.sol";

/// @title Any notary at all
/// @notice Each answer is whatever its storage holds: the checks hold for every one of them.
contract AnyNotary {
    bool public paused;
    bool private _verdict;
    mapping(bytes32 role => mapping(address account => bool)) public hasRole;

    function verifyInclusion(
        bytes32,
        AnchorRecord calldata,
        bytes32[] calldata,
        bytes32,
        uint64,
        bytes32[] calldata
    ) external view returns (bool) {
        return _verdict;
    }

    function verifyFate(
        bytes32,
        AnchorRecord calldata,
        bytes32[] calldata,
        uint64,
        Settlement[] calldata,
        uint64,
        uint32,
        uint8,
        uint64,
        bytes32[] calldata
    ) external view returns (bool) {
        return _verdict;
    }
}

/// @title What no call can do to ProvenCodes
/// @notice Each check starts from every state that storage can hold, reachable or not.
contract CodesChecks {
    /// @dev An origin is hashed at once and never looked at again by what is checked here.
    string private constant ORIGIN = "log.example/otp";

    AnyNotary private _notary;
    ProvenCodes private _codes;

    function setUp() external {
        _notary = new AnyNotary();
        _codes = new ProvenCodes(IOtpNotary(address(_notary)));
        svm.enableSymbolicStorage(address(_notary));
        svm.enableSymbolicStorage(address(_codes));
    }

    /// @notice A consumption sets a bit that was not set, and never while the notary is paused.
    function check_a_bit_is_set_once(
        address caller,
        bytes32 originId,
        string calldata tenant,
        bytes32 binding,
        DirectProof memory proof
    ) external {
        proof.receipt.origin = ORIGIN;
        (uint64 batch, uint32 position) = (proof.issued.batch, proof.issued.position);
        bool wasConsumed = _codes.isConsumed(originId, batch, position);
        bool isPaused = _notary.paused();
        vm.prank(caller);
        try _codes.consumeDirect(originId, tenant, binding, proof) {
            assert(!wasConsumed && !isPaused);
            assert(_codes.isConsumed(originId, batch, position));
        } catch {}
    }

    /// @notice A consumption needs a key that is active, for a receipt of this very code, given while the code was good.
    function check_consumption_needs_a_receipt(
        address caller,
        bytes32 originId,
        string calldata tenant,
        bytes32 binding,
        DirectProof memory proof
    ) external {
        proof.receipt.origin = ORIGIN;
        bytes32 key = keccak256(abi.encode(proof.signature.x, proof.signature.y));
        bool isActive = _codes.receiptKey(originId, key) == KeyStanding.Active;
        vm.prank(caller);
        try _codes.consumeDirect(originId, tenant, binding, proof) {
            assert(isActive && keccak256(bytes(proof.receipt.origin)) == originId);
            assert(proof.receipt.batch == proof.issued.batch && proof.receipt.position == proof.issued.position);
            assert(
                proof.receipt.verifiedAt >= proof.issued.issuedAt && proof.receipt.verifiedAt < proof.issued.expires
            );
        } catch {}
    }

    /// @notice No consumption touches another code's bit.
    function check_consumption_sets_one_bit(
        address caller,
        bytes32 originId,
        string calldata tenant,
        bytes32 binding,
        DirectProof memory proof,
        bytes32 otherOrigin,
        uint64 otherBatch,
        uint32 otherPosition
    ) external {
        proof.receipt.origin = ORIGIN;
        bool isSame =
            otherOrigin == originId && otherBatch == proof.issued.batch && otherPosition == proof.issued.position;
        vm.assume(!isSame);
        bool before = _codes.isConsumed(otherOrigin, otherBatch, otherPosition);
        vm.prank(caller);
        try _codes.consumeDirect(originId, tenant, binding, proof) {
            assert(_codes.isConsumed(otherOrigin, otherBatch, otherPosition) == before);
        } catch {}
    }

    /// @notice No call of anybody clears a bit that is set, of a consumed code or of a flagged one.
    function check_no_bit_ever_clears(Call memory what, bytes32 originId, uint64 batch, uint32 position) external {
        bool isConsumed = _codes.isConsumed(originId, batch, position);
        bool isFlagged = _codes.isFlagged(originId, batch, position);
        _write(what);
        assert(!isConsumed || _codes.isConsumed(originId, batch, position));
        assert(!isFlagged || _codes.isFlagged(originId, batch, position));
    }

    /// @notice A code is flagged once, by a key that is or was the log's, and never for a fate of used.
    function check_a_code_is_flagged_once(
        bytes32 originId,
        Receipt memory receipt,
        ReceiptSignature calldata signature,
        uint8 fate,
        FateProof calldata settled
    ) external {
        receipt.origin = ORIGIN;
        bool wasFlagged = _codes.isFlagged(originId, receipt.batch, receipt.position);
        bytes32 key = keccak256(abi.encode(signature.x, signature.y));
        bool isKnown = _codes.receiptKey(originId, key) != KeyStanding.Unknown;
        try _codes.flag(originId, receipt, signature, fate, settled) {
            assert(!wasFlagged && isKnown && fate != 2);
            assert(_codes.isFlagged(originId, receipt.batch, receipt.position));
        } catch {}
    }

    /// @notice A key's standing goes forward one step at a time, and only by the governor.
    function check_keys_go_forward(Call memory what, bytes32 originId, bytes32 key) external {
        uint8 before = uint8(_codes.receiptKey(originId, key));
        bool isGovernor = _notary.hasRole(keccak256("GOVERNOR_ROLE"), what.caller);
        _write(what);
        uint8 then = uint8(_codes.receiptKey(originId, key));
        assert(then == before || (isGovernor && then == before + 1));
    }

    /// @dev Any call of any function that writes; a test compares them with the ABI.
    struct Call {
        address caller;
        uint8 which;
        bytes32 originId;
        string tenant;
        bytes32 binding;
        DirectProof proof;
        uint8 fate;
        FateProof settled;
        bytes32 keyHash;
    }

    function _write(Call memory what) private {
        what.proof.receipt.origin = ORIGIN;
        vm.prank(what.caller);
        if (what.which == 0) {
            try _codes.consumeDirect(what.originId, what.tenant, what.binding, what.proof) {} catch {}
        } else if (what.which == 1) {
            try
                _codes.flag(what.originId, what.proof.receipt, what.proof.signature, what.fate, what.settled)
            {} catch {}
        } else if (what.which == 2) {
            try _codes.addReceiptKey(ORIGIN, what.keyHash) {} catch {}
        } else {
            try _codes.retireReceiptKey(what.originId, what.keyHash) {} catch {}
        }
    }
}
