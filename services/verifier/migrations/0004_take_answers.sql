-- Up Migration
-- Answers that came together: one call, one round trip, one commit for all of them. Each is taken as take_answer_v1
-- (0003) takes one, with the same locks, so both can run side by side while a release is rolled out.
--
-- The answers are of one tenant, and no two share a subject or an idempotency key: none of them can bear on another, so
-- what holds for each is decided and written in one statement. They come sorted by subject, their keys sorted too: every
-- call takes keys before subjects and both in ascending order, so calls cannot wait for each other in a circle. A call that
-- does not keep to that is refused, all of it.
--
-- Why the locks are taken before that statement: its parts share the snapshot of its beginning, which must see whatever
-- was committed by those who held the locks before.
--
-- `p_mode`, `p_verdict`, `p_event` and the outcomes: see 0003. `p_keyed`: the places (from 1) of the answers that carry an
-- idempotency key, in the order of `p_key`, `p_request` and `p_answer`. One row for each answer, in their order; when one
-- of them is `clock_skewed`, all are, and nothing was done.
create function take_answers_v2(
  p_tenant text, p_now_ms bigint[], p_mode text[], p_verdict text[],
  p_challenge uuid[], p_issued_ms bigint[], p_expires_ms bigint[], p_batch bigint[], p_position bigint[],
  p_subject text[], p_purpose text[], p_max_attempts int[],
  p_event text[], p_context text[], p_headers jsonb[],
  p_keyed int[], p_key bytea[], p_request bytea[], p_answer jsonb[], p_key_life_ms bigint,
  p_failures int, p_window_ms bigint, p_first_block_ms bigint, p_longest_block_ms bigint, p_hard_stop int
) returns table (outcome text, locked text[], answer jsonb, request bytea) language plpgsql
-- One plan for ever, that fits tables of any size: it is made while they are empty.
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  -- Watermarks rest on this bound (src/adapters/watermarks.ts).
  skew_ms constant int := 500;
  -- No code lives longer; the bound spares a look into partitions of other hours.
  longest_life_ms constant int := 900000;
  -- Only rows of the caller's tenant are seen and written (row-level security).
  acts_for constant text := set_config('otp.tenant', p_tenant, true);
  clock_ms constant bigint := extract(epoch from clock_timestamp()) * 1000;
  lock_id bigint;
  before_it text := '';
  key_before_it bytea := '';
  dead boolean;
  stored int[] := '{}';
  stored_request bytea[];
  stored_answer jsonb[];
