import { once } from 'node:events';
import { connect } from 'node:net';
import { PartDidNotStart } from './errors.js';

const METADATA = 3;
/** The version that brokers of Kafka 2 to 4 understand. */
const VERSION = 4;
const LIMIT_MS = 3_000;
/** Size, correlation id, throttle time, number of brokers; four bytes each. */
const ANSWER_BYTES = 16;

/**
 * Asks a broker, in Kafka's own protocol, which brokers it knows: it knows one, itself, once its controller has let it in.
 * A client library would say the same with a dozen retries and warnings.
 * @throws PartDidNotStart
 */
export async function assertBrokerUp(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    await once(socket, 'connect', { signal });
    socket.write(metadataRequest());
    let answer = Buffer.alloc(0);
    while (answer.length < ANSWER_BYTES) {
      const [chunk] = (await once(socket, 'data', { signal })) as [Buffer];
      answer = Buffer.concat([answer, chunk]);
    }
    if (answer.readInt32BE(12) < 1) throw new PartDidNotStart('Kafka knows no broker yet');
  } finally {
    socket.destroy();
  }
}

function metadataRequest(): Buffer {
  const body = Buffer.alloc(15);
  body.writeInt16BE(METADATA, 0);
  body.writeInt16BE(VERSION, 2);
  body.writeInt32BE(1, 4);
  // No client id, no topics, and none to be made.
  body.writeInt16BE(-1, 8);
  body.writeInt32BE(0, 10);
  body.writeInt8(0, 14);
  const size = Buffer.alloc(4);
  size.writeInt32BE(body.length);
  return Buffer.concat([size, body]);
}
