-- Up Migration
-- How far each partition of the bus is taken, moved in the transaction of the effect.
create table inbox_offset (
  topic text not null,
  partition int not null,
  next bigint not null,
  primary key (topic, partition)
) with (fillfactor = 20);
comment on table inbox_offset is 'grants: select, insert, update';

-- Events that had their effect: a publisher that is not sure publishes again, at new offsets.
create table inbox_seen (
  event_id uuid primary key,
  seen_at timestamptz not null default now()
);
create index inbox_seen_age on inbox_seen using brin (seen_at) with (autosummarize = on);
comment on table inbox_seen is 'grants: select, insert, delete';
