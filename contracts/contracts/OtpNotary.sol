// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessControlDefaultAdminRulesUpgradeable} from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlDefaultAdminRulesUpgradeable.sol";
import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {AnchorRecord, IOtpNotary, LogView, Settlement} from "./IOtpNotary.sol";
import {AnchorTree} from "./libraries/AnchorTree.sol";
import {Consistency} from "./libraries/Consistency.sol";
import {Inclusion} from "./libraries/Inclusion.sol";
import {SettlementTree} from "./libraries/SettlementTree.sol";
import {Sha256Tree} from "./libraries/Sha256Tree.sol";

/// @title OtpNotary
/// @notice The implementation behind a TransparentUpgradeableProxy.
/// @dev Takes no value, has no fallback, calls nobody but the SHA-256 precompile. Roles: RELAYER anchors, GUARDIAN
/// pauses, GOVERNOR creates logs, unpauses and administers these two; GOVERNOR itself is administered by the default
/// admin, whose handover has two steps and a delay.
contract OtpNotary is IOtpNotary, AccessControlDefaultAdminRulesUpgradeable, PausableUpgradeable {
    /// @notice May call {anchor}.
    bytes32 public constant RELAYER_ROLE = keccak256("RELAYER_ROLE");
    /// @notice May call {pause}.
    bytes32 public constant GUARDIAN_ROLE = keccak256("GUARDIAN_ROLE");
    /// @notice May call {createLog} and {unpause}, and grants and revokes the two roles above.
    bytes32 public constant GOVERNOR_ROLE = keccak256("GOVERNOR_ROLE");

    /// @notice Settlements that one {anchor} call takes: bounds its loop well below a block's gas.
    uint256 public constant MAX_SETTLEMENTS = 256;
    /// @dev Hashes of the longest consistency proof between trees of less than 2^40 leaves.
    uint256 private constant MAX_PROOF = 41;
    /// @dev The longest origin: as in C2SP tlog-cosignature, which has one byte for its length.
    uint256 private constant MAX_ORIGIN = 255;

    /// @dev One word, the only one of a log but its root and branch that an anchor writes.
    struct LogState {
        uint40 size;
        uint40 candidateSize;
        uint40 matureSize;
        uint40 candidateTime;
        uint32 nextBatch;
        uint32 anchorCount;
        uint16 life;
    }

    /// @dev `life` is 0 exactly when the log does not exist. New members go to the end only.
    struct Log {
        LogState state;
        bytes32 root;
        bytes32 keyHash;
        AnchorTree.Range anchors;
        string origin;
    }

    /// @custom:storage-location erc7201:otp-notary.storage.OtpNotary
    struct OtpNotaryStorage {
        mapping(bytes32 originId => Log) logs;
    }

    /// @dev `keccak256(abi.encode(uint256(keccak256("otp-notary.storage.OtpNotary")) - 1)) & ~bytes32(uint256(0xff))`.
    bytes32 private constant STORAGE_LOCATION = 0x793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e00;

    /// @dev The implementation itself can never be initialised.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @notice Sets up the roles of a new proxy, once.
    /// @param adminDelay Delay of a handover of the default admin, seconds.
    /// @param governor Default admin and governor: the timelock.
    /// @param relayer The account that anchors.
    /// @param guardian The account that may pause.
    function initialize(uint48 adminDelay, address governor, address relayer, address guardian) external initializer {
        if (relayer == address(0) || guardian == address(0)) revert InvalidAccount();
        __AccessControlDefaultAdminRules_init(adminDelay, governor);
        __Pausable_init();
        _setRoleAdmin(RELAYER_ROLE, GOVERNOR_ROLE);
        _setRoleAdmin(GUARDIAN_ROLE, GOVERNOR_ROLE);
        _grantRole(GOVERNOR_ROLE, governor);
        _grantRole(RELAYER_ROLE, relayer);
        _grantRole(GUARDIAN_ROLE, guardian);
    }

    /// @inheritdoc IOtpNotary
    function createLog(
        string calldata origin,
        bytes32 keyHash,
        uint16 life
    ) external onlyRole(GOVERNOR_ROLE) whenNotPaused returns (bytes32 originId) {
        bool isNamed = bytes(origin).length != 0 && bytes(origin).length <= MAX_ORIGIN;
        if (!isNamed || keyHash == 0 || life == 0) revert InvalidLog();
        originId = sha256(bytes(origin));
        Log storage log = _storage().logs[originId];
        if (log.state.life != 0) revert DuplicateLog(originId);
        log.state.life = life;
        log.state.nextBatch = 1;
        log.keyHash = keyHash;
        log.origin = origin;
        emit LogCreated(originId, origin, keyHash, life);
    }

    /// @inheritdoc IOtpNotary
    function anchor(
        bytes32 originId,
        uint64 size,
        bytes32 root,
        bytes32[] calldata proof,
        Settlement[] calldata settlements
    ) external onlyRole(RELAYER_ROLE) whenNotPaused {
        Log storage log = _storage().logs[originId];
        LogState memory state = log.state;
        if (state.life == 0) revert UnknownLog(originId);
        if (size > type(uint40).max) revert TreeTooLarge(size);

        bool isMature = block.timestamp >= uint256(state.candidateTime) + state.life;
        if (size == state.size) {
            bool isUseful = settlements.length != 0 || (isMature && state.matureSize < size);
            if (!isUseful || size == 0) revert NothingToAnchor(originId);
            if (root != log.root) revert TreeForked(size, log.root, root);
            if (proof.length != 0) revert UnexpectedProof(proof.length);
        } else {
            _requireExtension(state.size, log.root, size, root, proof);
            state.size = uint40(size);
            log.root = root;
        }
        if (isMature) {
            state.matureSize = state.candidateSize;
            state.candidateSize = uint40(size);
            state.candidateTime = uint40(block.timestamp);
        }
        bytes32 settlementsHash = _settle(originId, state, settlements);
        _record(log, originId, state, root, settlementsHash);
    }

    /// @inheritdoc IOtpNotary
    function pause() external onlyRole(GUARDIAN_ROLE) {
        _pause();
    }

    /// @inheritdoc IOtpNotary
    function unpause() external onlyRole(GOVERNOR_ROLE) {
        _unpause();
    }

    /// @inheritdoc IOtpNotary
    function head(bytes32 originId) external view returns (uint64 size, bytes32 root) {
        Log storage log = _existing(originId);
        return (log.state.size, log.root);
    }

    /// @inheritdoc IOtpNotary
    function logOf(bytes32 originId) external view returns (LogView memory) {
        Log storage log = _existing(originId);
        LogState memory state = log.state;
        return
            LogView({
                origin: log.origin,
                keyHash: log.keyHash,
                root: log.root,
                size: state.size,
                candidateSize: state.candidateSize,
                matureSize: state.matureSize,
                candidateTime: state.candidateTime,
                nextBatch: state.nextBatch,
                anchorCount: state.anchorCount,
                life: state.life
            });
    }

    /// @inheritdoc IOtpNotary
    function peaks(bytes32 originId) external view returns (uint32 anchorCount, bytes32[] memory hashes) {
        Log storage log = _existing(originId);
        anchorCount = log.state.anchorCount;
        hashes = AnchorTree.peaks(log.anchors, anchorCount);
    }

    /// @inheritdoc IOtpNotary
    function verifyAnchored(
        bytes32 originId,
        AnchorRecord calldata record,
        bytes32[] calldata path
    ) external view returns (bool) {
        return _isAnchored(originId, record, path);
    }

    /// @inheritdoc IOtpNotary
    function verifyInclusion(
        bytes32 originId,
        AnchorRecord calldata record,
        bytes32[] calldata anchorPath,
        bytes32 leafHash,
        uint64 leafIndex,
        bytes32[] calldata proof
    ) external view returns (bool) {
        return
            _isAnchored(originId, record, anchorPath) &&
            Inclusion.includes(Sha256Tree.LOG_NODE, leafHash, leafIndex, record.size, proof, record.root);
    }

    /// @inheritdoc IOtpNotary
    function verifyFate(
        bytes32 originId,
        AnchorRecord calldata record,
        bytes32[] calldata anchorPath,
        uint64 firstBatch,
        Settlement[] calldata settlements,
        uint64 batch,
        uint32 position,
        uint8 fate,
        uint64 logIndex,
        bytes32[] calldata path
    ) external view returns (bool) {
        if (batch < firstBatch || batch - firstBatch >= settlements.length) return false;
        if (record.settlementsHash != SettlementTree.listHash(firstBatch, settlements)) return false;
        Settlement calldata settlement = settlements[batch - firstBatch];
        return
            _isAnchored(originId, record, anchorPath) &&
            SettlementTree.includes(settlement, originId, batch, position, fate, logIndex, path);
    }

    /// @dev Reverts unless the tree (`size`, `root`) is larger than the head and extends it.
    function _requireExtension(
        uint64 headSize,
        bytes32 headRoot,
        uint64 size,
        bytes32 root,
        bytes32[] calldata proof
    ) private view {
        if (size < headSize) revert TreeShrinks(headSize, size);
        if (proof.length > MAX_PROOF) revert ProofTooLong(proof.length);
        if (headSize == 0) {
            // RFC 9162 leaves the empty tree out: every tree extends it.
            if (proof.length != 0) revert UnexpectedProof(proof.length);
        } else if (!Consistency.isExtension(headSize, headRoot, size, root, proof)) {
            revert InconsistentTree(headSize, size);
        }
    }

    /// @dev Takes the next batches in order, each once; returns what identifies them in the anchor.
    function _settle(
        bytes32 originId,
        LogState memory state,
        Settlement[] calldata settlements
    ) private returns (bytes32) {
        if (settlements.length == 0) return 0;
        if (settlements.length > MAX_SETTLEMENTS) revert TooManySettlements(settlements.length);
        uint64 firstBatch = state.nextBatch;
        if (firstBatch + settlements.length > type(uint32).max) revert LogFull(originId);
        for (uint64 i = 0; i < settlements.length; ++i) {
            Settlement calldata settlement = settlements[i];
            uint64 batch = firstBatch + i;
            if (settlement.count == 0 || settlement.root == 0) revert EmptySettlement(batch);
            if (settlement.issuedBelow > state.matureSize) {
                revert SettlementNotMature(batch, settlement.issuedBelow, state.matureSize);
            }
            emit Settled(originId, batch, settlement.count, settlement.issuedBelow, settlement.root);
        }
        state.nextBatch = uint32(firstBatch + settlements.length);
        return SettlementTree.listHash(firstBatch, settlements);
    }

    /// @dev Pushes the anchor and writes the log's word.
    function _record(
        Log storage log,
        bytes32 originId,
        LogState memory state,
        bytes32 root,
        bytes32 settlementsHash
    ) private {
        uint32 index = state.anchorCount;
        if (index == type(uint32).max) revert LogFull(originId);
        AnchorRecord memory record = AnchorRecord({
            index: index,
            size: state.size,
            root: root,
            settlementsHash: settlementsHash,
            time: uint64(block.timestamp)
        });
        AnchorTree.push(log.anchors, index, AnchorTree.leaf(originId, record));
        state.anchorCount = index + 1;
        log.state = state;
        emit Anchored(originId, index, record.size, root, settlementsHash, record.time);
    }

    /// @dev A log that does not exist has no anchors.
    function _isAnchored(
        bytes32 originId,
        AnchorRecord calldata record,
        bytes32[] calldata path
    ) private view returns (bool) {
        Log storage log = _storage().logs[originId];
        bytes32 leaf = AnchorTree.leaf(originId, record);
        return AnchorTree.contains(log.anchors, log.state.anchorCount, record.index, leaf, path);
    }

    function _existing(bytes32 originId) private view returns (Log storage log) {
        log = _storage().logs[originId];
        if (log.state.life == 0) revert UnknownLog(originId);
    }

    function _storage() private pure returns (OtpNotaryStorage storage $) {
        assembly {
            $.slot := STORAGE_LOCATION
        }
    }
}
