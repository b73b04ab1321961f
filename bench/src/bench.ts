import type { System } from '@otp-notary/dev';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Pool } from 'undici';
import { measure, shoot, type Measured, type Shot } from './load.js';

const CONNECTIONS = 64;
const CLIENT = { connections: CONNECTIONS, pipelining: 1 };

/** The same client against the floor and against the two hot paths, one after the other. */
export interface Round {
  readonly floor: Measured;
  readonly issue: Measured;
  readonly verify: Measured;
}

/** An issued code that waits for its verification. */
interface Waiting {
  readonly challenge_id: string;
  readonly code: string;
}

/** Starts the bare Fastify route in a process of its own, over a database of the same server. */
export async function startFloor(system: System): Promise<{ readonly url: string; readonly stop: () => void }> {
  const { ownerUrl } = await system.postgres.createDatabase('floor');
  const child = fork(new URL('floor.js', import.meta.url), {
    env: { PATH: process.env['PATH'] ?? '', FLOOR_DATABASE_URL: ownerUrl },
  });
  const [message] = (await once(child, 'message')) as [{ readonly address: string }];
  return { url: message.address, stop: () => void child.kill() };
}

export class Bench {
  #subjects = 0;

  private constructor(
    private readonly system: System,
    private readonly floorUrl: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  static async over(system: System, floorUrl: string): Promise<Bench> {
    const credentials = Buffer.from(`bench:${system.clientSecret('bench')}`).toString('base64');
    const response = await fetch(`http://127.0.0.1:${system.ports.tokens}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'otp:issue otp:verify' }),
    });
    const { access_token } = (await response.json()) as { readonly access_token: string };
    const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
    return new Bench(system, floorUrl, headers);
  }

  /** Every verification is of a code that the same round issued: each code is used once. */
  async round(seconds: number): Promise<Round> {
    const waiting: Waiting[] = [];
    const common = { connections: CONNECTIONS, seconds };
    const floor = await measure({ ...common, url: this.floorUrl, expect: 201, next: () => this.#commit() });
    const issue = await measure({
      ...common,
      url: this.system.url('issuer'),
      expect: 201,
      next: () => this.#issue(),
      seen: (body) => void waiting.push(JSON.parse(body) as Waiting),
    });
    const verify = await measure({
      ...common,
      url: this.system.url('verifier'),
      expect: 200,
      next: () => this.#next(waiting),
    });
    return { floor, issue, verify };
  }

  /** Codes issued and verified one after the other on each connection. @returns how many */
  async pairs(seconds: number): Promise<number> {
    const issuer = new Pool(this.system.url('issuer'), CLIENT);
    const verifier = new Pool(this.system.url('verifier'), CLIENT);
    const end = performance.now() + seconds * 1000;
    let pairs = 0;
    const turn = async (): Promise<void> => {
      while (performance.now() < end) {
        const code = JSON.parse(await shoot(issuer, this.#issue(), 201)) as Waiting;
        await shoot(verifier, this.#verify(code), 200);
        pairs += 1;
      }
    };
    try {
      await Promise.all(Array.from({ length: CONNECTIONS }, turn));
    } finally {
      await Promise.all([issuer.close(), verifier.close()]);
    }
    return pairs;
  }

  #commit(): Shot {
    return { path: '/commit', headers: this.headers, body: '{"subject":"bench","purpose":"login"}' };
  }

  #issue(): Shot {
    this.#subjects += 1;
    const body = JSON.stringify({ subject: `bench-${this.#subjects}`, purpose: 'login', channel: 'response' });
    return { path: '/v1/challenges', headers: this.headers, body };
  }

  #verify(code: Waiting): Shot {
    const body = JSON.stringify({ challenge_id: code.challenge_id, code: code.code, purpose: 'login' });
    return { path: '/v1/verifications', headers: this.headers, body };
  }

  #next(waiting: Waiting[]): Shot | undefined {
    const code = waiting.pop();
    return code && this.#verify(code);
  }
}
