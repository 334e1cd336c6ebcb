create schema audit;

create table audit.head (
  region_code text not null,
  stream text not null,
  seq integer not null,
  hash text not null,
  constraint head_key primary key (region_code, stream)
);
comment on table audit.head is '[growing] The end of each audit stream, so that a cut tail shows.';

create table audit.entry (
  region_code text not null,
  stream text not null,
  seq integer not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  act text not null,
  person_id uuid,
  case_id uuid,
  detail jsonb not null,
  hash text not null,
  constraint entry_key primary key (region_code, stream, seq)
);
comment on table audit.entry is '[growing] Acts on persons, staff, offices, money and sign-ins; append-only, chained by hash within a stream.';
create index entry_by_time on audit.entry (region_code, at);
create index entry_by_actor on audit.entry (region_code, actor_id, at);
create index entry_by_person on audit.entry (region_code, person_id, at) where person_id is not null;
create index entry_by_case on audit.entry (region_code, case_id, at) where case_id is not null;

grant usage on schema audit to yichuang_app;
grant select, insert on audit.entry to yichuang_app;
grant select, insert, update on audit.head to yichuang_app;
