import type { Broken } from '../scripts/tools/formal.ts';

/** One line of OtpNotary changed, and what must notice. */
function notary(check: string, find: string, replace: string): Broken {
  return { file: 'OtpNotary.sol', find, replace, contract: 'NotaryChecks', check };
}

/** One line of ProvenCodes changed, and what must notice. */
function codes(check: string, find: string, replace: string): Broken {
  return { file: 'ProvenCodes.sol', find, replace, contract: 'CodesChecks', check };
}

/** One line of AnchorTree changed, and what must notice. */
function tree(check: string, find: string, replace: string): Broken {
  return { file: 'libraries/AnchorTree.sol', find, replace, contract: 'AnchorTreeChecks', check };
}

const PAUSE = 'function pause() external onlyRole(GUARDIAN_ROLE) {';
/** Where a function more can stand. */
const PLACE = 'function _storage() private pure';
const MOVE = '        if (standing != from) revert ReceiptKeyStands(keyHash, standing);\n';

/** A broken copy for each property, and more where one property says several things: what proves that the proofs bite. */
export const broken: readonly Broken[] = [
  notary('check_anchor_needs_relayer', ') external onlyRole(RELAYER_ROLE) whenNotPaused {', ') external whenNotPaused {'),
  notary('check_anchor_needs_relayer', ') external onlyRole(RELAYER_ROLE) whenNotPaused {', ') external onlyRole(RELAYER_ROLE) {'),
  notary('check_create_log_needs_governor', 'external onlyRole(GOVERNOR_ROLE) whenNotPaused returns', 'external whenNotPaused returns'),
  notary('check_pause_needs_guardian', PAUSE, 'function pause() external {'),
  notary('check_unpause_needs_governor', 'function unpause() external onlyRole(GOVERNOR_ROLE) {', 'function unpause() external {'),
  notary('check_roles_need_their_admin', PLACE, `function grantRole(bytes32 role, address account) public override { _grantRole(role, account); }\n${PLACE}`),
  notary('check_stranger_changes_nothing', PLACE, `function drop(bytes32 id) external { _storage().logs[id].root = 0; }\n${PLACE}`),
  notary('check_anchor_appends', 'state.anchorCount = index + 1;', 'state.anchorCount = index;'),
  notary('check_anchor_appends', 'if (size < headSize) revert TreeShrinks(headSize, size);', ''),
  notary('check_anchor_appends', 'if (root != log.root) revert TreeForked(size, log.root, root);', 'log.root = root;'),
  notary('check_anchor_touches_one_log', 'log.state = state;', 'log.state = state;\n_storage().logs[root].state = state;'),
  notary('check_batches_settle_once', 'state.nextBatch = uint32(firstBatch + settlements.length);', ''),
  notary('check_settlements_are_mature', 'settlement.issuedBelow > state.matureSize', 'settlement.issuedBelow > state.size'),
  notary('check_settlements_are_mature', 'block.timestamp >= uint256(state.candidateTime) + state.life', 'block.timestamp >= state.candidateTime'),
  notary('check_log_is_created_once', 'if (log.state.life != 0) revert DuplicateLog(originId);', ''),
  tree('check_push_keeps_peaks', 'range.branch[height] = carry;', 'range.branch[(height + 1) % HEIGHTS] = carry;'),
  tree('check_push_joins_ended_peaks', 'carry = _node(range.branch[height], carry);', 'carry = _node(carry, range.branch[height]);'),
  codes('check_a_bit_is_set_once', 'if (consumed.get(position)) revert AlreadyConsumed(batch, position);', ''),
  codes('check_a_bit_is_set_once', 'if (IPausable(address(notary)).paused()) revert NotaryPaused();', ''),
  codes('check_consumption_needs_a_receipt', 'if (standing != KeyStanding.Active) revert InvalidReceipt();', ''),
  codes('check_consumption_needs_a_receipt', ' && receipt.verifiedAt < issued.expires', ''),
  codes('check_consumption_sets_one_bit', 'consumed.set(position);', 'consumed.set(position);\n_consumed[originId][batch].set(0);'),
  codes('check_no_bit_ever_clears', 'flagged.set(position);', 'flagged.set(position);\n_consumed[originId][batch].unset(position);'),
  codes('check_a_code_is_flagged_once', 'if (flagged.get(position)) revert AlreadyFlagged(batch, position);', ''),
  codes('check_a_code_is_flagged_once', 'fate == SettlementTree.USED || !isSettled', '!isSettled'),
  codes('check_keys_go_forward', MOVE, ''),
  codes('check_keys_go_forward', 'bytes32 keyHash) external onlyGovernor {\n        _moveKey', 'bytes32 keyHash) external {\n        _moveKey'),
]; // prettier-ignore
