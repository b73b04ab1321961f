-- Up Migration
-- What the verifier remembers, and for no longer than it must. All times are epoch milliseconds UTC: a bigint is read back
-- as it was written, where a timestamp may be rounded.

-- A challenge as far as it is known here: learnt from the bus when it was issued, or from its sealed handle when it is
-- answered, whichever comes first. Dropped by partition after its life: the log keeps what became of it.
create table challenge (
  challenge uuid not null,
  expires_ms bigint not null,
  tenant text collate "C" not null,
  subject text collate "C" not null,
  purpose text collate "C" not null,
  issued_ms bigint not null,
  batch bigint not null,
  position bigint not null,
  -- Slots taken by answers, right or wrong.
  attempts smallint not null default 0 check (attempts >= 0),
  -- When it was consumed. Never set twice, never cleared.
  used_ms bigint,
  -- One index for both questions: this challenge, and the challenges of its line (tenant, subject, purpose) whose lives
  -- overlap with its own.
  primary key (tenant, subject, purpose, expires_ms, challenge)
) partition by range (expires_ms);
comment on table challenge is 'grants: select, insert, update';

-- How a subject stands with its failures, across challenges. A new code never changes it (NIST SP 800-63B-4 3.1.3.2).
create table subject_standing (
  tenant text collate "C" not null,
  subject text collate "C" not null,
  -- The newest failures, newest first; as many as an hour may have.
  failed_ms bigint[] not null,
  -- Failures since the last success.
  consecutive int not null check (consecutive >= 0),
  -- Blocks since the last success: each is longer than the one before.
  blocks int not null check (blocks >= 0),
  blocked_until_ms bigint not null,
  -- Set at the hard stop: answers are refused until the identity platform binds the subject again.
  disabled_ms bigint,
  primary key (tenant, subject)
) with (fillfactor = 80);
comment on table subject_standing is 'grants: select, insert, update, delete';

-- The outcome of requests that carried an idempotency key. Dropped by partition after the time a retry may take.
create table idempotency (
  tenant text collate "C" not null,
  -- Keyed hashes of (tenant, client, key) and of the request: keys may name persons, and a plain hash of a request would
  -- let a reader of this table guess the code.
  key bytea not null check (length(key) = 32),
  request bytea not null check (length(request) = 32),
  created_ms bigint not null,
  -- What a success answered; null for a refusal.
  answer jsonb,
  primary key (key, created_ms)
) partition by range (created_ms);
comment on table idempotency is 'grants: select, insert';

-- A statement sees the rows of one tenant: the one it named from the caller's token. The bus feed names `*`.
alter table challenge enable row level security;
alter table subject_standing enable row level security;
alter table idempotency enable row level security;
create policy tenant_only on challenge
  using (tenant = current_setting('otp.tenant', true) or current_setting('otp.tenant', true) = '*');
create policy tenant_only on subject_standing
  using (tenant = current_setting('otp.tenant', true) or current_setting('otp.tenant', true) = '*');
create policy tenant_only on idempotency using (tenant = current_setting('otp.tenant', true));
