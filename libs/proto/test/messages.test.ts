import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSync } from '@grpc/proto-loader';
import { loaderOptions, PROTO_PACKAGE, protoPath, type ServiceName } from '../src/index.js';
import type * as m from '../src/index.js';

/** Every field of a message type, so that the compiler checks the list against the type. */
type Fields<T> = Record<keyof T, true>;

const text: Fields<m.IssueRequest> = {
  subject: true,
  purpose: true,
  channel: true,
  destination: true,
  context: true,
  alphabet: true,
  length: true,
  life_seconds: true,
};
const issued: Fields<m.IssueResponse> = {
  challenge_id: true,
  proof_id: true,
  issued_at: true,
  expires_at: true,
  channel: true,
  destination_hint: true,
  resend_after_seconds: true,
  code: true,
};
const verify: Fields<m.VerifyRequest> = { challenge_id: true, code: true, purpose: true, context: true };
const verified: Fields<m.VerifyResponse> = {
  verified: true,
  proof_id: true,
  verified_at: true,
  auth_time: true,
  amr: true,
  context_hash: true,
  receipt: true,
};
const material: Fields<m.GetAnchorMaterialRequest> = {
  origin: true,
  from: true,
  min: true,
  next_batch: true,
  mature_size: true,
  limit: true,
};
const settlement: Fields<m.Settlement> = { count: true, issued_below: true, root: true };
const anchor: Fields<m.GetAnchorMaterialResponse> = {
  size: true,
  root: true,
  proof: true,
  first_batch: true,
  settlements: true,
};
const inclusion: Fields<Omit<m.GetInclusionRequest, 'leaf'>> = { index: true, hash: true, size: true };
const included: Fields<m.GetInclusionResponse> = { index: true, size: true, root: true, entry: true, proof: true };
const checkpoint: Fields<m.GetCheckpointResponse> = { note: true, size: true, root: true };
const consistency: Fields<m.GetConsistencyRequest> = { from: true, to: true };
const consistent: Fields<m.GetConsistencyResponse> = { from: true, to: true, proof: true };
const proof: Fields<m.GetProofRequest> = { proof_id: true, disclose: true };
const proven: Fields<m.GetProofResponse> = { bundle: true };

const messages: [ServiceName, string, object][] = [
  ['issuer', 'IssueRequest', text],
  ['issuer', 'IssueResponse', issued],
  ['verifier', 'VerifyRequest', verify],
  ['verifier', 'VerifyResponse', verified],
  ['audit', 'GetCheckpointRequest', {}],
  ['audit', 'GetCheckpointResponse', checkpoint],
  ['audit', 'GetInclusionRequest', inclusion],
  ['audit', 'GetInclusionResponse', included],
  ['audit', 'GetConsistencyRequest', consistency],
  ['audit', 'GetConsistencyResponse', consistent],
  ['audit', 'GetProofRequest', proof],
  ['audit', 'GetProofResponse', proven],
  ['audit', 'GetAnchorMaterialRequest', material],
  ['audit', 'GetAnchorMaterialResponse', anchor],
  ['audit', 'Settlement', settlement],
];

interface Described {
  readonly type: { readonly field: readonly { readonly name: string }[] };
}

test('the types of all messages have exactly the fields of the .proto files', () => {
  const described = new Set<string>();
  for (const service of ['issuer', 'verifier', 'audit'] satisfies ServiceName[]) {
    for (const [name, definition] of Object.entries(loadSync(protoPath(service), loaderOptions))) {
      if ('type' in definition) described.add(name);
    }
  }
  assert.deepEqual(described, new Set(messages.map(([, name]) => `${PROTO_PACKAGE}.${name}`)));
  for (const [service, name, fields] of messages) {
    const definition = loadSync(protoPath(service), loaderOptions)[`${PROTO_PACKAGE}.${name}`] as unknown as Described;
    assert.deepEqual(definition.type.field.map((field) => field.name).sort(), Object.keys(fields).sort(), name);
  }
});
