// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice What became final of one batch of codes. The batch number is implied by the order of settlement.
/// @param count Positions of the batch, not 0.
/// @param issuedBelow One more than the log index of the batch's last `issued` leaf; 0 for a batch with none.
/// @param root Root of the batch's settlement tree.
struct Settlement {
    uint32 count;
    uint64 issuedBelow;
    bytes32 root;
}

/// @notice One anchor: a checkpoint of a log that this contract accepted.
/// @param index Number of the anchor in its log, from 0.
/// @param size Leaves of the log.
/// @param root RFC 9162 root of these leaves.
/// @param settlementsHash 0 when the anchor settled nothing, else `keccak256(abi.encode(firstBatch, settlements))`.
/// @param time Block time, Unix seconds.
struct AnchorRecord {
    uint64 index;
    uint64 size;
    bytes32 root;
    bytes32 settlementsHash;
    uint64 time;
}

/// @notice All that the contract holds of a log but its anchors.
/// @param origin The log's name, as in its checkpoints.
/// @param keyHash SHA-256 of the verifier key that signs its checkpoints.
/// @param root Root of the newest anchored checkpoint; 0 before the first.
/// @param size Size of the newest anchored checkpoint; 0 before the first.
/// @param candidateSize Size that matures next.
/// @param matureSize Leaves below this were anchored at least `life` ago: codes issued by them are dead.
/// @param candidateTime When `candidateSize` was anchored, Unix seconds.
/// @param nextBatch The batch that settles next; the first is 1.
/// @param anchorCount Anchors so far.
/// @param life Longest life of a code of this log and its grace, seconds.
struct LogView {
    string origin;
    bytes32 keyHash;
    bytes32 root;
    uint40 size;
    uint40 candidateSize;
    uint40 matureSize;
    uint40 candidateTime;
    uint32 nextBatch;
    uint32 anchorCount;
    uint16 life;
}

/// @title OtpNotary: a witness of one-time codes that cannot be talked round
/// @notice Holds checkpoints of logs of one-time codes. It enforces two facts, whoever holds the relayer's key: a log
/// only grows, and each code has one fate. Every anchor stays provable from contract state alone, for ever.
/// Formats to the byte: docs/formats.md.
interface IOtpNotary {
    /// @notice A log was created.
    event LogCreated(bytes32 indexed originId, string origin, bytes32 keyHash, uint16 life);
    /// @notice A checkpoint was anchored: the members of its {AnchorRecord}.
    event Anchored(
        bytes32 indexed originId,
        uint64 indexed index,
        uint64 size,
        bytes32 root,
        bytes32 settlementsHash,
        uint64 time
    );
    /// @notice The fates of all codes of a batch became final.
    event Settled(bytes32 indexed originId, uint64 indexed batch, uint32 count, uint64 issuedBelow, bytes32 root);

    /// @notice No log has this id.
    error UnknownLog(bytes32 originId);
    /// @notice A log with this origin exists; logs are created once.
    error DuplicateLog(bytes32 originId);
    /// @notice The origin is empty or longer than 255 bytes, the key hash is 0, or the life is 0.
    error InvalidLog();
    /// @notice An account is the zero address.
    error InvalidAccount();
    /// @notice The size does not fit u40.
    error TreeTooLarge(uint64 size);
    /// @notice The size is below the head's: a log never shrinks.
    error TreeShrinks(uint64 headSize, uint64 size);
    /// @notice The size is the head's, the root is not: the log was forked.
    error TreeForked(uint64 size, bytes32 headRoot, bytes32 root);
    /// @notice The proof does not show that the new tree extends the head.
    error InconsistentTree(uint64 headSize, uint64 size);
    /// @notice There is nothing that a proof could show: the size is the head's, or the head is 0.
    error UnexpectedProof(uint256 length);
    /// @notice No consistency proof between sizes of u40 has so many hashes.
    error ProofTooLong(uint256 length);
    /// @notice The head stays, nothing settles and nothing matures.
    error NothingToAnchor(bytes32 originId);
    /// @notice A settlement has no positions or no root.
    error EmptySettlement(uint64 batch);
    /// @notice The batch's codes were not all issued in a tree that was anchored at least the log's life ago.
    error SettlementNotMature(uint64 batch, uint64 issuedBelow, uint64 matureSize);
    /// @notice More settlements than one call takes.
    error TooManySettlements(uint256 length);
    /// @notice The log has used up its anchor or batch numbers (u32).
    error LogFull(bytes32 originId);

