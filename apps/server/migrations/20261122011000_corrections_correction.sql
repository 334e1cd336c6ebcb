create schema corrections;

create table corrections.correction (
  region_code text not null,
  correction_id uuid not null,
  number text not null,
  office_id uuid not null,
  person_id uuid not null,
  insurance text not null constraint correction_insurance_known check (insurance in ('employee', 'resident')),
  year integer not null,
  -- the decision that is corrected: a case, or a settlement at the bedside; what changes with it stands in figures
  subject_kind text not null constraint correction_subject_known check (subject_kind in ('case', 'settlement')),
  subject_id text not null,
  subject_number text not null,
  reason_kind text not null constraint correction_reason_known
    check (reason_kind in ('objection', 'audit', 'duplicate', 'person-facts', 'rules', 'other')),
  reason text not null,
  document text,
  change jsonb not null,
  -- what the second person signs: each decision that changes, as it stands and as it would stand
  figures jsonb not null,
  to_pay numeric(16, 2) not null,
  to_recover numeric(16, 2) not null,
  state text not null constraint correction_state_known check (state in ('proposed', 'approved', 'rejected')),
  proposed_on date not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  decided_on date,
  decided_by uuid,
  decided_by_name text,
  decision_reason text,
  version integer not null,
  constraint correction_key primary key (region_code, correction_id),
  constraint correction_number_once unique (region_code, number),
  constraint correction_amounts_not_negative check (to_pay >= 0 and to_recover >= 0),
  constraint correction_decided_when_over check ((state = 'proposed') = (decided_on is null)),
  constraint correction_by_two check (decided_by is null or state = 'rejected' or decided_by <> proposed_by)
);
comment on table corrections.correction is '[growing] A correction (更正) of a decision and of the person’s year after it: proposed by one, decided by another.';
-- Two corrections of one year at once would each be signed on figures that the other changes.
create unique index correction_open_once on corrections.correction (region_code, person_id, insurance, year)
  where state = 'proposed';
create index correction_by_office on corrections.correction (region_code, office_id, state, correction_id desc);
create index correction_by_day on corrections.correction (region_code, decided_on) where state = 'approved';

create table corrections.version (
  region_code text not null,
  subject_kind text not null constraint version_subject_known check (subject_kind in ('case', 'settlement')),
  subject_id text not null,
  -- 1 is the first after the decision itself
  seq integer not null,
  correction_id uuid not null,
  -- place among the decisions of the correction, in the order of the year
  line integer not null,
  -- how it stands from now on: rules, facts, lines, the year before and after, amounts
  standing jsonb not null,
  trace text,
  trace_hash text,
  at timestamptz not null,
  constraint version_key primary key (region_code, subject_kind, subject_id, seq),
  constraint version_of_correction foreign key (region_code, correction_id)
    references corrections.correction (region_code, correction_id)
);
comment on table corrections.version is '[growing] [append-only] A decision as a correction left it; the decision itself is never changed.';
create index version_by_correction on corrections.version (region_code, correction_id, line);

create table corrections.recovery (
  region_code text not null,
  recovery_id uuid not null,
  correction_id uuid not null,
  number text not null,
  office_id uuid not null,
  person_id uuid not null,
  amount numeric(16, 2) not null constraint recovery_is_positive check (amount > 0),
  -- each fund's part of it, by its name in the national interface
  payers jsonb not null,
  received numeric(16, 2) not null,
  written_off numeric(16, 2) not null,
  state text not null constraint recovery_state_known check (state in ('open', 'closed', 'written-off')),
  owner_id uuid not null,
  owner_name text not null,
  opened_on date not null,
  closed_on date,
  entries integer not null,
  constraint recovery_key primary key (region_code, recovery_id),
  constraint recovery_once unique (region_code, correction_id),
  constraint recovery_of_correction foreign key (region_code, correction_id)
    references corrections.correction (region_code, correction_id),
  constraint recovery_adds_up check (received >= 0 and written_off >= 0 and received + written_off <= amount),
  constraint recovery_open_or_over check ((state = 'open') = (received + written_off < amount))
);
comment on table corrections.recovery is '[growing] What a person owes the funds after a correction (追回), with what has come in.';
create index recovery_by_office on corrections.recovery (region_code, office_id, state, recovery_id desc);

create table corrections.recovery_entry (
  region_code text not null,
  recovery_id uuid not null,
  seq integer not null,
  kind text not null constraint recovery_entry_kind_known check (kind in
    ('opened', 'instalments', 'received', 'handed-over', 'write-off-asked', 'write-off-refused', 'written-off')),
  day date not null,
  amount numeric(16, 2),
  payers jsonb,
  -- of instalments: the days and amounts agreed
  plan jsonb,
  note text,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint recovery_entry_key primary key (region_code, recovery_id, seq)
);
comment on table corrections.recovery_entry is '[growing] [append-only] What happened to a recovery: money that came in, what was agreed, what was given up and by whom.';

create table corrections.number_counter (
  region_code text not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_key primary key (region_code, kind, year)
);
comment on table corrections.number_counter is '[growing] The last number of a correction or recovery in a year.';

grant usage on schema corrections to yichuang_app;
grant select, insert, update on corrections.correction, corrections.recovery, corrections.number_counter to yichuang_app;
grant select, insert on corrections.version, corrections.recovery_entry to yichuang_app;
