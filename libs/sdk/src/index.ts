export { OtpNotaryClient, type CallOptions, type ClientOptions, type ServiceUrls } from './client.js';
export { NotVerified, Refused, ServiceUnreachable, TokenRefused, type ToldProblem } from './errors.js';
export { PATIENCE, type Patience } from './http.js';
export type {
  Challenge,
  ConsistencyProof,
  InclusionProof,
  IssueRequest,
  LogDescription,
  ReceiptKeys,
  Verification,
  VerifyRequest,
} from './shapes.js';
export { type Credentials } from './token.js';
