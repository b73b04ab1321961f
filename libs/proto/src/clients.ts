import { Client, credentials, Metadata, type ChannelCredentials } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { CallFailed } from './call-failed.js';
import { loaderOptions, PROTO_PACKAGE, protoPath, type ServiceName } from './files.js';
import type * as m from './messages.js';

/** Longest wait for an answer unless the call says otherwise, in milliseconds. */
const DEFAULT_TIMEOUT_MS = 5_000;

export interface CallOptions {
  /** Access token; sent as `authorization: Bearer …`. */
  readonly token?: string;
  /** Makes a retry safe; sent as `idempotency-key`. */
  readonly idempotencyKey?: string;
  /** Longest wait for the answer in milliseconds (default 5,000). */
  readonly timeoutMs?: number;
  /** Cancels the call. */
  readonly signal?: AbortSignal;
  /** More metadata. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** One method of a service. @throws CallFailed */
export type Call<Request, Response> = (request: Request, options?: CallOptions) => Promise<Response>;

interface Closable {
  close(): void;
}

export interface IssuerClient extends Closable {
  issue: Call<m.IssueRequestSent, m.IssueResponse>;
}

export interface VerifierClient extends Closable {
  verify: Call<m.VerifyRequestSent, m.VerifyResponse>;
}

export interface AuditClient extends Closable {
  getCheckpoint: Call<m.GetCheckpointRequest, m.GetCheckpointResponse>;
  getInclusion: Call<m.GetInclusionRequestSent, m.GetInclusionResponse>;
  getConsistency: Call<m.GetConsistencyRequestSent, m.GetConsistencyResponse>;
  getProof: Call<m.GetProofRequestSent, m.GetProofResponse>;
  getAnchorMaterial: Call<m.GetAnchorMaterialRequest, m.GetAnchorMaterialResponse>;
}

/** A client of the issuer at `host:port`; connects at the first call. Without credentials the channel is plain text. */
export function issuerClient(address: string, channel: ChannelCredentials = plain()): IssuerClient {
  const connection = connect('issuer', address, channel);
  return { issue: call(connection, 'Issue'), close: () => connection.client.close() };
}

/** A client of the verifier at `host:port`. */
export function verifierClient(address: string, channel: ChannelCredentials = plain()): VerifierClient {
  const connection = connect('verifier', address, channel);
  return { verify: call(connection, 'Verify'), close: () => connection.client.close() };
}

/** A client of the audit service at `host:port`. */
export function auditClient(address: string, channel: ChannelCredentials = plain()): AuditClient {
  const connection = connect('audit', address, channel);
  return {
    getCheckpoint: call(connection, 'GetCheckpoint'),
    getInclusion: call(connection, 'GetInclusion'),
    getConsistency: call(connection, 'GetConsistency'),
    getProof: call(connection, 'GetProof'),
    getAnchorMaterial: call(connection, 'GetAnchorMaterial'),
    close: () => connection.client.close(),
  };
}

const plain = (): ChannelCredentials => credentials.createInsecure();

interface Method {
  readonly path: string;
  readonly requestSerialize: (value: object) => Buffer;
  readonly responseDeserialize: (bytes: Buffer) => object;
}

interface Connection {
  readonly client: Client;
  readonly methods: Readonly<Record<string, Method>>;
}

function connect(name: ServiceName, address: string, channel: ChannelCredentials): Connection {
  const service = `${PROTO_PACKAGE}.${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const methods = loadSync(protoPath(name), loaderOptions)[service];
  if (methods === undefined || 'format' in methods) throw new TypeError(`${name}.proto does not define ${service}`);
  return { client: new Client(address, channel), methods };
}

function call<Request extends object, Response>(
  { client, methods }: Connection,
  name: string,
): Call<Request, Response> {
  const method = methods[name];
  if (method === undefined) throw new TypeError(`The .proto file does not define ${name}`);
  return async (request, options = {}) =>
    await new Promise<Response>((resolve, reject) => {
      const deadline = Date.now() + (options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
      const pending = client.makeUnaryRequest<object, object>(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        metadataOf(options),
        { deadline },
        (failure, response) => {
          options.signal?.removeEventListener('abort', cancel);
          if (failure === null) resolve(response as Response);
          else reject(new CallFailed(name, failure));
        },
      );
      const cancel = () => pending.cancel();
      options.signal?.addEventListener('abort', cancel, { once: true });
      if (options.signal?.aborted === true) cancel();
    });
}

function metadataOf(options: CallOptions): Metadata {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(options.metadata ?? {})) metadata.set(name, value);
  if (options.token !== undefined) metadata.set('authorization', `Bearer ${options.token}`);
  if (options.idempotencyKey !== undefined) metadata.set('idempotency-key', options.idempotencyKey);
  return metadata;
}
