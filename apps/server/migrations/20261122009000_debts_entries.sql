create schema debts;

create table debts.entry (
  -- city of the institution: 就医地管理
  region_code text not null,
  entry_id uuid not null,
  number text not null,
  hospital_code text not null,
  hospital_name text not null,
  -- as the institution knows them; 无名氏 until somebody knows better
  person_name text not null,
  id_number_enc bytea,
  id_number_index bytea,
  id_number_masked text,
  -- the place that insures the person, as far as it is known
  insured_place text,
  -- why it cannot be settled at once
  situation text not null constraint entry_situation_known check (situation in ('elsewhere', 'identity', 'enrolment')),
  reason text not null,
  care_kind text not null constraint entry_care_known check (care_kind in ('outpatient', 'inpatient')),
  -- number of the visit or stay at the institution
  reference text,
  began_on date not null,
  amount numeric(16, 2) not null constraint entry_amount_not_negative check (amount >= 0),
  payer text not null constraint entry_payer_known check (payer in ('insured-place', 'state', 'other', 'unknown')),
  payer_name text,
  measure_id text not null,
  activation_id text not null,
  opened_on date not null,
  opened_by text not null,
  state text not null constraint entry_state_known check (state in ('open', 'write-off-proposed', 'closed')),
  next_side text not null constraint entry_next_known check (next_side in ('hospital', 'agency')),
  next_name text,
  -- the day on which whoever is next is reminded
  remind_on date not null,
  reminded_on date,
  proposed_by text,
  proposed_by_id uuid,
  proposed_on date,
  proposal text,
  closed_how text constraint entry_end_known check
    (closed_how in ('settlement', 'claim', 'settled-elsewhere', 'other-payer', 'written-off')),
  closed_on date,
  closed_by text,
  closed_reason text,
  -- settlement, case or document that settled it, and where a settlement or case lies
  closed_reference text,
  closed_region text,
  settled_total numeric(16, 2),
  settled_fund numeric(16, 2),
  version integer not null,
  constraint entry_key primary key (region_code, entry_id),
  constraint entry_number_once unique (region_code, number),
  constraint entry_closed_somehow check
    ((state = 'closed') = (closed_how is not null and closed_on is not null and closed_by is not null)),
  constraint entry_proposed_by_somebody check
    (state <> 'write-off-proposed' or (proposed_by_id is not null and proposal is not null))
);
comment on table debts.entry is '[growing] People treated first and settled later (先救治后结算), kept until each is closed.';
create index entry_by_opening on debts.entry (region_code, opened_on, entry_id);
create index entry_by_hospital on debts.entry (region_code, hospital_code, opened_on, entry_id);
create index entry_to_remind on debts.entry (region_code, remind_on) where state <> 'closed';
create index entry_by_closing on debts.entry (region_code, closed_on) where closed_how = 'settlement';
create index entry_by_person on debts.entry (region_code, id_number_index) where id_number_index is not null;

create table debts.event (
  region_code text not null,
  entry_id uuid not null,
  seq integer not null,
  act text not null,
  detail jsonb not null,
  by_name text not null,
  day date not null,
  at timestamptz not null,
  constraint event_key primary key (region_code, entry_id, seq),
  constraint event_of_entry foreign key (region_code, entry_id) references debts.entry (region_code, entry_id)
);
comment on table debts.event is '[growing] [append-only] What happened to an entry, in order.';

create table debts.number_counter (
  region_code text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_key primary key (region_code, year)
);
comment on table debts.number_counter is '[growing] The last number of an entry a city gave in a year.';

grant usage on schema debts to yichuang_app;
grant select, insert, update on debts.entry, debts.number_counter to yichuang_app;
grant select, insert on debts.event to yichuang_app;
