-- Up Migration
-- The bus of one machine: a log for each partition of a topic, and how far each group of consumers has read it.

create table bus_partition (
  id int generated always as identity primary key,
  topic text not null,
  partition int not null check (partition >= 0),
  -- The offset that the next message gets. Its row lock is what makes a log without gaps, see bus_publish.
  next bigint not null default 0,
  unique (topic, partition)
) with (fillfactor = 20);
comment on table bus_partition is 'grants: select';

create table bus_message (
  stream int not null references bus_partition,
  "offset" bigint not null,
  key text not null,
  value text not null,
  -- A JSON object of strings, as text: nobody asks the database about it.
  headers text not null,
  published_at timestamptz not null default now(),
  primary key (stream, "offset")
);
comment on table bus_message is 'Written by bus_publish only. grants: select';

-- Who of a group reads which partition, until when, and where it continues.
create table bus_offset (
  group_name text not null,
  stream int not null references bus_partition,
  next bigint not null default 0,
  -- The login role whose group it is: no other role moves these offsets.
  owner name not null default current_user,
  member uuid,
  lease_until timestamptz,
  primary key (group_name, stream)
) with (fillfactor = 20);
comment on table bus_offset is 'grants: select, insert, update';
alter table bus_offset enable row level security;
create policy seen_by_all on bus_offset for select using (true);
create policy begun_by_owner on bus_offset for insert with check (owner = current_user);
create policy moved_by_owner on bus_offset for update using (owner = current_user);

create table bus_member (
  group_name text not null,
  member uuid not null,
  owner name not null default current_user,
  seen_at timestamptz not null,
  primary key (group_name, member)
) with (fillfactor = 20);
comment on table bus_member is 'grants: select, insert, update, delete';
alter table bus_member enable row level security;
create policy own_group on bus_member using (owner = current_user);

-- Appends messages in the order given. A partition's row is locked until commit, so offsets become visible in their
-- order and without a hole: a reader that saw offset n has seen all before it. (Identity or sequence numbers would not do:
-- a lower one can commit after a higher one, and a reader that continues after the higher one would never see it.)
create function bus_publish(topics text[], partitions int[], keys text[], "values" text[], headers text[])
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  written bigint;
begin
  -- Always in one order, or two publishers could wait for each other.
  perform from bus_partition p
    where (p.topic, p.partition) in (select distinct t, n from unnest(topics, partitions) as m (t, n))
    order by p.id for update;
  with message as (
    select p.id as stream, m.key, m.value, m.headers,
      p.next + row_number() over (partition by p.id order by m.place) - 1 as "offset"
    from unnest(topics, partitions, keys, "values", headers) with ordinality as m (topic, partition, key, value, headers, place)
    join bus_partition p on p.topic = m.topic and p.partition = m.partition
  ), appended as (
    insert into bus_message (stream, "offset", key, value, headers)
    select m.stream, m."offset", m.key, m.value, m.headers from message m
    returning bus_message.stream
  ), moved as (
    update bus_partition p set next = p.next + a.messages
    from (select stream, count(*) as messages from appended group by stream) a
    where p.id = a.stream
    returning a.messages
  )
  select sum(messages) into written from moved;
  if written is distinct from cardinality(topics) then
    raise exception 'a topic or partition of these messages does not exist';
  end if;
  perform pg_notify('otp_bus', t) from (select distinct unnest(topics)) as m (t);
end $$;

-- Tells that a consumer lives, gives up the partitions that are another's share by now and takes its own share of those
-- that nobody holds. Partitions are dealt round to the living members in the order of their ids.
create function bus_share(of_group text, me uuid, of_topics text[], lease interval)
returns table (stream int, topic text, partition int, next bigint, lag bigint) language plpgsql as $$
#variable_conflict use_column
declare
  mine int[];
begin
  insert into bus_member (group_name, member, seen_at) values (of_group, me, clock_timestamp())
    on conflict (group_name, member) do update set seen_at = excluded.seen_at;
  with gone as (
    select member from bus_member
    where group_name = of_group and seen_at < clock_timestamp() - lease
    for update skip locked
  )
  delete from bus_member m using gone where m.group_name = of_group and m.member = gone.member;
  insert into bus_offset (group_name, stream)
    select of_group, p.id from bus_partition p where p.topic = any (of_topics)
      and not exists (select from bus_offset o where o.group_name = of_group and o.stream = p.id)
    on conflict do nothing;

  select coalesce(array_agg(p.id), '{}') into mine
  from (select id, row_number() over (order by id) - 1 as place from bus_partition where topic = any (of_topics)) p
  join (select member, row_number() over (order by member) - 1 as place, count(*) over () as members
        from bus_member where group_name = of_group) m on p.place % m.members = m.place
  where m.member = me;

  update bus_offset set member = null, lease_until = null
    where group_name = of_group and member = me and stream <> all (mine);
  with free as (
    select o.stream from bus_offset o
    where o.group_name = of_group and o.stream = any (mine)
      and (o.member = me or o.member is null or o.lease_until < clock_timestamp())
    for update skip locked
  )
  update bus_offset o set member = me, lease_until = clock_timestamp() + lease
    from free where o.group_name = of_group and o.stream = free.stream;

  return query
    select p.id, p.topic, p.partition, o.next, p.next - o.next
    from bus_offset o join bus_partition p on p.id = o.stream
    where o.group_name = of_group and o.member = me
    order by p.id;
end $$;

-- Drops up to `most` messages older than `age` that every group has passed, and those of topics that no group reads.
create function bus_prune(age interval, most int)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  dropped bigint;
begin
  if age < interval '1 hour' or not pg_try_advisory_xact_lock(hashtextextended('otp-notary bus_prune', 0)) then
    return 0;
  end if;
  with passed as (
    select p.id as stream, coalesce(min(o.next), p.next) as below
    from bus_partition p left join bus_offset o on o.stream = p.id
    group by p.id
  ), old as (
    select m.stream, m."offset" from passed
    cross join lateral (
      select m.stream, m."offset", m.published_at from bus_message m
      where m.stream = passed.stream and m."offset" < passed.below
      order by m."offset" limit most
    ) m
    where m.published_at < now() - age
    limit most
  )
  delete from bus_message m using old where m.stream = old.stream and m."offset" = old."offset";
  get diagnostics dropped = row_count;
  return dropped;
end $$;
