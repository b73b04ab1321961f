import {
  fromB64,
  NoteInvalid,
  openCheckpoint,
  parseVkey,
  verifyConsistency,
  type Checkpoint,
} from '@otp-notary/merkle';
import type { OtpNotaryClient } from '@otp-notary/sdk';
import { CheckpointMemory, type SeenLog } from '../checkpoint-memory.js';
import { exits } from '../errors.js';
import type { Context, Run } from './command.js';

export interface LogCheckpointOptions {
  readonly vkey?: string;
  readonly state?: string;
  readonly json?: boolean;
}

/** What came of holding a new checkpoint against what was seen before. */
interface Judgement {
  readonly isGood: boolean;
  readonly text: string;
}

/** Gets the newest checkpoint, checks its signature, and that its tree extends the last one seen. */
export const logCheckpoint: Run<LogCheckpointOptions> = async (context, options) => {
  const { settings, terminal } = context;
  settings.need('audit_url');
  const client = settings.client('audit:read');
  const memory = CheckpointMemory.at(options.state, settings.home, process.env);
  const { origin, vkey: told } = await client.log();
  const before = memory.recall(origin);
  // The log does not get to say who it is: once seen, its key is pinned.
  const vkey = options.vkey ?? before?.vkey ?? told;
  const note = await client.checkpoint();
  const checkpoint = opened(note, vkey);
  if (checkpoint === null || checkpoint.origin !== origin) {
    return refuse(context, `the checkpoint of ${origin} is not signed by the pinned key ${vkey}`);
  }
  const judgement = await judge(client, before, checkpoint);
  if (!judgement.isGood) {
    const evidence = before === undefined ? '' : `; both notes are in ${memory.keepEvidence(origin, before, note)}`;
    return refuse(context, `${judgement.text}${evidence}`);
  }
  memory.remember(origin, { vkey, note });
  const root = Buffer.from(checkpoint.root).toString('base64');
  if (options.json) terminal.json({ origin, size: checkpoint.size, root, vkey, history: judgement.text, note });
  else {
    terminal.raw(note);
    terminal.line();
    terminal.fields([
      ['signature', `good: ${vkey}`],
      ['history', judgement.text],
    ]);
  }
  return exits.ok;
};

function refuse({ terminal }: Context, why: string): typeof exits.refused {
  terminal.note(`${terminal.tone('red', 'REFUSED')}: ${why}`);
  return exits.refused;
}

function opened(note: string, vkey: string): Checkpoint | null {
  try {
    return openCheckpoint(note, parseVkey(vkey));
  } catch (error) {
    if (error instanceof NoteInvalid) return null;
    throw error;
  }
}

async function judge(client: OtpNotaryClient, before: SeenLog | undefined, now: Checkpoint): Promise<Judgement> {
  const last = before === undefined ? null : opened(before.note, before.vkey);
  if (last === null) return { isGood: true, text: 'first seen: key and tree are remembered from now on' };
  if (now.size < last.size) {
    return {
      isGood: false,
      text: `the log shows ${now.size} leaves and has shown ${last.size}: leaves were taken away`,
    };
  }
  const proof = now.size === last.size ? [] : (await client.consistency(last.size, now.size)).proof;
  const extended = { oldSize: last.size, oldRoot: last.root, size: now.size, root: now.root };
  if (!verifyConsistency({ ...extended, proof: proof.map((hash) => fromB64(hash)) })) {
    return {
      isGood: false,
      text: `the tree of ${now.size} leaves does not extend the one of ${last.size} seen before`,
    };
  }
  return {
    isGood: true,
    text: now.size === last.size ? 'the same tree as last seen' : `extends the ${last.size} leaves last seen`,
  };
}
