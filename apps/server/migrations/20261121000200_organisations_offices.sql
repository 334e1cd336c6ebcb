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

create table organisations.staff (
  user_id uuid constraint staff_key primary key,
  login text not null constraint staff_login_once unique,
  name text not null,
  active boolean not null,
  version integer not null,
  changed_at timestamptz not null
);
comment on table organisations.staff is '[reference] A member of staff; login is the subject at the identity provider.';

create table organisations.staff_role (
  user_id uuid not null constraint staff_role_of_staff references organisations.staff,
  office_id uuid not null constraint staff_role_at_office references organisations.office,
  region_code text not null,
  role text not null constraint staff_role_known
    check (role in ('clerk', 'reviewer', 'approver', 'finance', 'supervisor', 'administrator', 'auditor', 'leader', 'policy')),
  constraint staff_role_key primary key (user_id, office_id, role)
);
comment on table organisations.staff_role is '[reference] What a member of staff may do, and at which office.';
create index staff_role_by_office on organisations.staff_role (office_id, role);

grant usage on schema organisations to yichuang_app;
grant select, insert, update, delete on all tables in schema organisations to yichuang_app;
