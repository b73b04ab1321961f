export { CannotStart } from './cannot-start.js';
export { apiDocuments } from './documents/api-documents.js';
export { silent, type Narrator } from './system/narrator.js';
export {
  demoCadence,
  demoClients,
  demoPolicies,
  serviceNames,
  type Cadence,
  type ClientPlan,
  type Policies,
  type ServiceName,
  type SystemOptions,
} from './system/options.js';
export { type Part } from './system/part.js';
export { type CaughtMail, type System } from './system/running.js';
export { startSystem } from './system/system.js';
