import { randomFillSync } from 'node:crypto';

/** Source of cryptographically secure random bytes: fills and returns the buffer. */
export type RandomBytes = (buffer: Uint8Array) => Uint8Array;

/** The operating system's CSPRNG. */
export const osRandom: RandomBytes = (buffer) => randomFillSync(buffer);

/**
 * Draws a code of `length` characters, each equally likely.
 *
 * Bytes at or above the largest multiple of the alphabet's size are thrown away (rejection sampling):
 * a plain `byte % size` would favour the first characters. NIST SP 800-63B-4 §3.2.12.
 * @throws RangeError when the alphabet has fewer than 2 or more than 256 characters.
 */
export function drawCode(alphabet: string, length: number, random: RandomBytes = osRandom): string {
  const size = alphabet.length;
  if (size < 2 || size > 256) throw new RangeError('an alphabet has 2 to 256 characters');
  const ceiling = 256 - (256 % size);
  const pool = new Uint8Array(length * 2);
  let code = '';
  while (code.length < length) {
    for (const byte of random(pool)) {
      if (byte < ceiling) code += alphabet.charAt(byte % size);
      if (code.length === length) break;
    }
  }
  pool.fill(0);
  return code;
}