begin
  for place in 1 .. cardinality(p_now_ms) loop
    if abs(clock_ms - p_now_ms[place]) > skew_ms then
      return query select 'clock_skewed', null::text[], null::jsonb, null::bytea from unnest(p_now_ms);
      return;
    end if;
  end loop;

  if cardinality(p_key) > 0 then
    for mark in 1 .. cardinality(p_key) loop
      if p_key[mark] <= key_before_it then
        raise 'idempotency keys of a group must differ and be sorted';
      end if;
      key_before_it := p_key[mark];
      perform pg_advisory_xact_lock(hashtextextended(encode(p_key[mark], 'hex'), 1));
    end loop;
    select coalesce(array_agg(m.place), '{}'), array_agg(i.request), array_agg(i.answer)
    into stored, stored_request, stored_answer
    from unnest(p_keyed, p_key) as m (place, key)
    cross join lateral (
      select i.request, i.answer from idempotency i
      where i.tenant = p_tenant and i.key = m.key and i.created_ms > p_now_ms[m.place] - p_key_life_ms
      order by i.created_ms desc limit 1
    ) i;
  end if;

  for place in 1 .. cardinality(p_now_ms) loop
    continue when p_mode[place] <> 'judge' or place = any (stored);
    if p_subject[place] <= before_it then
      raise 'subjects of a group must differ and be sorted';
    end if;
    before_it := p_subject[place];
    lock_id := hashtextextended(p_tenant || e'\x1f' || p_subject[place], 0);
    continue when pg_try_advisory_xact_lock(lock_id);
    -- A dead challenge stays dead: its answers need not wait for their turn, however many come.
    select coalesce(bool_or((c.issued_ms, c.batch, c.position) > (p_issued_ms[place], p_batch[place], p_position[place])
      or c.challenge = p_challenge[place] and (c.used_ms is not null or c.attempts >= p_max_attempts[place])), false)
    into dead
    from challenge c
    where c.tenant = p_tenant and c.subject = p_subject[place] and c.purpose = p_purpose[place]
      and c.expires_ms > p_issued_ms[place] and c.expires_ms < clock_ms + longest_life_ms;
    if not dead then
      perform pg_advisory_xact_lock(lock_id);
    end if;
  end loop;

  if 'decoy' = any (p_mode) then
    -- Forces a commit record to disk like any other outcome, and leaves nothing behind.
    perform pg_logical_emit_message(true, 'otp.decoy', repeat(' ', 600)) from unnest(p_mode) as m (mode) where m.mode = 'decoy';
  end if;

  return query
  with known as materialized (
    -- Read in every mode: the same work whatever the answer is.
    select a.*, c.*, s.failed_ms, coalesce(s.consecutive, 0) as consecutive, coalesce(s.blocks, 0) as blocks,
      coalesce(s.blocked_until_ms, 0) as blocked_until_ms, s.disabled_ms
    from unnest(p_now_ms, p_mode, p_verdict, p_challenge, p_issued_ms, p_expires_ms, p_batch, p_position, p_subject,
        p_purpose, p_max_attempts, p_event, p_context, p_headers) with ordinality
      as a (now_ms, mode, verdict, challenge, issued_ms, expires_ms, batch, position, subject,
        purpose, max_attempts, event, context, headers, place)
    -- One range of the primary key for each.
    cross join lateral (
      select
        max(c.attempts) filter (where c.challenge = a.challenge) as taken,
        bool_or(c.used_ms is not null) filter (where c.challenge = a.challenge) as used,
        bool_or((c.issued_ms, c.batch, c.position) > (a.issued_ms, a.batch, a.position)) as newer,
        bool_or(c.used_ms > a.issued_ms) filter (where c.challenge <> a.challenge) as sibling_used
      from challenge c
      where c.tenant = p_tenant and c.subject = a.subject and c.purpose = a.purpose and c.expires_ms > a.issued_ms
        and c.expires_ms > clock_ms - longest_life_ms and c.expires_ms < clock_ms + longest_life_ms
    ) c
    left join subject_standing s on s.tenant = p_tenant and s.subject = a.subject
    where a.place <> all (stored)
  ), judged as materialized (
    select k.*,
      case when k.mode = 'judge' and k.newer is not true and k.used is not true and coalesce(k.taken, 0) < k.max_attempts
        then coalesce(k.taken, 0) + 1 else 0 end as attempt,
      case
        when k.mode = 'decoy' then 'refused'
        when k.mode = 'report' then k.verdict
        when k.newer then 'superseded'
        when k.used then 'used'
        when k.taken >= k.max_attempts then 'attempts_exhausted'
        when k.disabled_ms is not null or k.blocked_until_ms > k.now_ms then 'subject_blocked'
        when k.verdict <> 'right' then k.verdict
        -- An older code was used after this one was issued, before word of this one came: one of the two, not both.
        when k.sibling_used then 'superseded'
        else 'verified'
      end as outcome
    from known k
  ), counted as materialized (
    select j.*, f.*,
      nullif(array_remove(array[
        case when j.attempt = j.max_attempts and j.outcome <> 'verified' then 'attempts_exhausted' end,
        case when f.disables or f.blocked then 'subject_blocked' end], null), '{}') as locked
    from judged j
    cross join lateral (
      select f.fails, f.failed, f.disables,
        f.fails and not f.disables and coalesce(f.failed[p_failures] > j.now_ms - p_window_ms, false) as blocked
      from (
        select n.fails, case when n.fails then (j.now_ms || j.failed_ms)[:p_failures] else j.failed_ms end as failed,
          n.fails and j.consecutive + 1 >= p_hard_stop as disables
        from (select j.attempt > 0 and j.outcome in ('wrong_code', 'purpose_mismatch', 'context_mismatch') as fails) n
      ) f
    ) f
  ), slot as (
    insert into challenge as c
      (challenge, expires_ms, tenant, subject, purpose, issued_ms, batch, position, attempts, used_ms)
    select challenge, expires_ms, p_tenant, subject, purpose, issued_ms, batch, position, attempt,
      case when outcome = 'verified' then now_ms end
    from counted where attempt > 0
    on conflict (tenant, subject, purpose, expires_ms, challenge)
      do update set attempts = excluded.attempts, used_ms = excluded.used_ms
  ), standing as (
    insert into subject_standing as s
      (tenant, subject, failed_ms, consecutive, blocks, blocked_until_ms, disabled_ms)
    select p_tenant, subject, failed,
      case when fails then consecutive + 1 else 0 end,
      case when fails then blocks + blocked::int else 0 end,
      case when blocked then now_ms + least(p_longest_block_ms, p_first_block_ms << least(blocks, 20)) else blocked_until_ms end,
      case when disables then now_ms else disabled_ms end
    -- A success begins the counts anew; the failures of the hour stay.
    from counted where fails or outcome = 'verified' and (consecutive > 0 or blocks > 0)
    on conflict (tenant, subject) do update set
      failed_ms = excluded.failed_ms, consecutive = excluded.consecutive, blocks = excluded.blocks,
      blocked_until_ms = excluded.blocked_until_ms, disabled_ms = excluded.disabled_ms
  ), told as (
    insert into outbox (topic, key, payload, headers)
    select 'otp.verifications', challenge::text, said || '"id":"' || gen_random_uuid() || '",' || event, headers
    from counted
    cross join lateral (
      select 0 as turn, case outcome
        when 'verified' then '{"type":"otp.verified","context":"' || context || '","attempt":' || attempt || ',"verifiedAtMs":' || now_ms || ','
        else '{"type":"otp.rejected","reason":"' || outcome || '","attempt":' || attempt || ',"rejectedAtMs":' || now_ms || ','
      end as said
      union all
      select turn, '{"type":"otp.locked","reason":"' || reason || '","lockedAtMs":' || now_ms || ','
      from unnest(locked) with ordinality as l (reason, turn)
    ) e
    where mode <> 'decoy'
    order by place, turn
  ), marked as (
    insert into idempotency (tenant, key, request, created_ms, answer)
    select p_tenant, m.key, m.request, c.now_ms, case when c.outcome = 'verified' then m.answer end
    from unnest(p_keyed, p_key, p_request, p_answer) as m (place, key, request, answer) join counted c on c.place = m.place
  )
  select o.outcome, o.locked, o.answer, o.request
  from (
    select place, outcome, locked, null::jsonb as answer, null::bytea as request from counted
    union all
    select s.place, 'stored', null, s.answer, s.request
    from unnest(stored, stored_answer, stored_request) as s (place, answer, request)
  ) o
  order by o.place;
end $$;
