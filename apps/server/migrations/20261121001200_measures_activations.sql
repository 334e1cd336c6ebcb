create schema measures;

create table measures.activation_event (
  region_code text not null,
  -- a leader's act, or `document:<set>.<measure>` for what a document put in force itself
  activation_id text not null,
  seq integer not null,
  kind text not null constraint activation_event_kind_known check (kind in ('switched-on', 'extended', 'ended')),
  set_id text not null,
  -- `<set>.<measure>`
  measures text[] not null,
  -- county codes; empty = the whole city
  places text[] not null,
  -- empty = everybody the measure is for
  groups text[] not null,
  starts_on date not null,
  ends_on date not null,
  papers_within integer constraint activation_event_papers_days check (papers_within between 1 and 366),
  reason text not null,
  by_id uuid not null,
  by_name text not null,
  day date not null,
  at timestamptz not null,
  constraint activation_event_key primary key (region_code, activation_id, seq),
  constraint activation_event_ends_after_start check (ends_on >= starts_on or kind = 'ended')
);
comment on table measures.activation_event is '[growing] Relief measures switched on, extended and ended by leaders; append-only.';

create table measures.pack_under (
  pack_id text not null,
  hash text not null,
  base_hash text not null,
  acting jsonb not null,
  constraint pack_under_key primary key (pack_id, hash)
);
comment on table measures.pack_under is '[reference] Pack versions as read under measures, so that a decision made under one can be worked out again.';

create table measures.mark (
  region_code text not null,
  case_id uuid not null,
  measure_id text not null,
  -- the act of the case at which the measure acted
  act text not null,
  activation_id text not null,
  day date not null,
  total numeric(16, 2),
  fund numeric(16, 2),
  -- what the fund paid more than it would have without the measure; null where that is not known
  extra numeric(16, 2),
  constraint mark_key primary key (region_code, case_id, measure_id, act)
);
comment on table measures.mark is '[growing] Which measures acted on which case, at which act; append-only.';
create index mark_by_measure on measures.mark (region_code, measure_id, day, case_id);

create table measures.owed (
  region_code text not null,
  case_id uuid not null,
  material_id text not null,
  title_zh text not null,
  title_en text not null,
  measure_id text not null,
  activation_id text not null,
  case_number text not null,
  office_id uuid not null,
  person_id uuid not null,
  since date not null,
  due_on date not null,
  state text not null constraint owed_state_known check (state in ('open', 'overdue', 'received', 'waived', 'enforced')),
  reminded_on date,
  settled_on date,
  settled_by text,
  reason text,
  constraint owed_key primary key (region_code, case_id, material_id)
);
comment on table measures.owed is '[growing] Materials a case was accepted without (容缺), each owed until a day.';
create index owed_by_due_day on measures.owed (region_code, state, due_on, case_id);
create index owed_by_office on measures.owed (region_code, office_id, due_on, case_id) where state in ('open', 'overdue');

create table measures.proposal (
  region_code text not null,
  proposal_id uuid not null,
  measure_id text not null,
  pack_id text not null,
  -- each file of the packs that changes: its path, its text before (null for a new one), its whole new text
  changes jsonb not null,
  from_day date not null,
  document text not null,
  clause text not null,
  reason text not null,
  -- the usage and effect report it rests on
  report jsonb not null,
  by_id uuid not null,
  by_name text not null,
  day date not null,
  at timestamptz not null,
  constraint proposal_key primary key (region_code, proposal_id)
);
comment on table measures.proposal is '[growing] Measures proposed to become permanent (固化), with the change of the pack and the report; append-only.';

grant usage on schema measures to yichuang_app;
grant select, insert on measures.activation_event, measures.pack_under, measures.mark, measures.proposal to yichuang_app;
grant select, insert, update on measures.owed to yichuang_app;
