-- Up Migration
create table note (
  tenant text not null,
  body text not null
);
alter table note enable row level security;
create policy own_tenant on note using (tenant = current_setting('otp.tenant', true));

create table ledger (
  entry text not null
) partition by list (entry);
create table ledger_all partition of ledger default;
comment on table ledger is 'Append only. grants: select, insert';

create table hidden (secret text);
comment on table hidden is 'grants: none';

-- Two of these at once would fail: whoever comes second must find it done.
select pg_sleep(0.5);
