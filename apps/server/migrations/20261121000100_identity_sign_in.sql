create schema identity;

create table identity.staff (
  user_id uuid constraint staff_key primary key,
  login text not null constraint staff_login_once unique,
  name text not null,
  active boolean not null,
  version integer not null,
  changed_at timestamptz not null
);
comment on table identity.staff is '[reference] A member of staff; login is the subject at the identity provider.';

create table identity.staff_role (
  user_id uuid not null constraint staff_role_of_staff references identity.staff,
  office_id uuid not null,
  region_code text not null,
  role text not null constraint staff_role_known
    check (role in ('clerk', 'reviewer', 'approver', 'finance', 'supervisor', 'administrator', 'auditor')),
  constraint staff_role_key primary key (user_id, office_id, role)
);
comment on table identity.staff_role is '[reference] What a member of staff may do, and at which office.';
create index staff_role_by_office on identity.staff_role (office_id, role);

create table identity.session (
  token_hash text constraint session_key primary key,
  csrf_token text not null,
  staff_id uuid,
  person_id uuid,
  person_name text,
  id_number_masked text,
  region_codes text[] not null,
  issued_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  id_token_enc text,
  constraint session_of_someone check (staff_id is not null or person_id is not null)
);
comment on table identity.session is '[platform] A signed-in browser; only the hash of its token is kept.';
create index session_by_expiry on identity.session (expires_at);
create index session_by_staff on identity.session (staff_id) where staff_id is not null;

create table identity.sign_in (
  state text constraint sign_in_key primary key,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  side text not null constraint sign_in_side_known check (side in ('portal', 'desk')),
  expires_at timestamptz not null
);
comment on table identity.sign_in is '[platform] A sign-in under way at the identity provider.';

grant usage on schema identity to yichuang_app;
grant select, insert, update, delete on all tables in schema identity to yichuang_app;
