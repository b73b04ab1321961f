import canonicalize from 'canonicalize';

/** What canonical JSON may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * RFC 8785 (JCS): one byte string for one value.
 * @throws TypeError for NaN, infinities and lone surrogates, which have no canonical form.
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no canonical JSON form');
  return text;
}
