-- Up Migration
-- One answer to one challenge: one call, one round trip, one commit. State, event and stored outcome stand together or not
-- at all.
--
-- Why a function and not one statement of CTEs: the parts of one statement share the snapshot of its beginning, so what
-- it reads after it waited for a lock is stale. Each statement in here sees what was committed before it, and all answers
-- of one (tenant, subject) pass one at a time, so that no two of them can both find a code unused, a slot free, or nine
-- failures. It has few statements, since each costs as much as the row it touches.
--
-- A changed version gets a new name: processes of the old release call the old one until they are gone.
--
-- `p_mode`: `judge` may change the state of the challenge. `report` only tells the log (expired, foreign tenant).
-- `decoy` changes nothing: it costs the same commit, for a handle that does not open.
-- `p_verdict`: `right`, or the reason why not, as judged from the handle alone.
-- `p_event`: the members that every event of this challenge has, as JSON text without its opening brace.
-- `outcome`: `verified`, a reject reason, `refused` (decoy), `stored` (the outcome of an earlier request with this key) or
-- `clock_skewed` (nothing was done).
create function take_answer_v1(
  p_now_ms bigint, p_mode text, p_verdict text, p_tenant text,
  p_key bytea, p_key_life_ms bigint, p_request bytea, p_answer jsonb,
  p_challenge uuid, p_issued_ms bigint, p_expires_ms bigint, p_batch bigint, p_position bigint,
  p_subject text, p_purpose text, p_max_attempts int,
  p_event text, p_context text, p_headers jsonb,
  p_failures int, p_window_ms bigint, p_first_block_ms bigint, p_longest_block_ms bigint, p_hard_stop int,
  out outcome text, out locked text[], out answer jsonb, out request bytea
) language plpgsql
-- A plan for each call would cost more than the call.
set plan_cache_mode = force_generic_plan as $$
declare
  -- Watermarks rest on this bound (src/adapters/watermarks.ts).
  skew_ms constant int := 500;
  -- No code lives longer; the bound spares a look into partitions of later hours.
  longest_life_ms constant int := 900000;
  lock_id constant bigint := hashtextextended(p_tenant || e'\x1f' || p_subject, 0);
  -- Only rows of the caller's tenant are seen and written (row-level security).
  acts_for constant text := set_config('otp.tenant', p_tenant, true);
  its_turn boolean;
  taken int;
  used boolean;
  newer boolean;
  sibling_used boolean;
  attempt int := 0;
  -- How the subject stands (subject_standing); null when nothing is known of it.
  failed bigint[];
  row_of_failures int;
  blocks_so_far int;
  blocked_until bigint;
  disabled bigint;
  event text;
