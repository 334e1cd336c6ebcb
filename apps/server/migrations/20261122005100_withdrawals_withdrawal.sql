create schema withdrawals;

create table withdrawals.withdrawal (
  region_code text not null,
  case_id uuid not null,
  person_id uuid not null,
  -- what the applicant says (contracts ClaimContent) without account and phone, which are encrypted beside it
  content jsonb not null,
  account_enc bytea,
  -- equal accounts have equal indexes, so that one account behind many payments can be found without decrypting
  account_index bytea,
  account_masked text,
  phone_enc bytea,
  phone_masked text,
  -- what the proposal rests on: the balance then, or the amount a person gave where no account is known
  proposed jsonb,
  constraint withdrawal_key primary key (region_code, case_id)
);
comment on table withdrawals.withdrawal is '[growing] What somebody says who asks for the money of a personal account.';
create index withdrawal_of_person on withdrawals.withdrawal (region_code, person_id);

create table withdrawals.under_way (
  region_code text not null,
  person_id uuid not null,
  case_id uuid not null,
  constraint under_way_once primary key (region_code, person_id)
);
comment on table withdrawals.under_way is '[growing] The one case that may pay out the account of a person; freed when it is over.';

create table withdrawals.decision (
  region_code text not null,
  case_id uuid not null,
  person_id uuid not null,
  decided_on date not null,
  decided_at timestamptz not null,
  outcome text not null constraint decision_outcome_known check (outcome in ('granted', 'refused')),
  by_id uuid not null,
  by_name text not null,
  reviewed_by_id uuid not null,
  reviewed_by_name text not null,
  reason text not null,
  fund numeric(16, 2) not null,
  proposed jsonb,
  pack_id text not null,
  pack_version text not null,
  pack_hash text not null,
  constraint withdrawal_decision_key primary key (region_code, case_id)
);
comment on table withdrawals.decision is '[growing] [append-only] A decision on a withdrawal, with the balance it paid out; never changed.';
create index withdrawal_decision_of_person on withdrawals.decision (region_code, person_id);

grant usage on schema withdrawals to yichuang_app;
grant select, insert, update on withdrawals.withdrawal to yichuang_app;
grant select, insert, update, delete on withdrawals.under_way to yichuang_app;
grant select, insert on withdrawals.decision to yichuang_app;
