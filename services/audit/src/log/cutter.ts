import type { Clock } from '@otp-notary/crypto';
import type { KeyProvider } from '@otp-notary/keys';
import {
  ed25519Signer,
  proveConsistency,
  rootAt,
  signCheckpoint,
  verifyConsistency,
  type NodeReader,
} from '@otp-notary/merkle';
import { insertCheckpoint, newestCheckpoint, type SignedCheckpoint } from '../adapters/checkpoints.js';
import { lockLog, lookAtLog, type Term } from '../adapters/log-row.js';
import type { SignedStateFile } from '../adapters/signed-state-file.js';
import { nodesAt } from '../adapters/tiles.js';
import { assertUntampered } from '../adapters/tampering.js';
import type { Tx } from '../adapters/tx.js';
import { sizesToSign } from '../domain/cut.js';
import { assertExtends, SignedStateViolated } from '../domain/signed-state.js';

/** The tree that was signed before. */
interface Signed {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Signs the log's newest tree. Nothing is signed that does not extend what was signed before, as the database holds it
 * and as the file outside the database does.
 */
export class Cutter {
  constructor(
    private readonly keys: KeyProvider,
    private readonly file: SignedStateFile,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs what is new. The file is durable before the transaction commits: after a crash in between the file names a
   * tree that the database holds (its leaves were committed before) and signs again, to the same bytes.
   * @throws SignedStateViolated when the stored tree is not an extension; LogTampered; WriterReplaced
   */
  async cut(tx: Tx, term: Term): Promise<readonly SignedCheckpoint[]> {
    const seen = await lookAtLog(tx, term);
    if (seen.size === ((await newestCheckpoint(tx))?.size ?? 0)) return [];
    await assertUntampered(tx);
    const { size } = await lockLog(tx, term);
    const tree = nodesAt(tx, size);
    await assertExtends(await this.file.read(), {
      origin: term.origin,
      size,
      rootAt: (at) => rootAt(tree, at),
    });
    const checkpoints: SignedCheckpoint[] = [];
    let signed: Signed = (await newestCheckpoint(tx)) ?? { size: 0, root: await rootAt(tree, 0) };
    if (size < signed.size) throw new SignedStateViolated(`the log holds ${size} leaves, ${signed.size} were signed`);
    for (const next of sizesToSign(signed.size, size)) {
      const checkpoint = await this.#sign(term.origin, tree, signed, next);
      if (!(await insertCheckpoint(tx, checkpoint, signed.size))) {
        throw new SignedStateViolated(`a tree of more than ${signed.size} leaves was signed by another writer`);
      }
      checkpoints.push(checkpoint);
      signed = checkpoint;
    }
    if (checkpoints.length > 0) await this.file.write({ origin: term.origin, size: signed.size, root: signed.root });
    return checkpoints;
  }

  async #sign(origin: string, tree: NodeReader, signed: Signed, size: number): Promise<SignedCheckpoint> {
    const root = await rootAt(tree, size);
    const proof = await proveConsistency(tree, signed.size, size);
    if (!verifyConsistency({ oldSize: signed.size, oldRoot: signed.root, size, root, proof })) {
      throw new SignedStateViolated(`the tree of ${size} leaves does not extend the signed one of ${signed.size}`);
    }
    const { privateKey, publicKey } = this.keys.current('checkpoint');
    const note = signCheckpoint({ origin, size, root }, [ed25519Signer(origin, privateKey, publicKey)]);
    return { size, root, note, signedAtMs: this.clock.now() };
  }
}
