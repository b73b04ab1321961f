-- Up Migration
-- What the issuer keeps of its codes: nothing of it can be read as a code, a person or a destination.

-- Batches are numbered 1, 2, 3, … without a gap, because the contract settles them in that order and may skip none.
create table issue_batch (
  batch bigint primary key check (batch > 0),
  -- The process that numbers codes in it.
  owner uuid not null,
  opened_at timestamptz not null default statement_timestamp(),
  -- No code is stored in it after this time.
  lease_until timestamptz not null,
  closed_at timestamptz,
  -- Its rows of `issued` are deleted.
  pruned boolean not null default false
);
create index issue_batch_open on issue_batch (lease_until) where closed_at is null;
create index issue_batch_unpruned on issue_batch (closed_at) where closed_at is not null and not pruned;

-- 'answer': the code went out in the answer. 'unsent': to be sent, outcome not known. 'lapsed': it died so.
create type delivery_state as enum ('answer', 'unsent', 'sent', 'failed', 'lapsed');

create table issued (
  batch bigint not null,
  position integer not null check (position >= 0),
  expires_at timestamptz not null,
  delivery delivery_state not null,
  -- What the event of an outcome says of the challenge, while there is none yet.
  told jsonb,
  -- The identity of a code: a second one at its place cannot be stored.
  primary key (batch, position),
  check ((delivery = 'unsent') = (told is not null))
);
create index issued_unsent on issued (expires_at) where delivery = 'unsent';

-- Retries of one client. Keys and requests are keyed hashes; the answer is sealed and wiped when its code dies.
create table idempotency (
  tenant text not null,
  key bytea not null check (length(key) = 32),
  request bytea not null check (length(request) = 32),
  batch bigint not null,
  position integer not null,
  answer_kid text,
  answer bytea,
  -- End of the code's life.
  expires_at timestamptz not null,
  created_at timestamptz not null default statement_timestamp(),
  primary key (tenant, key),
  check ((answer is null) = (answer_kid is null))
);
create index idempotency_unwiped on idempotency (expires_at) where answer is not null;
create index idempotency_by_age on idempotency (created_at);
