// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {IOtpNotary} from "./IOtpNotary.sol";
import {IPausable} from "./IPausable.sol";
import {
    DirectProof,
    FateProof,
    IProvenCodes,
    IssuedLeaf,
    KeyStanding,
    LeafProof,
    Receipt,
    ReceiptSignature,
    VerifiedLeaf
} from "./IProvenCodes.sol";
import {DirectPurpose} from "./libraries/DirectPurpose.sol";
import {Entries} from "./libraries/Entries.sol";
import {Receipts} from "./libraries/Receipts.sol";
import {SettlementTree} from "./libraries/SettlementTree.sol";

/// @title ProvenCodes
/// @notice Beside an OtpNotary, for ever the same: no owner, no upgrade, no role of its own. A bit that it has set cannot
/// be cleared by anybody. Why it is a contract of its own: docs/adr/0010-proven-codes-beside-the-notary.md.
/// @dev Takes no value and calls nobody but the notary's views and precompiles.
contract ProvenCodes is IProvenCodes {
    using BitMaps for BitMaps.BitMap;

    /// @dev As in OtpNotary.
    bytes32 private constant GOVERNOR_ROLE = keccak256("GOVERNOR_ROLE");
    /// @dev The longest origin of a log in OtpNotary.
    uint256 private constant MAX_ORIGIN = 255;

    /// @inheritdoc IProvenCodes
    IOtpNotary public immutable notary;

    mapping(bytes32 originId => mapping(bytes32 keyHash => KeyStanding)) private _keys;
    mapping(bytes32 originId => mapping(uint64 batch => BitMaps.BitMap)) private _consumed;
    mapping(bytes32 originId => mapping(uint64 batch => BitMaps.BitMap)) private _flagged;

    constructor(IOtpNotary notary_) {
        if (address(notary_).code.length == 0) revert InvalidNotary(address(notary_));
        notary = notary_;
    }

    modifier onlyGovernor() {
        if (!IAccessControl(address(notary)).hasRole(GOVERNOR_ROLE, msg.sender)) revert NotGovernor(msg.sender);
        _;
    }

    /// @inheritdoc IProvenCodes
    function addReceiptKey(string calldata origin, bytes32 keyHash) external onlyGovernor {
        bytes calldata name = bytes(origin);
        bool isPlain = keyHash != 0 && name.length != 0 && name.length <= MAX_ORIGIN;
        for (uint256 i = 0; isPlain && i < name.length; ++i) {
            isPlain = name[i] > 0x1f && name[i] != '"' && name[i] != "\\";
        }
        if (!isPlain) revert InvalidReceiptKey(keyHash);
        _moveKey(sha256(name), keyHash, KeyStanding.Unknown, KeyStanding.Active);
    }

    /// @inheritdoc IProvenCodes
    function retireReceiptKey(bytes32 originId, bytes32 keyHash) external onlyGovernor {
        _moveKey(originId, keyHash, KeyStanding.Active, KeyStanding.Retired);
    }

    /// @inheritdoc IProvenCodes
    function consumeDirect(
        bytes32 originId,
        string calldata tenant,
        bytes32 binding,
        DirectProof calldata proof
    ) external {
        if (IPausable(address(notary)).paused()) revert NotaryPaused();
        IssuedLeaf calldata issued = proof.issued;
        Receipt calldata receipt = proof.receipt;
        (uint64 batch, uint32 position) = (issued.batch, issued.position);
        bool isInTime = receipt.verifiedAt >= issued.issuedAt && receipt.verifiedAt < issued.expires;
        if (receipt.batch != batch || receipt.position != position || !isInTime) revert OtherCode();
        bytes memory challenge = Receipts.uuid(receipt.challenge);
        if (issued.challenge != _committed("challenge", proof.challengeSalt, string(challenge))) revert OtherCode();
        string memory purpose = directPurpose(originId, msg.sender, binding);
        bool isOfTenant = issued.tenant == _committed("tenant", proof.tenantSalt, tenant);
        if (!isOfTenant || issued.purpose != _committed("purpose", proof.purposeSalt, purpose)) revert NotBound();
        if (!verifyIssued(originId, issued, proof.place)) revert NotIssued();
        (, KeyStanding standing) = _requireSigned(originId, receipt, challenge, proof.signature);
        if (standing != KeyStanding.Active) revert InvalidReceipt();

        BitMaps.BitMap storage consumed = _consumed[originId][batch];
        if (consumed.get(position)) revert AlreadyConsumed(batch, position);
        consumed.set(position);
        emit ConsumedDirect(originId, batch, position, msg.sender, binding);
    }

    /// @inheritdoc IProvenCodes
    function flag(
        bytes32 originId,
        Receipt calldata receipt,
        ReceiptSignature calldata signature,
        uint8 fate,
        FateProof calldata settled
    ) external {
        bytes memory challenge = Receipts.uuid(receipt.challenge);
        (bytes32 keyHash, KeyStanding standing) = _requireSigned(originId, receipt, challenge, signature);
        (uint64 batch, uint32 position) = (receipt.batch, receipt.position);
        bool isSettled = _isFate(originId, batch, position, fate, 0, settled);
        if (fate == SettlementTree.USED || !isSettled) revert NoContradiction();
        BitMaps.BitMap storage flagged = _flagged[originId][batch];
        if (flagged.get(position)) revert AlreadyFlagged(batch, position);
        flagged.set(position);
        emit Flagged(originId, batch, position, fate, receipt.challenge, receipt.verifiedAt, keyHash, standing);
    }

    /// @inheritdoc IProvenCodes
    function verifyUsed(
        bytes32 originId,
        IssuedLeaf calldata issued,
        LeafProof calldata place,
        VerifiedLeaf calldata used,
        LeafProof calldata usedPlace,
        FateProof calldata fate
    ) external view returns (bool) {
        bool isOfCode = used.batch == issued.batch && used.position == issued.position;
        bool isInTime =
            place.index < usedPlace.index && issued.issuedAt <= used.verifiedAt && used.verifiedAt < issued.expires;
        // A use behind the tree that settled it was not there to be settled.
        if (!isOfCode || !isInTime || usedPlace.index >= fate.record.size) return false;
        return
            _isLeaf(originId, Entries.verifiedHash(used), usedPlace) &&
            _isSettled(originId, issued, place, SettlementTree.USED, usedPlace.index, fate);
    }

    /// @inheritdoc IProvenCodes
    function verifyUnused(
        bytes32 originId,
        IssuedLeaf calldata issued,
        LeafProof calldata place,
        FateProof calldata fate
    ) external view returns (bool) {
        return _isSettled(originId, issued, place, SettlementTree.UNUSED, 0, fate);
    }

    /// @inheritdoc IProvenCodes
    function isConsumed(bytes32 originId, uint64 batch, uint32 position) external view returns (bool) {
        return _consumed[originId][batch].get(position);
    }

    /// @inheritdoc IProvenCodes
    function isFlagged(bytes32 originId, uint64 batch, uint32 position) external view returns (bool) {
        return _flagged[originId][batch].get(position);
    }

    /// @inheritdoc IProvenCodes
    function receiptKey(bytes32 originId, bytes32 keyHash) external view returns (KeyStanding) {
        return _keys[originId][keyHash];
    }

    /// @inheritdoc IProvenCodes
    function verifyIssued(
        bytes32 originId,
        IssuedLeaf calldata issued,
        LeafProof calldata place
    ) public view returns (bool) {
        return _isLeaf(originId, Entries.issuedHash(issued), place);
    }

    /// @inheritdoc IProvenCodes
    function directPurpose(bytes32 originId, address consumer, bytes32 binding) public view returns (string memory) {
        return DirectPurpose.forConsumer(originId, consumer, binding);
    }

    function _committed(string memory field, bytes32 salt, string memory value) private pure returns (bytes32) {
        return Entries.commitment("issued", field, salt, value);
    }

    /// @dev Reverts unless a key that is or was good for this log signed the receipt.
    function _requireSigned(
        bytes32 originId,
        Receipt calldata receipt,
        bytes memory challenge,
        ReceiptSignature calldata signature
    ) private view returns (bytes32 keyHash, KeyStanding standing) {
        keyHash = Receipts.keyHash(signature.x, signature.y);
        standing = _keys[originId][keyHash];
        bool isOfLog = standing != KeyStanding.Unknown && sha256(bytes(receipt.origin)) == originId;
        if (!isOfLog || !Receipts.isSigned(receipt, challenge, signature)) revert InvalidReceipt();
    }

    function _moveKey(bytes32 originId, bytes32 keyHash, KeyStanding from, KeyStanding to) private {
        KeyStanding standing = _keys[originId][keyHash];
        if (standing != from) revert ReceiptKeyStands(keyHash, standing);
        _keys[originId][keyHash] = to;
        emit ReceiptKeyChanged(originId, keyHash, to);
    }

    /// @dev Whether an issued code has this fate, settled after its issue was anchored for longer than it could live.
    function _isSettled(
        bytes32 originId,
        IssuedLeaf calldata issued,
        LeafProof calldata place,
        uint8 fate,
        uint64 logIndex,
        FateProof calldata proof
    ) private view returns (bool) {
        // Once this holds, the anchor settled the batch, and the log exists.
        if (!_isFate(originId, issued.batch, issued.position, fate, logIndex, proof)) return false;
        if (place.index >= proof.settlements[issued.batch - proof.firstBatch].issuedBelow) return false;
        uint256 life = notary.logOf(originId).life;
        if (uint256(issued.expires) > uint256(issued.issuedAt) + life * 1000) return false;
        if (proof.record.time < place.record.time + life) return false;
        return verifyIssued(originId, issued, place);
    }

    function _isFate(
        bytes32 originId,
        uint64 batch,
        uint32 position,
        uint8 fate,
        uint64 logIndex,
        FateProof calldata proof
    ) private view returns (bool) {
        return
            notary.verifyFate(
                originId,
                proof.record,
                proof.anchorPath,
                proof.firstBatch,
                proof.settlements,
                batch,
                position,
                fate,
                logIndex,
                proof.path
            );
    }

    function _isLeaf(bytes32 originId, bytes32 leafHash, LeafProof calldata place) private view returns (bool) {
        return
            leafHash != 0 &&
            notary.verifyInclusion(originId, place.record, place.anchorPath, leafHash, place.index, place.inclusion);
    }
}
