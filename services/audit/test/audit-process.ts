import { auditClient, type AuditClient } from '@otp-notary/proto';
import { Child, type Exit } from '@otp-notary/testkit';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));
const READY_MS = 20_000;

interface Ports {
  readonly http: number;
  readonly grpc: number;
  readonly metrics: number;
}

/** The audit service as it runs: its own process, reached over the network. */
export class AuditProcess {
  readonly grpc: AuditClient;

  private constructor(
    readonly child: Child,
    private readonly ports: Ports,
  ) {
    this.grpc = auditClient(`127.0.0.1:${ports.grpc}`);
  }

  static async spawn(ports: Ports, settings: Readonly<Record<string, string>>): Promise<AuditProcess> {
    const child = await Child.start({
      name: 'audit',
      command: process.execPath,
      args: [MAIN],
      env: {
        PATH: process.env['PATH'] ?? '',
        OTP_HTTP_PORT: String(ports.http),
        OTP_GRPC_PORT: String(ports.grpc),
        OTP_METRICS_PORT: String(ports.metrics),
        ...settings,
      },
    });
    return new AuditProcess(child, ports);
  }

  /** @throws PartDidNotStart with the last line of the process when it does not become ready */
  async ready(): Promise<void> {
    await this.child.until(async () => {
      const answer = await fetch(this.url('readyz'));
      if (!answer.ok) throw new Error(`not ready: ${await answer.text()}`);
    }, READY_MS);
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.ports.http}/${path}`;
  }

  async get(path: string, token?: string): Promise<Response> {
    return await fetch(this.url(path), token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  }

  /** Sum over all labels of a metric, or over those of the given text. */
  async metric(name: string, labels = ''): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${this.ports.metrics}/metrics`)).text();
    return text
      .split('\n')
      .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
      .filter((line) => line.includes(labels))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  }

  async leads(): Promise<boolean> {
    return (await this.metric('otp_leader', 'name="log"')) === 1;
  }

  signal(signal: NodeJS.Signals): void {
    process.kill(this.child.pid, signal);
  }

  async kill(): Promise<Exit> {
    this.grpc.close();
    return await this.child.kill();
  }

  async stop(): Promise<Exit> {
    this.grpc.close();
    return await this.child.end();
  }
}
