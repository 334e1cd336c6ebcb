create schema identity;

create table identity.session (
  token_hash bytea constraint session_key primary key,
  csrf_token text not null,
  staff_id uuid,
  person_id uuid,
  person_name text,
  id_number_masked text,
  region_codes text[] not null,
  issued_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  id_token_enc bytea,
  constraint session_of_someone check (staff_id is not null or person_id is not null)
);
comment on table identity.session is '[platform] A signed-in browser; only the hash of its token is kept.';
create index session_by_expiry on identity.session (expires_at);
create index session_by_staff on identity.session (staff_id) where staff_id is not null;

create index session_by_person on identity.session (person_id) where person_id is not null;

create table identity.sign_in (
  state text constraint sign_in_key primary key,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  side text not null constraint sign_in_side_known check (side in ('portal', 'desk')),
  expires_at timestamptz not null
);
create index sign_in_by_expiry on identity.sign_in (expires_at);
comment on table identity.sign_in is '[platform] A sign-in under way at the identity provider.';

grant usage on schema identity to yichuang_app;
grant select, insert, update, delete on all tables in schema identity to yichuang_app;
