export { AccessDenied, KeysUnavailable, TokenInvalid } from './access-errors.js';
export {
  busConfig,
  ConfigInvalid,
  databaseConfig,
  describeConfig,
  list,
  platformConfig,
  readConfig,
  variableOf,
  type PlatformConfig,
} from './config.js';
export { configReference, type ConfigEntry } from './config-reference.js';
export { createLogger, type Logger } from './log.js';
export { runLoop, type LoopDependencies } from './loops.js';
export { main } from './main.js';
export { Metrics } from './metrics.js';
export {
  ApiAnswerOf,
  ApiBodyOf,
  ApiFileOf,
  ApiIdempotencyKey,
  ApiPathPartOf,
  ApiProblemsOf,
  ApiQueryOf,
  ApiSummary,
} from './openapi.js';
export type { ApiDescription } from './openapi-document.js';
export { InvalidRequest, parseBody } from './parse-body.js';
export { CurrentPrincipal, Public, RequireScopes, type Principal } from './principal.js';
export { answerTo, type Answer, type Problem } from './problems.js';
export type { Readiness } from './readiness.js';
export { AttemptTimedOut, jittered, retry, sleep, type RetryOptions } from './retry.js';
export { Secret, secret } from './secret.js';
export { runService, type RunningService, type ServiceContext, type ServiceOptions } from './service.js';
export { traceHeaders, withRemoteTrace } from './trace.js';
