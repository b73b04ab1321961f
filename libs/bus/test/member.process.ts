import { open, Reader, type Address } from './bus-under-test.js';

/** A member of a group in a process of its own, for tests that kill or stop it. Prints what it gets, a number a line. */
const [, , address = '', group = '', run = ''] = process.argv;
const bus = open(JSON.parse(address) as Address);
const reader = new Reader(bus, group, run);
let printed = 0;
setInterval(() => {
  for (const number of reader.numbers.slice(printed)) process.stdout.write(`${number}\n`);
  printed = reader.got.length;
}, 10);
