create schema remote;

create table remote.application (
  -- city where the person is insured
  region_code text not null,
  case_id uuid not null,
  person_id uuid not null,
  -- what the person says (contracts ClaimContent)
  content jsonb not null,
  -- the filing it became
  filing_number text,
  constraint application_key primary key (region_code, case_id)
);
comment on table remote.application is '[growing] What people say who file care elsewhere (异地就医备案), and the filing it became.';

grant usage on schema remote to yichuang_app;
grant select, insert, update on remote.application to yichuang_app;
