import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { startIssuerOfTokens, startOidc, type Oidc } from '@otp-notary/testkit';

const client = { id: 'shop', secret: 'a-secret-of-the-test', tenant: 'acme', scopes: ['otp:issue', 'otp:verify'] };

function ask(oidc: Oidc, scope: string, secret = client.secret): Promise<Response> {
  return fetch(oidc.tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client.id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
}

async function tokenOf(response: Response): Promise<string> {
  return ((await response.json()) as { access_token: string }).access_token;
}

test('a client gets an ES256 at+jwt with its tenant and the scope that it asked for', async () => {
  const oidc = await startOidc({ clients: [client] });
  try {
    const token = await tokenOf(await ask(oidc, 'otp:issue'));
    assert.equal(decodeProtectedHeader(token).typ, 'at+jwt');
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(oidc.jwksUrl)), {
      issuer: oidc.issuerUrl,
      audience: 'otp-notary',
      algorithms: ['ES256'],
    });
    assert.equal(payload['tenant'], 'acme');
    assert.equal(payload['scope'], 'otp:issue');
    assert.equal(payload['client_id'], 'shop');
  } finally {
    await oidc.stop();
  }
});

test("a wrong secret and a scope that is not the client's are refused", async () => {
  const oidc = await startOidc({ clients: [client, { ...client, id: 'auditor', scopes: ['audit:read'] }] });
  try {
    assert.equal((await ask(oidc, 'otp:issue', 'guess')).status, 401);
    assert.equal((await ask(oidc, 'audit:read')).status, 400);
  } finally {
    await oidc.stop();
  }
});

test('tokens outlive a restart because the key is kept, readable by its owner only', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'testkit-oidc-'));
  const keyFile = join(directory, 'key.json');
  try {
    const first = await startOidc({ clients: [client], keyFile });
    let token: string;
    try {
      token = await tokenOf(await ask(first, 'otp:issue'));
    } finally {
      await first.stop();
    }
    assert.equal((await stat(keyFile)).mode & 0o777, 0o600);
    const second = await startOidc({ clients: [client], keyFile });
    try {
      await jwtVerify(token, createRemoteJWKSet(new URL(second.jwksUrl)));
    } finally {
      await second.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

test('the quick issuer signs good tokens, forges bad ones and rotates its key', async () => {
  const issuer = await startIssuerOfTokens();
  try {
    const keys = () => createRemoteJWKSet(new URL(issuer.jwksUrl));
    const good = await issuer.sign({ tenant: 'acme', scope: 'otp:issue' });
    const { payload } = await jwtVerify(good, keys(), { issuer: issuer.issuerUrl, audience: issuer.audience });
    assert.equal(payload['tenant'], 'acme');
    await assert.rejects(jwtVerify(await issuer.forge(), keys()));
    assert.equal((await jwtVerify(await issuer.sign({ tenant: undefined }), keys())).payload['tenant'], undefined);
    await issuer.rotate();
    await assert.rejects(jwtVerify(good, keys()));
  } finally {
    await issuer.stop();
  }
});
