export { CallFailed } from './call-failed.js';
export { auditClient, issuerClient, verifierClient } from './clients.js';
export type { AuditClient, Call, CallOptions, IssuerClient, VerifierClient } from './clients.js';
export { loaderOptions, PROTO_PACKAGE, protoPath, protoRoot, type ServiceName } from './files.js';
export type * from './messages.js';