begin
  if abs(extract(epoch from clock_timestamp()) * 1000 - p_now_ms) > skew_ms then
    outcome := 'clock_skewed';
    return;
  end if;

  -- The key's lock comes before the subject's in every call, so that calls cannot wait for each other in a circle.
  if p_key is not null then
    perform pg_advisory_xact_lock(hashtextextended(encode(p_key, 'hex'), 1));
    select i.request, i.answer into request, answer
    from idempotency i
    where i.tenant = p_tenant and i.key = p_key and i.created_ms > p_now_ms - p_key_life_ms
    order by i.created_ms desc limit 1;
    if found then
      outcome := 'stored';
      return;
    end if;
  end if;

  its_turn := p_mode <> 'judge' or pg_try_advisory_xact_lock(lock_id);
  loop
    -- Read in every mode: the same work whatever the answer is. One range of the primary key.
    select c.*, s.failed_ms, s.consecutive, s.blocks, s.blocked_until_ms, s.disabled_ms
    into taken, used, newer, sibling_used, failed, row_of_failures, blocks_so_far, blocked_until, disabled
    from (
      select
        max(c.attempts) filter (where c.challenge = p_challenge),
        bool_or(c.used_ms is not null) filter (where c.challenge = p_challenge),
        bool_or((c.issued_ms, c.batch, c.position) > (p_issued_ms, p_batch, p_position)),
        bool_or(c.used_ms > p_issued_ms) filter (where c.challenge <> p_challenge)
      from challenge c
      where c.tenant = p_tenant and c.subject = p_subject and c.purpose = p_purpose
        and c.expires_ms > p_issued_ms and c.expires_ms < p_now_ms + longest_life_ms
    ) c left join subject_standing s on s.tenant = p_tenant and s.subject = p_subject;
    -- A dead challenge stays dead: its answers need not wait for their turn, however many come.
    exit when its_turn or newer or used or taken >= p_max_attempts;
    perform pg_advisory_xact_lock(lock_id);
    its_turn := true;
  end loop;

  if p_mode = 'decoy' then
    outcome := 'refused';
    -- Forces a commit record to disk like any other outcome, and leaves nothing behind.
    perform pg_logical_emit_message(true, 'otp.decoy', repeat(' ', 600));
  elsif p_mode = 'report' then
    outcome := p_verdict;
  elsif newer then
    outcome := 'superseded';
  elsif used then
    outcome := 'used';
  elsif taken >= p_max_attempts then
    outcome := 'attempts_exhausted';
  else
    attempt := coalesce(taken, 0) + 1;
    outcome := case
      when disabled is not null or blocked_until > p_now_ms then 'subject_blocked'
      when p_verdict <> 'right' then p_verdict
      -- An older code was used after this one was issued, before word of this one came: one of the two, not both.
      when sibling_used then 'superseded'
      else 'verified'
    end;
    insert into challenge as c
      (challenge, expires_ms, tenant, subject, purpose, issued_ms, batch, position, attempts, used_ms)
    values (p_challenge, p_expires_ms, p_tenant, p_subject, p_purpose, p_issued_ms, p_batch, p_position, attempt,
      case when outcome = 'verified' then p_now_ms end)
    on conflict (tenant, subject, purpose, expires_ms, challenge) do update set attempts = excluded.attempts, used_ms = excluded.used_ms;
    if outcome <> 'verified' and attempt = p_max_attempts then
      locked := locked || 'attempts_exhausted'::text;
    end if;

    if outcome in ('wrong_code', 'purpose_mismatch', 'context_mismatch') then
      failed := (p_now_ms || failed)[:p_failures];
      row_of_failures := coalesce(row_of_failures, 0) + 1;
      blocks_so_far := coalesce(blocks_so_far, 0);
      if row_of_failures >= p_hard_stop then
        disabled := p_now_ms;
        locked := locked || 'subject_blocked'::text;
      elsif failed[p_failures] > p_now_ms - p_window_ms then
        blocked_until := p_now_ms + least(p_longest_block_ms, p_first_block_ms << least(blocks_so_far, 20));
        blocks_so_far := blocks_so_far + 1;
        locked := locked || 'subject_blocked'::text;
      end if;
      insert into subject_standing as s
        (tenant, subject, failed_ms, consecutive, blocks, blocked_until_ms, disabled_ms)
      values (p_tenant, p_subject, failed, row_of_failures, blocks_so_far, coalesce(blocked_until, 0), disabled)
      on conflict (tenant, subject) do update set
        failed_ms = excluded.failed_ms, consecutive = excluded.consecutive, blocks = excluded.blocks,
        blocked_until_ms = excluded.blocked_until_ms, disabled_ms = excluded.disabled_ms;
    elsif outcome = 'verified' and (row_of_failures > 0 or blocks_so_far > 0) then
      update subject_standing s set consecutive = 0, blocks = 0 where s.tenant = p_tenant and s.subject = p_subject;
    end if;
  end if;

  if outcome = 'verified' then
    answer := p_answer;
    event := '{"type":"otp.verified","context":"' || p_context || '","attempt":' || attempt
      || ',"verifiedAtMs":' || p_now_ms || ',';
  elsif p_mode <> 'decoy' then
    event := '{"type":"otp.rejected","reason":"' || outcome || '","attempt":' || attempt
      || ',"rejectedAtMs":' || p_now_ms || ',';
  end if;
  if event is not null then
    insert into outbox (topic, key, payload, headers)
    values ('otp.verifications', p_challenge::text, event || '"id":"' || gen_random_uuid() || '",' || p_event, p_headers);
  end if;
  if locked is not null then
    insert into outbox (topic, key, payload, headers)
    select 'otp.verifications', p_challenge::text,
      '{"type":"otp.locked","reason":"' || reason || '","lockedAtMs":' || p_now_ms
        || ',"id":"' || gen_random_uuid() || '",' || p_event, p_headers
    from unnest(locked) as reason;
  end if;
  if p_key is not null then
    insert into idempotency (tenant, key, request, created_ms, answer)
    values (p_tenant, p_key, p_request, p_now_ms, answer);
  end if;
end $$;
