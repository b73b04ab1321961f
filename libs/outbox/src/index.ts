export { Inbox } from './inbox.js';
export { inboxMigrations, outboxMigrations } from './migrations.js';
export { OutboxPublisher, type OutboxPublisherOptions, type Pass } from './outbox-publisher.js';
export { emit, EventTooLarge, OUTBOX_COLUMNS, outboxRow, type OutboxRow } from './outbox-row.js';
