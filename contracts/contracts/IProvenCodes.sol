// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AnchorRecord, IOtpNotary, Settlement} from "./IOtpNotary.sol";

/// @notice What an `issued` leaf says. The contract rebuilds the leaf's bytes from it; nothing is parsed.
/// @param issuedAt `at` of the leaf, epoch ms.
/// @param batch Number of its batch, from 1.
/// @param position Its place in the batch.
/// @param expires First instant at which the code is dead, epoch ms.
/// @param challenge This and what follows: the salted commitments under `c`.
struct IssuedLeaf {
    uint64 issuedAt;
    uint64 batch;
    uint32 position;
    uint64 expires;
    bytes32 challenge;
    bytes32 channel;
    bytes32 commitment;
    bytes32 context;
    bytes32 purpose;
    bytes32 subject;
    bytes32 tenant;
}

/// @notice What a `verified` leaf says: `at`, and the members of {IssuedLeaf} that it has.
struct VerifiedLeaf {
    uint64 verifiedAt;
    uint64 batch;
    uint32 position;
    bytes32 challenge;
    bytes32 context;
    bytes32 purpose;
    bytes32 subject;
    bytes32 tenant;
}

/// @notice Where a leaf stands.
/// @param record The anchor whose tree holds it.
/// @param anchorPath Siblings up to the anchor's peak as of now, lowest first.
/// @param index The leaf's index in the log.
/// @param inclusion RFC 9162 §2.1.3 inclusion proof in the anchor's tree.
struct LeafProof {
    AnchorRecord record;
    bytes32[] anchorPath;
    uint64 index;
    bytes32[] inclusion;
}

/// @notice Where the fate of a code stands.
/// @param record The anchor that settled the code's batch.
/// @param anchorPath Siblings up to the anchor's peak as of now, lowest first.
/// @param firstBatch The first batch which that anchor settled.
/// @param settlements All that it settled.
/// @param path Path of the position in the batch's settlement tree.
struct FateProof {
    AnchorRecord record;
    bytes32[] anchorPath;
    uint64 firstBatch;
    Settlement[] settlements;
    bytes32[] path;
}

/// @notice The payload of a receipt.
/// @param origin The log's name; its SHA-256 is the log's id.
/// @param challenge The challenge id, a UUID.
/// @param verifiedAt Epoch ms.
/// @param logBy Epoch ms.
struct Receipt {
    string origin;
    uint64 batch;
    uint32 position;
    bytes16 challenge;
    uint64 verifiedAt;
    uint64 logBy;
}

/// @notice The ES256 signature of a receipt.
/// @param kid As in the receipt's header.
/// @param x Public key.
/// @param y Public key.
/// @param s In the lower half of the group's order: of the two forms of a signature the smaller one.
struct ReceiptSignature {
    string kid;
    bytes32 x;
    bytes32 y;
    bytes32 r;
    bytes32 s;
}

/// @notice What a caller brings to consume a code: the issue, its place, salts that open three fields of it, and the receipt.
struct DirectProof {
    IssuedLeaf issued;
    LeafProof place;
    bytes32 challengeSalt;
    bytes32 tenantSalt;
    bytes32 purposeSalt;
    Receipt receipt;
    ReceiptSignature signature;
}

/// @notice What a log's receipt key is good for. It goes only forward.
/// @dev A retired key still convicts: evidence does not end with the key.
enum KeyStanding {
    Unknown,
    Active,
    Retired
}

/// @title What can be known of single codes, and done with them
/// @notice Views that check a whole proof of a code from contract state alone, direct consumption by other contracts, and
/// the record of receipts that contradict a settlement. It stands beside an OtpNotary and asks it; paths of anchors are as
/// of now, as for the notary's own views.
interface IProvenCodes {
    /// @notice A receipt key of a log was added or retired. `keyHash` is `SHA-256(0x04 ‖ x ‖ y)`.
    event ReceiptKeyChanged(bytes32 indexed originId, bytes32 indexed keyHash, KeyStanding standing);
    /// @notice A code was consumed by a contract; never again by anybody.
    event ConsumedDirect(
        bytes32 indexed originId,
        uint64 indexed batch,
        uint32 indexed position,
        address consumer,
        bytes32 binding
    );
    /// @notice The log signed that a code was used, and settled that it was not.
    event Flagged(
        bytes32 indexed originId,
        uint64 indexed batch,
        uint32 indexed position,
        uint8 fate,
        bytes16 challenge,
        uint64 verifiedAt,
        bytes32 keyHash,
        KeyStanding standing
    );

