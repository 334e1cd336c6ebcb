create schema clearing;
grant usage on schema clearing to yichuang_app;

create table clearing.application (
  region_code text not null,
  application_id uuid not null,
  -- what people and the interface (clr_appy_evt_id) call it
  number text not null,
  -- what was settled in some days of a month, or the deposits of a year given back
  kind text not null constraint application_kind_known check (kind in ('settled', 'deposit')),
  institution_code text not null,
  institution_name text not null,
  -- `2020-10`, of deposits `2020`
  period text not null,
  -- 清算类别, 清算方式; of deposits empty
  clr_type text not null,
  clr_way text not null,
  from_day date not null,
  to_day date not null,
  state text not null constraint application_state_known
    check (state in ('applied', 'proposed', 'approved', 'in-run', 'paid', 'withdrawn', 'returned')),
  -- settlements, cancellations among them as rows of their own
  count integer not null,
  cancellations integer not null,
  medical numeric(16, 2) not null,
  cash numeric(16, 2) not null,
  -- sums of the funds
  applied numeric(16, 2) not null,
  deducted numeric(16, 2) not null,
  deposit numeric(16, 2) not null,
  offset_sum numeric(16, 2) not null,
  payable numeric(16, 2) not null,
  -- by the agreement on the last day; null: the agreement says nothing
  deposit_share numeric(5, 4),
  applied_on date not null,
  applied_at timestamptz not null,
  applied_by text not null,
  proposed_by uuid,
  proposed_by_name text,
  proposed_at timestamptz,
  note text,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  -- why it was sent back, returned or rejected by the bank
  reason text,
  payment_id uuid,
  paid_on date,
  -- the application that gives its deposit back
  released_by uuid,
  version integer not null,
  constraint application_key primary key (region_code, application_id),
  constraint application_number_once unique (region_code, number),
  constraint application_in_order check (from_day <= to_day),
  constraint application_adds_up check (applied = deducted + deposit + offset_sum + payable),
  constraint application_approved_by_another check (approved_by is null or approved_by <> proposed_by)
);
comment on table clearing.application is '[growing] What an institution applies to be paid (清算申请): applied, deducted, held back, offset and paid, to the fen.';
create index application_by_institution on clearing.application (region_code, institution_code, period, application_id);
create index application_open on clearing.application (region_code, applied_at, application_id)
  where state in ('applied', 'proposed', 'approved', 'in-run');
create index application_by_payment on clearing.application (region_code, payment_id) where payment_id is not null;
create index application_by_time on clearing.application (region_code, applied_at desc, application_id desc);

create table clearing.application_fund (
  region_code text not null,
  application_id uuid not null,
  insurance text not null constraint application_fund_insurance_known check (insurance in ('employee', 'resident')),
  -- by its name in the national interface
  payer text not null,
  applied numeric(16, 2) not null,
  deducted numeric(16, 2) not null constraint application_fund_deducts check (deducted >= 0),
  deposit numeric(16, 2) not null constraint application_fund_holds check (deposit >= 0),
  offset_sum numeric(16, 2) not null constraint application_fund_offsets check (offset_sum >= 0),
  payable numeric(16, 2) not null,
  constraint application_fund_key primary key (region_code, application_id, insurance, payer),
  constraint application_fund_of_application foreign key (region_code, application_id)
    references clearing.application (region_code, application_id),
  constraint application_fund_adds_up check (applied = deducted + deposit + offset_sum + payable),
  constraint application_fund_takes_what_there_is check (deducted + deposit + offset_sum <= greatest(applied, 0))
);
comment on table clearing.application_fund is '[growing] The part of each fund in an application.';

create table clearing.deduction (
  region_code text not null,
  application_id uuid not null,
  seq integer not null,
  insurance text not null,
  payer text not null,
  amount numeric(16, 2) not null constraint deduction_takes_something check (amount > 0),
  reason text not null constraint deduction_has_reason check (reason <> ''),
  clause text not null constraint deduction_has_clause check (clause <> ''),
  settlement_id text,
  constraint deduction_key primary key (region_code, application_id, seq),
  constraint deduction_of_fund foreign key (region_code, application_id, insurance, payer)
    references clearing.application_fund (region_code, application_id, insurance, payer)
);
comment on table clearing.deduction is '[growing] What the review takes off an application (审核扣款), each with its reason and clause.';

create table clearing.closing (
  region_code text not null,
  institution_code text not null,
  clr_type text not null,
  day date not null,
  -- 1 the day itself; later ones what was booked on it after it was closed
  seq integer not null,
  application_id uuid not null,
  -- no settlement is cleared twice: it is in one closing of a day, and a closing is in one application
  constraint closing_cleared_once primary key (region_code, institution_code, clr_type, day, seq),
  constraint closing_of_application foreign key (region_code, application_id)
    references clearing.application (region_code, application_id)
);
comment on table clearing.closing is '[growing] The closings of days each application covers; free again when it is withdrawn or returned.';
create index closing_by_application on clearing.closing (region_code, application_id);

create table clearing.number_counter (
  region_code text not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_key primary key (region_code, kind, year)
);
comment on table clearing.number_counter is '[growing] The last number of each kind a city gave in a year.';

grant select, insert, update on clearing.application, clearing.application_fund, clearing.number_counter to yichuang_app;
grant select, insert, delete on clearing.deduction, clearing.closing to yichuang_app;
