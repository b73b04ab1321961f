-- Up Migration
-- Partitions of an hour for `challenge` (by expiry) and `idempotency` (by creation), named `<table>_<hour since the epoch>`.
-- The service role owns no table, so these run as the owner and do nothing but what they say.

-- Makes the partitions from the hour before now to `p_ahead_ms` ahead. Answers the names of those it made.
create function create_partitions(p_ahead_ms bigint) returns setof text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  width constant bigint := 3600000;
  now_ms constant bigint := extract(epoch from clock_timestamp()) * 1000;
  parent text;
  hour bigint;
  name text;
begin
  perform pg_advisory_xact_lock(hashtextextended('otp-notary partitions', 0));
  foreach parent in array array['challenge', 'idempotency'] loop
    for hour in now_ms / width - 1 .. (now_ms + least(p_ahead_ms, 24 * width)) / width loop
      name := format('%s_%s', parent, hour);
      continue when to_regclass('public.' || name) is not null;
      -- Made apart and attached: `create … partition of` would lock out every answer meanwhile.
      -- Free space on each page keeps the updates of attempts there (HOT), out of the indexes.
      execute format('create table public.%I (like public.%I including all) with (fillfactor = 80)', name, parent);
      execute format('alter table public.%I attach partition public.%I for values from (%s) to (%s)',
        parent, name, hour * width, (hour + 1) * width);
      return next name;
    end loop;
  end loop;
end $$;

-- Drops one partition of each table that ended at least `p_margin_ms` (and an hour) ago, once every event of that time
-- has left the outbox. Never a row by itself. Answers the names of those it dropped.
create function drop_partitions(p_margin_ms bigint) returns setof text
language plpgsql security definer set search_path = public, pg_temp
-- Gives way to the answers in flight rather than make others wait behind it.
set lock_timeout = '200ms' as $$
declare
  width constant bigint := 3600000;
  now_ms constant bigint := extract(epoch from clock_timestamp()) * 1000;
  parent text;
  name text;
begin
  perform pg_advisory_xact_lock(hashtextextended('otp-notary partitions', 0));
  foreach parent in array array['challenge', 'idempotency'] loop
    select c.relname into name
    from pg_inherits i join pg_class c on c.oid = i.inhrelid,
      lateral (select (substring(c.relname from '_(\d+)$')::bigint + 1) * width as end_ms) ended
    where i.inhparent = format('public.%I', parent)::regclass
      and ended.end_ms < now_ms - greatest(p_margin_ms, width)
      and not exists (select from outbox o where o.created_at <= to_timestamp(ended.end_ms / 1000.0))
    order by c.relname limit 1;
    if name is not null then
      execute format('drop table public.%I', name);
      return next name;
    end if;
  end loop;
end $$;
