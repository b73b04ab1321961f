-- Up Migration
-- What the self-audit may know of challenges without seeing one: row-level security shows the service only the rows of
-- one tenant at a time, so these run as the owner, and give numbers only.

-- At how many positions the challenge of each of these codes stands; 1 when all is well, no row when it has none.
create function challenge_copies(batches bigint[], positions bigint[])
returns table (batch bigint, "position" bigint, copies bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select own.batch, own."position", (select count(*) from challenge as other where other.id = own.id)
  from unnest(batches, positions) as place (batch, "position")
  join challenge as own on own.batch = place.batch and own."position" = place."position"
$$;

-- How many positions of each batch have a challenge.
create function challenge_places(batches bigint[])
returns table (batch bigint, places bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select challenge.batch, count(*) from challenge where challenge.batch = any(batches) group by challenge.batch
$$;

-- The first batch with challenges that is neither settled (1 … settled) nor one of `open`; null when there is none.
create function challenge_beyond(settled bigint, open bigint[])
returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select min(challenge.batch) from challenge
  where (challenge.batch <= 0 or challenge.batch > settled) and challenge.batch <> all(open)
$$;
