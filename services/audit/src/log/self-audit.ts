import { Pass, readAnchors, LogStore, type Finding, type RootClaim } from '@otp-notary/fsck';
import { originId, parseVkey } from '@otp-notary/merkle';
import { inTransaction } from '@otp-notary/persistence';
import type { Logger, Metrics } from '@otp-notary/platform';
import type { Pool } from 'pg';
import type { SignedStateFile } from '../adapters/signed-state-file.js';
import { insertTampering, openTampering } from '../adapters/tampering.js';
import type { Tx } from '../adapters/tx.js';

/** A finding that stands is repeated in the log after this time. */
const REPEAT_MS = 60_000;

export interface SelfAuditParts {
  readonly pool: Pool;
  readonly origin: string;
  /** C2SP verifier key of the log. */
  readonly vkey: string;
  readonly file: Pick<SignedStateFile, 'read'>;
  /** Whether this process is the one that reads: one is enough. */
  readonly isOnDuty: () => boolean;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/**
 * Reads the whole log again and again, slice by slice, and stops it when something was changed behind its back. Beside
 * all that `otpctl fsck` checks without a chain it remembers what it read: a past that is rewritten consistently, with
 * the log's own key, still differs from what this process saw before.
 */
export class SelfAudit {
  #pass: Pass | undefined;
  /** Roots that this process saw in earlier passes, by size. */
  readonly #seen = new Map<number, Uint8Array>();
  #alarmedAt = Number.NEGATIVE_INFINITY;
  #wholeAt = performance.now();
  readonly #read;
  readonly #leaves;
  readonly #passes;
  readonly #findings;
  readonly #age;

  constructor(
    private readonly parts: SelfAuditParts,
    private readonly leaves: number,
  ) {
    const { metrics } = parts;
    this.#read = metrics.gauge('otp_audit_selfcheck_read', 'Leaves read so far in this pass of the self-audit');
    this.#leaves = metrics.counter('otp_audit_selfcheck_leaves_total', 'Leaves that the self-audit read');
    this.#passes = metrics.counter('otp_audit_selfcheck_passes_total', 'Whole readings of the log that found nothing');
    this.#findings = metrics.gauge(
      'otp_audit_selfcheck_tampered',
      '1 while a finding is not cleared: nothing is signed',
    );
    this.#age = metrics.gauge('otp_audit_selfcheck_age_seconds', 'Since the whole log was last found to be untouched');
  }

  /** Reads the next slice, and reports what it finds. Rests while a finding is not cleared. */
  async look(): Promise<'idle'> {
    const { pool } = this.parts;
    const open = await openTampering(pool);
    this.#findings.set(open === null ? 0 : 1);
    if (open !== null) {
      this.#pass = undefined;
      this.#alarm(open);
    } else if (this.parts.isOnDuty()) {
      const findings = await this.slice((work) => inTransaction(pool, work, 'repeatable read read only'));
      if (findings.length > 0) {
        await inTransaction(pool, (tx) => insertTampering(tx, findings));
        this.#findings.set(1);
        for (const { kind, index, what } of findings) this.#alarm({ kind, index, what });
      }
    } else this.#pass = undefined;
    return 'idle';
  }

  /** Reads the next slice in one snapshot. Returns what is wrong with it; first bad index first. */
  async slice<T extends readonly Finding[]>(
    snapshot: (work: (tx: Tx) => Promise<readonly Finding[]>) => Promise<T | readonly Finding[]>,
  ): Promise<readonly Finding[]> {
    const pass = (this.#pass ??= await this.#begin());
    const before = pass.read;
    try {
      const findings = await snapshot((tx) => this.#step(tx, pass));
      if (findings.length > 0) this.#pass = undefined;
      this.#leaves.inc(pass.read - before);
      this.#read.set(pass.read);
      this.#age.set((performance.now() - this.#wholeAt) / 1000);
      return findings;
    } catch (error) {
      // A step that broke off has read leaves that it did not check.
      this.#pass = undefined;
      throw error;
    }
  }

  async #begin(): Promise<Pass> {
    const { origin, vkey, file } = this.parts;
    const claims = [...this.#seen].map(([size, root]): RootClaim => ({ size, root, source: 'an earlier reading' }));
    // Before the database is read: what it names was committed there before.
    const signed = await file.read();
    if (signed !== null && signed.size > 0) claims.push({ ...signed, source: 'the signed state file' });
    return new Pass({ origin, log: parseVkey(vkey), claims });
  }

  async #step(tx: Tx, pass: Pass): Promise<readonly Finding[]> {
    const { findings, isWhole, read } = await pass.step(tx, this.leaves);
    if (findings.length > 0) return findings;
    // A multiple of the slice is the same size in every pass; the end of the log moves.
    if (read > 0 && read % this.leaves === 0) this.#seen.set(read, pass.root);
    if (!isWhole) return [];
    const anchors = await readAnchors(new LogStore(tx), originId(this.parts.origin), 0);
    if (anchors.findings.length > 0) return anchors.findings;
    this.#passes.inc();
    this.#wholeAt = performance.now();
    this.#pass = undefined;
    return [];
  }

  #alarm(finding: {
    readonly id?: number;
    readonly kind: string;
    readonly index: number;
    readonly what: string;
  }): void {
    if (finding.id !== undefined && performance.now() - this.#alarmedAt < REPEAT_MS) return;
    this.#alarmedAt = performance.now();
    this.parts.log.error({ ...finding }, 'the stored log was tampered with: nothing is signed until this is cleared');
  }
}
