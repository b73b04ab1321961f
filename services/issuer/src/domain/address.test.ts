import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isAddress } from './address.js';
import { maskAddress } from './mask.js';

const good = ['a@b.co', 'anna.b+tag@example.com', "o'neil@mail.example.co.uk", 'root@localhost', '!#$@x.yz'];
for (const address of good) test(`${address} is an address`, () => assert.ok(isAddress(address)));

const bad = {
  empty: '',
  'without @': 'anna.example.com',
  'without a local part': '@example.com',
  'without a domain': 'anna@',
  'with two @': 'anna@b@example.com',
  'with a line break': 'anna@example.com\r\nBcc: x@y.z',
  'with a trailing line break': 'anna@example.com\n',
  'with a display name': 'Anna <anna@example.com>',
  'with a comma': 'anna@example.com,bob@example.com',
  'with a space': 'an na@example.com',
  'with a dot at the end of the local part': 'anna.@example.com',
  'with two dots': 'an..na@example.com',
  'with a quoted local part': '"an na"@example.com',
  'with an address literal': 'anna@[127.0.0.1]',
  'with a hyphen at the start of a label': 'anna@-example.com',
  'with a letter beyond ASCII': 'änna@example.com',
  'with NUL': 'anna\0@example.com',
  'with a long local part': `${'a'.repeat(65)}@example.com`,
  'too long': `anna@${'a.'.repeat(124)}com`,
};
for (const [what, text] of Object.entries(bad)) test(`text ${what} is no address`, () => assert.ok(!isAddress(text)));

test('a mask shows the first characters and the top domain', () => {
  assert.equal(maskAddress('anna@example.com'), 'a***@e***.com');
  assert.equal(maskAddress('anna@mail.example.co.uk'), 'a***@m***.uk');
});

test('a part of one character is hidden whole', () => {
  assert.equal(maskAddress('a@b.co'), '***@***.co');
  assert.equal(maskAddress('anna@localhost'), 'a***@l***');
});

test('a mask never tells more than two characters and the top domain, nor how long the rest is', () => {
  const part = fc.stringMatching(/^[a-z0-9]{1,20}$/);
  fc.assert(
    fc.property(part, part, (local, name) => {
      const mask = maskAddress(`${local}@${name}.org`);
      assert.match(mask, /^[a-z0-9]?\*{3}@[a-z0-9]?\*{3}\.org$/);
      assert.ok(local.length > 1 || mask.startsWith('***'));
    }),
  );
});
