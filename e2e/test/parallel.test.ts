import { verifierClient } from '@otp-notary/proto';
import { NotVerified, OtpNotaryClient } from '@otp-notary/sdk';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startWorld, type World } from '../src/world.js';

const VERIFIERS = ['verifier', 'verifier-2', 'verifier-3'];
const ANSWERS = 1_000;

let world: World;
before(async () => {
  world = await startWorld({ verifiers: VERIFIERS.length });
});
after(() => world?.system.stop());

/** Clients that each talk to one verifier process. */
function clients(): OtpNotaryClient[] {
  const { system } = world;
  return VERIFIERS.map(
    (name) =>
      new OtpNotaryClient({
        urls: { verifier: system.url(name) },
        credentials: {
          tokenUrl: `http://127.0.0.1:${system.ports.tokens}/token`,
          clientId: 'acme',
          clientSecret: system.clientSecret('acme'),
          scopes: ['otp:verify'],
        },
      }),
  );
}

test(`otp-03: ${ANSWERS} parallel right answers to one challenge over three verifier processes: exactly one success`, async () => {
  const { challenge_id, code = '' } = await world.acme.issue({ subject: 'eve', purpose: 'login', channel: 'response' });
  const callers = clients();
  const answers = await Promise.allSettled(
    Array.from({ length: ANSWERS }, (_, i) =>
      (callers[i % callers.length] ?? world.acme).verify({ challenge_id, code, purpose: 'login' }),
    ),
  );
  const refused = answers.filter(({ status }) => status === 'rejected');
  assert.equal(answers.length - refused.length, 1);
  const others = refused.filter((answer) => !('reason' in answer && answer.reason instanceof NotVerified));
  assert.deepEqual(others, [], 'every other answer is the same refusal');
});

test('otp-03: gRPC and REST together are no way around it', async () => {
  const { challenge_id, code = '' } = await world.acme.issue({
    subject: 'mallory',
    purpose: 'login',
    channel: 'response',
  });
  const token = await tokenOf(world);
  const grpc = VERIFIERS.map((name) => verifierClient(world.system.grpc(name)));
  const rest = clients();
  const request = { challenge_id, code, purpose: 'login' };
  try {
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, i) => {
        const at = i % VERIFIERS.length;
        return i % 2 === 0
          ? (rest[at] ?? world.acme).verify(request)
          : (grpc[at] ?? assert.fail()).verify({ ...request, context: {} }, { token, timeoutMs: 20_000 });
      }),
    );
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
  } finally {
    for (const client of grpc) client.close();
  }
});

async function tokenOf({ system }: World): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${system.ports.tokens}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`acme:${system.clientSecret('acme')}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'otp:verify' }),
  });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}
