import { OtpError } from '@otp-notary/errors';
import { committedFields, type CommittingKind } from '@otp-notary/proof';

/**
 * Fields a proof may disclose. The subject and the commitment to the code stay closed for ever: the one could link
 * codes of one person, the other could be tested against guesses by whoever learns the pepper.
 */
export const disclosable = ['challenge', 'tenant', 'purpose', 'context', 'channel'] as const;
export type DisclosableField = (typeof disclosable)[number];

/** What a proof discloses when nobody asks for less or more. */
export const DEFAULT_DISCLOSURE: readonly DisclosableField[] = ['challenge', 'tenant', 'purpose'];

/** A field was asked for that is not there or stays closed. */
export class DisclosureRefused extends OtpError {
  readonly code = 'OTP_DISCLOSURE_REFUSED';
  readonly shown = { http: 400, grpc: 3, title: 'Field cannot be disclosed' };
}

/** Reads a list of fields. @throws DisclosureRefused */
export function readDisclosure(fields: readonly string[] | undefined): readonly DisclosableField[] {
  if (fields === undefined) return DEFAULT_DISCLOSURE;
  return fields.map((field) => {
    const known = disclosable.find((name) => name === field);
    if (known === undefined) {
      throw new DisclosureRefused('no such field', { detail: `fields are ${disclosable.join(', ')}` });
    }
    return known;
  });
}

/** The values of a leaf that are asked for, as far as leaves of this kind have them. */
export function chosen(
  kind: CommittingKind,
  values: Readonly<Record<string, string>>,
  fields: readonly DisclosableField[],
): Readonly<Record<string, string>> {
  const has: readonly string[] = committedFields[kind];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field];
      return value !== undefined && has.includes(field) ? [[field, value]] : [];
    }),
  );
}
