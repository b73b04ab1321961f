export { Child, type ChildPlan, type Exit } from './child.js';
export { PartDidNotStart } from './errors.js';
export { freePort, isPortFree } from './ports.js';
export { type DatabaseUrls } from './database.js';
export { startPostgres, type Postgres, type PostgresOptions } from './postgres.js';
export { isAlive, startTicks } from './process-table.js';
export { startIssuerOfTokens, type IssuerOfTokens, type TokenClaims } from './token-issuer.js';
