export { oldestTransactionStart } from './activity.js';
export { Groups, TooManyWait, type Company, type GroupLimits, type Waiting } from './groups.js';
export { isLed } from './leader-session.js';
export { Leadership, type LeadershipOptions, type LeaderTerm } from './leadership.js';
export { migrate, persistenceMigrations, type MigrationSet } from './migrate.js';
export { createPool, type PoolOptions } from './pool.js';
export { inTransaction, TransactionRolledBack, type Isolation } from './transaction.js';
