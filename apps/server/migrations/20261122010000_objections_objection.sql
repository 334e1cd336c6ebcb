create schema objections;

create table objections.objection (
  -- city where the person is insured, which settled
  region_code text not null,
  case_id uuid not null,
  person_id uuid not null,
  -- what the person says (contracts ClaimContent)
  content jsonb not null,
  -- what it is about, once it is handed in
  settlement_id text,
  institution_code text,
  asked_on date,
  -- raised and not yet over: one at a time for a settlement
  under_way boolean not null,
  -- the word of the institution
  word text,
  word_by text,
  word_by_id uuid,
  word_on date,
  -- how it is to be put right when it is upheld
  remedy text constraint objection_remedy_known check (remedy in ('resettle', 'correct')),
  constraint objection_key primary key (region_code, case_id),
  constraint objection_asked_about_something
    check (asked_on is null or (settlement_id is not null and institution_code is not null)),
  constraint objection_word_has_author
    check ((word is null) = (word_by is null) and (word is null) = (word_on is null))
);
comment on table objections.objection is '[growing] What a person objects to in a settlement, and what the institution says to it.';
create unique index objection_under_way_once on objections.objection (region_code, settlement_id) where under_way;
create index objection_of_settlement on objections.objection (region_code, settlement_id, case_id);
create index objection_of_institution on objections.objection (region_code, institution_code, case_id)
  where institution_code is not null;

create table objections.decision (
  region_code text not null,
  case_id uuid not null,
  settlement_id text not null,
  decided_on date not null,
  decided_at timestamptz not null,
  outcome text not null constraint decision_outcome_known check (outcome in ('granted', 'refused')),
  remedy text constraint decision_remedy_known check (remedy in ('resettle', 'correct')),
  by_id uuid not null,
  by_name text not null,
  reviewed_by_id uuid not null,
  reviewed_by_name text not null,
  reason text not null,
  pack_id text not null,
  pack_version text not null,
  pack_hash text not null,
  constraint objection_decision_key primary key (region_code, case_id),
  constraint decision_upheld_has_remedy check ((outcome = 'granted') = (remedy is not null))
);
comment on table objections.decision is '[growing] [append-only] The answer to an objection; never changed.';

grant usage on schema objections to yichuang_app;
grant select, insert, update on objections.objection to yichuang_app;
grant select, insert on objections.decision to yichuang_app;
