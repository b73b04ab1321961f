import { fileURLToPath } from 'node:url';
import type { Options } from '@grpc/proto-loader';

/** The services of the line that speak gRPC. */
export type ServiceName = 'issuer' | 'verifier' | 'audit';

/** The package of every service: `otp_notary.v1`. */
export const PROTO_PACKAGE = 'otp_notary.v1';

/** Folder that imports of the .proto files start from. */
export const protoRoot = fileURLToPath(new URL('../../proto', import.meta.url));

/** Path of a service's .proto file. */
export function protoPath(name: ServiceName): string {
  return `${protoRoot}/otp_notary/v1/${name}.proto`;
}

/**
 * How messages look in JavaScript, the same for servers and clients: field names as in the .proto file (snake_case), 64-bit
 * integers as `number` (sizes, indexes and times stay below 2^53), `bytes` as `Buffer`, enums as names, absent fields as
 * their defaults, and for a `oneof` one more member that names the field that is set.
 */
export const loaderOptions = {
  keepCase: true,
  longs: Number,
  enums: String,
  defaults: true,
  arrays: true,
  objects: true,
  oneofs: true,
  includeDirs: [protoRoot],
} satisfies Options;
