create schema claims;

create table claims.claim (
  region_code text not null,
  case_id uuid not null,
  person_id uuid not null,
  -- what the applicant says (contracts ClaimContent) without account and phone, which are encrypted beside it
  content jsonb not null,
  account_enc bytea,
  -- equal accounts have equal indexes, so that one account behind many claims can be found without decrypting
  account_index bytea,
  account_masked text,
  phone_enc bytea,
  phone_masked text,
  coding jsonb,
  -- the last calculation on the coding: what it rested on and the amounts, without the trace, which follows from them
  calculation jsonb,
  constraint claim_key primary key (region_code, case_id)
);
comment on table claims.claim is '[growing] The claim of a case: visit, bills, fee lines, payee, coding.';

create table claims.bill (
  bill_code text not null,
  bill_number text not null,
  region_code text not null,
  case_id uuid not null,
  case_number text,
  claimed_on date not null,
  amount numeric(16, 2) not null,
  constraint bill_claimed_once primary key (bill_code, bill_number)
);
comment on table claims.bill is '[registry] Bills under claim, unique across all agencies for as long as their case lives; freed by deletion.';
create index bill_by_case on claims.bill (region_code, case_id);
create index bill_by_number on claims.bill (bill_number);

create table claims.card_settlement (
  bill_code text not null,
  bill_number text not null,
  region_code text not null,
  settlement_id text not null,
  hospital_name text not null,
  settled_on date not null,
  constraint card_settlement_key primary key (bill_code, bill_number)
);
comment on table claims.card_settlement is '[registry] Bills that were settled by card at the hospital and so cannot be claimed.';

create table claims.accumulator (
  region_code text not null,
  person_id uuid not null,
  insurance text not null,
  -- out-patient and in-patient care have deductibles and caps of their own
  care_kind text not null constraint accumulator_kind_known check (care_kind in ('inpatient', 'outpatient')),
  year integer not null,
  deductible_used numeric(16, 2) not null,
  in_scope_used numeric(16, 2) not null,
  fund_paid numeric(16, 2) not null,
  admissions integer not null,
  version integer not null,
  constraint accumulator_key primary key (region_code, person_id, insurance, care_kind, year),
  constraint accumulator_not_negative check (deductible_used >= 0 and in_scope_used >= 0 and fund_paid >= 0 and admissions >= 0)
);
comment on table claims.accumulator is '[growing] What a person has used in a year; locked while a claim changes it.';

create table claims.decision (
  region_code text not null,
  case_id uuid not null,
  decided_on date not null,
  decided_at timestamptz not null,
  outcome text not null constraint decision_outcome_known check (outcome in ('granted', 'refused')),
  by_id uuid not null,
  by_name text not null,
  reviewed_by_id uuid not null,
  reviewed_by_name text not null,
  reason text not null,
  fund numeric(16, 2) not null,
  amounts jsonb,
  -- the facts the decision used, so that replaying it gives the same trace
  facts jsonb,
  -- text and not jsonb: the hash is over these very bytes, and a replay must give them again
  trace text,
  trace_hash text,
  pack_id text not null,
  pack_version text not null,
  pack_hash text not null,
  constraint decision_key primary key (region_code, case_id)
);
comment on table claims.decision is '[growing] [append-only] A decision with facts, pack and trace; never changed.';

create table claims.replay (
  region_code text not null,
  case_id uuid not null,
  -- facts and answer of the decision in a few hundred bytes: a trial of new rules reads a million of these in seconds
  record bytea not null,
  constraint replay_key primary key (region_code, case_id)
);
comment on table claims.replay is '[growing] [append-only] What a calculated decision rested on and gave, packed for trials of new rules.';

grant usage on schema claims to yichuang_app;
grant select, insert, update, delete on claims.claim, claims.bill, claims.card_settlement, claims.accumulator to yichuang_app;
grant select, insert on claims.decision, claims.replay to yichuang_app;
