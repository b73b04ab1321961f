-- Up Migration
-- What the consumer of the tests does with an event.
create table effect (
  place bigint generated always as identity primary key,
  event_id uuid not null,
  key text not null,
  n bigint not null
);
