/** Messages of `otp_notary.v1` as `loaderOptions` gives them. What each field means stands in the .proto files. */

/** What a caller may leave out: the server reads the default of the field. */
type Sent<T, Required extends keyof T> = Partial<T> & Pick<T, Required>;

export interface IssueRequest {
  subject: string;
  purpose: string;
  channel: string;
  destination: string;
  context: Record<string, string>;
  alphabet: string;
  length: number;
  life_seconds: number;
}
export type IssueRequestSent = Sent<IssueRequest, 'subject' | 'purpose' | 'channel'>;

export interface IssueResponse {
  challenge_id: string;
  proof_id: string;
  issued_at: string;
  expires_at: string;
  channel: string;
  destination_hint: string;
  resend_after_seconds: number;
  code: string;
}

export interface VerifyRequest {
  challenge_id: string;
  code: string;
  purpose: string;
  context: Record<string, string>;
}
export type VerifyRequestSent = Sent<VerifyRequest, 'challenge_id' | 'code' | 'purpose'>;

export interface VerifyResponse {
  verified: boolean;
  proof_id: string;
  verified_at: string;
  auth_time: number;
  amr: string[];
  context_hash: string;
  receipt: string;
}

export type GetCheckpointRequest = Record<string, never>;

export interface GetCheckpointResponse {
  note: string;
  size: number;
  root: Buffer;
}

/** As a server gets it: `leaf` names which of `index` and `hash` is set. */
export interface GetInclusionRequest {
  index?: number;
  hash?: Buffer;
  leaf?: 'index' | 'hash';
  size: number;
}
export type GetInclusionRequestSent = ({ index: number } | { hash: Uint8Array }) & { size?: number };

export interface GetInclusionResponse {
  index: number;
  size: number;
  root: Buffer;
  entry: string;
  proof: Buffer[];
}

export interface GetConsistencyRequest {
  from: number;
  to: number;
}
export type GetConsistencyRequestSent = Sent<GetConsistencyRequest, 'from'>;

export interface GetConsistencyResponse {
  from: number;
  to: number;
  proof: Buffer[];
}

export interface GetProofRequest {
  proof_id: string;
  disclose: string[];
}
export type GetProofRequestSent = Sent<GetProofRequest, 'proof_id'>;

export interface GetProofResponse {
  bundle: Buffer;
}

export interface GetAnchorMaterialRequest {
  origin: string;
  from: number;
  min: number;
  next_batch: number;
  mature_size: number;
  limit: number;
}

export interface Settlement {
  count: number;
  issued_below: number;
  root: Buffer;
}

export interface GetAnchorMaterialResponse {
  size: number;
  root: Buffer;
  proof: Buffer[];
  first_batch: number;
  settlements: Settlement[];
}
