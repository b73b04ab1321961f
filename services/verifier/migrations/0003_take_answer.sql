-- Up Migration
-- One answer to one challenge: one call, one round trip, one commit. State, event and stored outcome stand together or not
-- at all.
--
-- Why a function and not one statement of CTEs: the parts of one statement share the snapshot of its beginning, so what
-- it reads after it waited for a lock is stale. Each statement in here sees what was committed before it, and all answers
-- of one (tenant, subject) pass one at a time, so that no two of them can both find a code unused, a slot free, or nine
-- failures.
--
-- A changed version gets a new name: processes of the old release call the old one until they are gone.
--
-- `p_mode`: `judge` may change the state of the challenge. `report` only tells the log (expired, foreign tenant).
-- `decoy` changes nothing: it costs the same commit, for a handle that does not open.
-- `p_verdict`: `right`, or the reason why not, as judged from the handle alone.
-- `outcome`: `verified`, a reject reason, `refused` (decoy), `stored` (the outcome of an earlier request with this key) or
-- `clock_skewed` (nothing was done).
create function take_answer_v1(
  p_now_ms bigint, p_mode text, p_verdict text, p_tenant text,
  p_key bytea, p_key_life_ms bigint, p_request bytea, p_answer jsonb,
  p_challenge uuid, p_issued_ms bigint, p_expires_ms bigint, p_batch bigint, p_position bigint,
  p_subject text, p_purpose text, p_max_attempts int,
  p_event jsonb, p_context text, p_headers jsonb,
  p_failures int, p_window_ms bigint, p_first_block_ms bigint, p_longest_block_ms bigint, p_hard_stop int,
  out outcome text, out attempt int, out locked text[], out answer jsonb, out request bytea
) language plpgsql as $$
declare
  -- Watermarks rest on this bound (see src/adapters/watermarks.ts).
  skew_ms constant int := 500;
  taken int;
  used boolean;
  newer boolean;
  sibling_used boolean;
  standing subject_standing;
begin
  attempt := 0;
  locked := '{}';
  if abs(extract(epoch from clock_timestamp()) * 1000 - p_now_ms) > skew_ms then
    outcome := 'clock_skewed';
    return;
  end if;
  perform set_config('otp.tenant', p_tenant, true);

  -- The key's lock comes before the subject's in every call, so that calls cannot wait for each other in a circle.
  if p_key is not null then
    perform pg_advisory_xact_lock(hashtextextended(concat_ws(e'\x1f', 'key', p_key), 0));
    select i.request, i.answer into request, answer
    from idempotency i
    where i.tenant = p_tenant and i.key = p_key and i.created_ms > p_now_ms - p_key_life_ms
    order by i.created_ms desc limit 1;
    if found then
      outcome := 'stored';
      return;
    end if;
  end if;

  for look in 1..2 loop
    -- Read in every mode: the same work whatever the answer is.
    select
      max(c.attempts) filter (where c.challenge = p_challenge),
      bool_or(c.used_ms is not null) filter (where c.challenge = p_challenge),
      bool_or((c.issued_ms, c.batch, c.position) > (p_issued_ms, p_batch, p_position)),
      bool_or(c.used_ms > p_issued_ms) filter (where c.challenge <> p_challenge)
    into taken, used, newer, sibling_used
    from challenge c
    where c.tenant = p_tenant and c.subject = p_subject and c.purpose = p_purpose and c.expires_ms > p_issued_ms;
    -- A dead challenge stays dead: its answers need not wait for their turn, however many come.
    exit when p_mode <> 'judge' or look = 2 or newer or used or taken >= p_max_attempts;
    perform pg_advisory_xact_lock(hashtextextended(concat_ws(e'\x1f', 'subject', p_tenant, p_subject), 0));
  end loop;
  select * into standing from subject_standing s where s.tenant = p_tenant and s.subject = p_subject;

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
      when standing.disabled_ms is not null or standing.blocked_until_ms > p_now_ms then 'subject_blocked'
      when p_verdict <> 'right' then p_verdict
      -- An older code was used after this one was issued, before word of this one came: one of the two, not both.
      when sibling_used then 'superseded'
      else 'verified'
    end;
    insert into challenge as c
      (challenge, expires_ms, tenant, subject, purpose, issued_ms, batch, position, attempts, used_ms)
    values (p_challenge, p_expires_ms, p_tenant, p_subject, p_purpose, p_issued_ms, p_batch, p_position, attempt,
      case when outcome = 'verified' then p_now_ms end)
    on conflict (challenge, expires_ms) do update set attempts = excluded.attempts, used_ms = excluded.used_ms;
    if outcome <> 'verified' and attempt = p_max_attempts then
      locked := locked || 'attempts_exhausted'::text;
    end if;

    if outcome in ('wrong_code', 'purpose_mismatch', 'context_mismatch') then
      standing.tenant := p_tenant;
      standing.subject := p_subject;
      standing.failed_ms := (array[p_now_ms] || coalesce(standing.failed_ms, '{}'))[:p_failures];
      standing.consecutive := coalesce(standing.consecutive, 0) + 1;
      standing.blocks := coalesce(standing.blocks, 0);
      standing.blocked_until_ms := coalesce(standing.blocked_until_ms, 0);
      if standing.consecutive >= p_hard_stop then
        standing.disabled_ms := p_now_ms;
        locked := locked || 'subject_blocked'::text;
      elsif standing.failed_ms[p_failures] > p_now_ms - p_window_ms then
        standing.blocked_until_ms := p_now_ms + least(p_longest_block_ms, p_first_block_ms << least(standing.blocks, 20));
        standing.blocks := standing.blocks + 1;
        locked := locked || 'subject_blocked'::text;
      end if;
      insert into subject_standing as s select standing.*
      on conflict (tenant, subject) do update set
        failed_ms = excluded.failed_ms, consecutive = excluded.consecutive, blocks = excluded.blocks,
        blocked_until_ms = excluded.blocked_until_ms, disabled_ms = excluded.disabled_ms;
    elsif outcome = 'verified' and (standing.consecutive > 0 or standing.blocks > 0) then
      update subject_standing s set consecutive = 0, blocks = 0 where s.tenant = p_tenant and s.subject = p_subject;
    end if;
  end if;

  if p_mode <> 'decoy' then
    insert into outbox (topic, key, payload, headers)
    select 'otp.verifications', p_challenge::text, (p_event || jsonb_build_object('id', gen_random_uuid()) || event)::text,
      p_headers
    from (
      select 0 as place, case outcome
        when 'verified' then jsonb_build_object(
          'type', 'otp.verified', 'context', p_context, 'attempt', attempt, 'verifiedAtMs', p_now_ms)
        else jsonb_build_object(
          'type', 'otp.rejected', 'reason', outcome, 'attempt', attempt, 'rejectedAtMs', p_now_ms)
      end as event
      union all
      select place, jsonb_build_object('type', 'otp.locked', 'reason', reason, 'lockedAtMs', p_now_ms)
      from unnest(locked) with ordinality as l (reason, place)
    ) events
    order by place;
  end if;
  if outcome = 'verified' then
    answer := p_answer;
  end if;
  if p_key is not null then
    insert into idempotency (tenant, key, request, created_ms, answer)
    values (p_tenant, p_key, p_request, p_now_ms, answer);
  end if;
end $$;
