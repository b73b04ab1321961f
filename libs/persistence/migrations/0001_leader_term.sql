-- Up Migration
-- Terms of leadership. The number only grows: who holds a smaller one has been replaced.
create table leader_term (
  name text primary key,
  fence bigint not null
);
comment on table leader_term is 'grants: select, insert, update';
