create schema organisations;

create table organisations.office (
  office_id uuid constraint office_key primary key,
  region_code text not null,
  code text not null,
  name text not null,
  level text not null constraint office_level_known check (level in ('city', 'county', 'township', 'village')),
  territory text not null,
  parent_id uuid constraint office_parent references organisations.office,
  phone text,
  address text,
  opens text,
  closes text,
  -- the person who owns what comes in online until somebody takes it over (首问负责: a case always has an owner)
  duty_staff_id uuid,
  active boolean not null,
  version integer not null,
  constraint office_code_once unique (region_code, code)
);
comment on table organisations.office is '[reference] An office, station or point of the agency, at city, county, township or village level.';

create table organisations.hospital (
  hospital_code text constraint hospital_key primary key,
  region_code text not null,
  territory text not null,
  name text not null,
  level text not null constraint hospital_level_known check (level in ('primary', 'secondary', 'tertiary')),
  active boolean not null
);
comment on table organisations.hospital is '[reference] A designated medical institution with its level.';
create index hospital_by_name on organisations.hospital (name text_pattern_ops);

grant usage on schema organisations to yichuang_app;
grant select, insert, update, delete on all tables in schema organisations to yichuang_app;
