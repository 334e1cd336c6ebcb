grant usage on schema platform to yichuang_app;
grant select on platform.migration to yichuang_app;

create table platform.setting (
  name text constraint setting_identity primary key,
  value jsonb not null
);
comment on table platform.setting is '[platform] values an operator changes while the platform runs, for instance the demo day';
grant select, insert, update on platform.setting to yichuang_app;

create table platform.request (
  region_code text not null,
  caller text not null,
  key text not null,
  fingerprint bytea not null,
  reply bytea not null,
  received_at timestamptz not null,
  constraint request_identity primary key (region_code, caller, key)
);
comment on table platform.request is '[growing] one row per write with its Idempotency-Key, so that a repeated request gets the first answer (encrypted); stored at the end of the transaction that did the work';
-- Rows come in the order of time; a small summary by pages is enough to find the old ones.
create index request_by_age on platform.request using brin (received_at);
grant select, insert, update, delete on platform.request to yichuang_app;

create table platform.outbox (
  region_code text not null,
  id uuid not null,
  topic text not null,
  subscriber text not null,
  key text,
  payload jsonb not null,
  due_at timestamptz not null,
  attempts integer not null default 0 constraint outbox_attempts_counted check (attempts >= 0),
  retry_at timestamptz,
  last_error text,
  constraint outbox_identity primary key (region_code, id)
);
comment on table platform.outbox is '[growing] news and timers waiting to be delivered to one subscriber each; written in the transaction of what they tell, deleted when delivered. due_at is on the platform clock (-infinity: at once), retry_at on the real one';
create index outbox_by_due on platform.outbox (region_code, due_at, id);
create index outbox_by_key on platform.outbox (region_code, topic, key) where key is not null;
grant select, insert, update, delete on platform.outbox to yichuang_app;

create table platform.job (
  name text constraint job_identity primary key,
  due_at timestamptz not null,
  leased_until timestamptz,
  last_started_at timestamptz,
  last_finished_at timestamptz,
  last_error text
);
comment on table platform.job is '[platform] periodic jobs: when each is due next and which of several processes has it now';
grant select, insert, update on platform.job to yichuang_app;