    /// @notice Creates a log. Only GOVERNOR_ROLE, not while paused.
    /// @param origin The log's name, 1 to 255 bytes; SHA-256 of it is the log's id.
    /// @param keyHash SHA-256 of the C2SP verifier key of its checkpoints.
    /// @param life Longest life of a code and grace, seconds, not 0: what must pass before a settlement.
    /// @return originId The log's id.
    function createLog(string calldata origin, bytes32 keyHash, uint16 life) external returns (bytes32 originId);

    /// @notice Anchors a checkpoint and the settlements that became final. Only RELAYER_ROLE, not while paused.
    /// @dev Maturity is decided first: when the candidate is at least `life` old, its size becomes mature and this
    /// call's size and time the next candidate. With the head's own size and root the call settles, or only rolls the
    /// candidate on. The log is checked, not trusted: a fork, a shorter tree or a wrong proof reverts.
    /// @param size Leaves of the checkpoint, below 2^40.
    /// @param root RFC 9162 root of these leaves.
    /// @param proof RFC 9162 §2.1.4 consistency proof from the head; empty when the head is 0 or stays.
    /// @param settlements The batches `nextBatch`, `nextBatch + 1`, … in order, at most 256.
    function anchor(
        bytes32 originId,
        uint64 size,
        bytes32 root,
        bytes32[] calldata proof,
        Settlement[] calldata settlements
    ) external;

    /// @notice Stops `createLog` and `anchor`; views and proofs go on. Only GUARDIAN_ROLE.
    function pause() external;

    /// @notice Ends a pause. Only GOVERNOR_ROLE.
    function unpause() external;

    /// @notice The newest anchored checkpoint; (0, 0) before the first. Reverts with {UnknownLog}.
    function head(bytes32 originId) external view returns (uint64 size, bytes32 root);

    /// @notice All that is held of a log. Reverts with {UnknownLog}.
    function logOf(bytes32 originId) external view returns (LogView memory);

    /// @notice How many anchors there are, and the peaks of their tree, highest (oldest) first. Reverts with {UnknownLog}.
    function peaks(bytes32 originId) external view returns (uint32 anchorCount, bytes32[] memory hashes);

    /// @notice Whether this contract accepted exactly this anchor. False, never a revert, for anything else.
    /// @param path Siblings up to the anchor's peak as of now, lowest first.
    function verifyAnchored(
        bytes32 originId,
        AnchorRecord calldata record,
        bytes32[] calldata path
    ) external view returns (bool);

    /// @notice Whether a leaf stands at one index of an anchored log.
    /// @param leafHash `SHA-256(0x00 ‖ entry)`.
    /// @param proof RFC 9162 §2.1.3 inclusion proof in the anchor's tree.
    function verifyInclusion(
        bytes32 originId,
        AnchorRecord calldata record,
        bytes32[] calldata anchorPath,
        bytes32 leafHash,
        uint64 leafIndex,
        bytes32[] calldata proof
    ) external view returns (bool);

    /// @notice Whether a code has this fate for good.
    /// @param record The anchor that settled the code's batch.
    /// @param firstBatch The first batch which that anchor settled.
    /// @param settlements All that it settled.
    /// @param fate 0 void (never issued), 1 unused, 2 used.
    /// @param logIndex Index of the `verified` leaf when used, else 0.
    /// @param path Path of the position in the batch's settlement tree.
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
    ) external view returns (bool);
}
