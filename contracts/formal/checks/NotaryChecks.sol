// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LogView, Settlement} from "../contracts/IOtpNotary.sol";
import {OtpNotary} from "../contracts/OtpNotary.sol";
import {svm, vm} from "./Symbolic.sol";

/// @title What no call can do to OtpNotary
/// @notice Each check starts from every state that storage can hold, reachable or not.
contract NotaryChecks {
    bytes32 private constant INITIALIZABLE = 0xf0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00;

    /// @dev An origin is hashed at once and never looked at again by what is checked here.
    string private constant ORIGIN = "log.example/otp";

    OtpNotary private _notary;
    bytes32 private _relayer;
    bytes32 private _guardian;
    bytes32 private _governor;

    function setUp() external {
        _notary = new OtpNotary();
        (_relayer, _guardian, _governor) = (_notary.RELAYER_ROLE(), _notary.GUARDIAN_ROLE(), _notary.GOVERNOR_ROLE());
        svm.enableSymbolicStorage(address(_notary));
    }

    /// @notice Only a relayer anchors, and never while paused.
    function check_anchor_needs_relayer(
        address caller,
        bytes32 originId,
        uint64 size,
        bytes32 root,
        bytes32[] calldata proof,
        Settlement[] calldata settlements
    ) external {
        bool mayAnchor = _notary.hasRole(_relayer, caller) && !_notary.paused();
        vm.prank(caller);
        try _notary.anchor(originId, size, root, proof, settlements) {
            assert(mayAnchor);
        } catch {}
    }

    /// @notice Only a governor creates logs, and never while paused.
    function check_create_log_needs_governor(address caller, bytes32 keyHash, uint16 life) external {
        bool mayCreate = _notary.hasRole(_governor, caller) && !_notary.paused();
        _forgetName();
        vm.prank(caller);
        try _notary.createLog(ORIGIN, keyHash, life) {
            assert(mayCreate);
        } catch {}
    }

    /// @notice Only a guardian pauses.
    function check_pause_needs_guardian(address caller) external {
        bool mayPause = _notary.hasRole(_guardian, caller);
        vm.prank(caller);
        try _notary.pause() {
            assert(mayPause);
        } catch {}
    }

    /// @notice Only a governor ends a pause.
    function check_unpause_needs_governor(address caller) external {
        bool mayUnpause = _notary.hasRole(_governor, caller);
        vm.prank(caller);
        try _notary.unpause() {
            assert(mayUnpause);
        } catch {}
    }

    /// @notice Only a holder of a role's admin role gives or takes it; nobody gives it to himself.
    function check_roles_need_their_admin(address caller, bytes32 role, address account, bool isGrant) external {
        bool mayChange = _notary.hasRole(_notary.getRoleAdmin(role), caller);
        vm.prank(caller);
        if (isGrant) {
            try _notary.grantRole(role, account) {
                assert(mayChange);
            } catch {}
        } else {
            try _notary.revokeRole(role, account) {
                assert(mayChange);
            } catch {}
        }
    }

    /// @notice Whoever holds no role changes nothing, by no function and no bytes.
    /// @dev Granting is left to the check above, since here the admin of a role may be any other role.
    function check_stranger_changes_nothing(address caller) external {
        vm.store(address(_notary), INITIALIZABLE, bytes32(uint256(type(uint64).max)));
        vm.assume(!_notary.hasRole(_relayer, caller) && !_notary.hasRole(_guardian, caller));
        vm.assume(!_notary.hasRole(_governor, caller) && !_notary.hasRole(bytes32(0), caller));
        vm.assume(_notary.defaultAdmin() != caller);
        (address pending, ) = _notary.pendingDefaultAdmin();
        vm.assume(pending != caller);
        bytes memory data = svm.createCalldata("OtpNotary");
        bytes4 selector = bytes4(data);
        vm.assume(selector != _notary.grantRole.selector && selector != _notary.revokeRole.selector);
        vm.assume(selector != _notary.renounceRole.selector);
        uint256 before = svm.snapshotStorage(address(_notary));
        vm.prank(caller);
        (bool isTaken, ) = address(_notary).call(data);
        isTaken;
        assert(svm.snapshotStorage(address(_notary)) == before);
    }

    /// @notice An anchor takes the next number, never an older one; sizes only grow; a size has one root.
    function check_anchor_appends(
        address caller,
        bytes32 originId,
        uint64 size,
        bytes32 root,
        bytes32[] calldata proof,
        Settlement[] calldata settlements
    ) external {
        (uint32 count, uint256 oldSize, bytes32 oldRoot) = _head(originId);
        vm.prank(caller);
        try _notary.anchor(originId, size, root, proof, settlements) {
            (uint32 newCount, uint256 newSize, bytes32 newRoot) = _head(originId);
            assert(newCount == uint256(count) + 1);
            assert(newSize == size && newSize >= oldSize && newSize < 2 ** 40);
            assert(newRoot == root);
            assert(newSize != oldSize || newRoot == oldRoot);
        } catch {}
    }

    /// @notice Another log is not touched.
    function check_anchor_touches_one_log(
        address caller,
        bytes32 originId,
        bytes32 other,
        uint64 size,
        bytes32 root,
        bytes32[] calldata proof,
        Settlement[] calldata settlements
    ) external {
        vm.assume(originId != other);
        (uint32 count, uint256 oldSize, bytes32 oldRoot) = _head(other);
        vm.prank(caller);
        try _notary.anchor(originId, size, root, proof, settlements) {
            (uint32 newCount, uint256 newSize, bytes32 newRoot) = _head(other);
            assert(newCount == count && newSize == oldSize && newRoot == oldRoot);
        } catch {}
    }

    /// @notice Settled batches are the next ones, each once: the number moves on by exactly what was settled, never back.
    function check_batches_settle_once(
        address caller,
        bytes32 originId,
        uint64 size,
        bytes32 root,
        bytes32[] calldata proof,
        Settlement[] calldata settlements
    ) external {
        uint256 next = _state(originId).nextBatch;
        vm.prank(caller);
        try _notary.anchor(originId, size, root, proof, settlements) {
            assert(_state(originId).nextBatch == next + settlements.length);
        } catch {}
    }

    /// @notice What settles was issued below a size that was anchored at least a life ago.
    function check_settlements_are_mature(
        address caller,
        bytes32 originId,
        uint64 size,
        bytes32 root,
        bytes32[] calldata proof,
        Settlement[] calldata settlements
    ) external {
        State memory old = _state(originId);
        vm.prank(caller);
        try _notary.anchor(originId, size, root, proof, settlements) {
            bool isMature = block.timestamp >= old.candidateTime + old.life;
            uint256 mature = isMature ? old.candidateSize : old.matureSize;
            for (uint256 i = 0; i < settlements.length; ++i) assert(settlements[i].issuedBelow <= mature);
        } catch {}
    }

    /// @notice A log that exists is not created again.
    function check_log_is_created_once(address caller, bytes32 keyHash, uint16 life) external {
        bool exists = _state(keccak256(bytes(ORIGIN))).life != 0;
        _forgetName();
        vm.prank(caller);
        try _notary.createLog(ORIGIN, keyHash, life) {
            assert(!exists);
        } catch {}
    }

    struct State {
        uint256 size;
        uint256 candidateSize;
        uint256 matureSize;
        uint256 candidateTime;
        uint256 nextBatch;
        uint256 anchorCount;
        uint256 life;
    }

    /// @dev A name that is there would be cleared in a loop as long as itself; where it could be, the call is refused anyway.
    function _forgetName() private {
        vm.store(address(_notary), bytes32(uint256(_slot(keccak256(bytes(ORIGIN)))) + 35), 0);
    }

    function _head(bytes32 originId) private view returns (uint32 count, uint256 size, bytes32 root) {
        State memory state = _state(originId);
        (count, size) = (uint32(state.anchorCount), state.size);
        root = vm.load(address(_notary), bytes32(uint256(_slot(originId)) + 1));
    }

    /// @dev From the word itself, as docs/contract-audit.md describes it: the getters are not what is trusted here.
    function _state(bytes32 originId) private view returns (State memory state) {
        uint256 word = uint256(vm.load(address(_notary), _slot(originId)));
        state.size = word & 0xffffffffff;
        state.candidateSize = (word >> 40) & 0xffffffffff;
        state.matureSize = (word >> 80) & 0xffffffffff;
        state.candidateTime = (word >> 120) & 0xffffffffff;
        state.nextBatch = (word >> 160) & 0xffffffff;
        state.anchorCount = (word >> 192) & 0xffffffff;
        state.life = (word >> 224) & 0xffff;
    }

    function _slot(bytes32 originId) private pure returns (bytes32) {
        return keccak256(abi.encode(originId, 0x793545626956b13562f3a68539b046ebe8ddce5db4c147c124d466ca038c7e00));
    }
}