    /// @notice There is no contract at the notary's address.
    error InvalidNotary(address notary);
    /// @notice Only the notary's GOVERNOR_ROLE.
    error NotGovernor(address account);
    /// @notice The notary is paused: nothing is consumed.
    error NotaryPaused();
    /// @notice The key's standing does not allow this step: unknown becomes active becomes retired.
    error ReceiptKeyStands(bytes32 keyHash, KeyStanding standing);
    /// @notice The key hash is 0, or the origin has none to 255 characters of which one would be escaped in a receipt.
    error InvalidReceiptKey(bytes32 keyHash);
    /// @notice No key of this log signed this receipt.
    error InvalidReceipt();
    /// @notice The issue does not stand at this place of an anchored tree.
    error NotIssued();
    /// @notice The receipt is of another code, or was given while the code was not good.
    error OtherCode();
    /// @notice The code was not issued by this tenant, or not for this consumer and binding.
    error NotBound();
    /// @notice The code was consumed before.
    error AlreadyConsumed(uint64 batch, uint32 position);
    /// @notice The receipt does not contradict the settlement that was shown.
    error NoContradiction();
    /// @notice This code was flagged before.
    error AlreadyFlagged(uint64 batch, uint32 position);

    /// @notice The contract whose anchors and settlements this one asks for.
    function notary() external view returns (IOtpNotary);

    /// @notice Whether a code's issue stands in an anchored tree: it was issued before `place.record.time`.
    function verifyIssued(
        bytes32 originId,
        IssuedLeaf calldata issued,
        LeafProof calldata place
    ) external view returns (bool);

    /// @notice Whether a code was issued, then used while it was good, and settled as used by that use and no other.
    /// @dev The order of issue and use is the chain's own word when `place.record.size <= usedPlace.index`; else it is the
    /// log's word about the order inside one tree. Which one suffices is for the caller to say.
    function verifyUsed(
        bytes32 originId,
        IssuedLeaf calldata issued,
        LeafProof calldata place,
        VerifiedLeaf calldata used,
        LeafProof calldata usedPlace,
        FateProof calldata fate
    ) external view returns (bool);

    /// @notice Whether a code was issued, and settled as never used after it was dead.
    function verifyUnused(
        bytes32 originId,
        IssuedLeaf calldata issued,
        LeafProof calldata place,
        FateProof calldata fate
    ) external view returns (bool);

    /// @notice The purpose, as 64 lower-case hex digits, that a code must be issued for to be consumed with a binding.
    /// @param consumer The contract that will call {consumeDirect}.
    /// @param binding What the consumer binds the code to: the hash of an amount, a payee, whatever it acts on.
    function directPurpose(bytes32 originId, address consumer, bytes32 binding) external view returns (string memory);

    /// @notice Consumes a code, once, for the contract and the binding that it was issued for. Not while the notary is paused.
    /// @dev Proven when it returns: the issue was anchored; a key of the log signed that the right answer came while the
    /// code was good; the code is of `tenant` and of `directPurpose(originId, msg.sender, binding)`; nobody consumed it
    /// before. `tenant` and `binding` are for the calling contract to say, never for its caller. A revert of the calling
    /// contract gives the code back.
    /// @param tenant Who must have issued the code: any client of that tenant can issue codes to whomever it likes.
    function consumeDirect(
        bytes32 originId,
        string calldata tenant,
        bytes32 binding,
        DirectProof calldata proof
    ) external;

    /// @notice Whether a code was consumed by {consumeDirect}.
    function isConsumed(bytes32 originId, uint64 batch, uint32 position) external view returns (bool);

    /// @notice Lets a key sign receipts of a log. Only the notary's GOVERNOR_ROLE. A key that was retired never comes back.
    /// @param origin The log's name.
    function addReceiptKey(string calldata origin, bytes32 keyHash) external;

    /// @notice Ends a receipt key: it consumes no code any more, and still convicts. Only the notary's GOVERNOR_ROLE.
    function retireReceiptKey(bytes32 originId, bytes32 keyHash) external;

    /// @notice What a key is good for.
    function receiptKey(bytes32 originId, bytes32 keyHash) external view returns (KeyStanding);

    /// @notice Records that a receipt says used what the log settled as unused or void. Anybody, once a code, paused or not:
    /// evidence against the log is not the log's to stop.
    /// @param fate 0 void or 1 unused, as settled.
    function flag(
        bytes32 originId,
        Receipt calldata receipt,
        ReceiptSignature calldata signature,
        uint8 fate,
        FateProof calldata settled
    ) external;

    /// @notice Whether a code was flagged.
    function isFlagged(bytes32 originId, uint64 batch, uint32 position) external view returns (bool);
}
