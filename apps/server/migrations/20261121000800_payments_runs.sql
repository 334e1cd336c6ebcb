create schema payments;

create table payments.run (
  region_code text not null,
  run_id uuid not null,
  number text not null,
  office_id uuid not null,
  state text not null constraint run_state_known check (state in ('open', 'exported', 'settled', 'cancelled')),
  created_on date not null,
  created_at timestamptz not null,
  created_by uuid not null,
  created_by_name text not null,
  count integer not null,
  total numeric(16, 2) not null,
  paid_count integer not null,
  paid_total numeric(16, 2) not null,
  rejected_count integer not null,
  rejected_total numeric(16, 2) not null,
  exported_at timestamptz,
  file_hash text,
  version integer not null,
  constraint run_key primary key (region_code, run_id),
  constraint run_number_once unique (region_code, number),
  constraint run_books_at_most_its_total check (paid_total + rejected_total <= total)
);
comment on table payments.run is '[growing] A payment run: decided cases grouped for the bank.';
create index run_by_office on payments.run (region_code, office_id, created_at desc);

create table payments.payment (
  region_code text not null,
  payment_id uuid not null,
  run_id uuid not null,
  line integer not null,
  case_id uuid not null,
  case_number text not null,
  amount numeric(16, 2) not null constraint payment_is_positive check (amount > 0),
  holder text not null,
  bank_name text not null,
  -- the claim's own ciphertext, so that a later correction of the account does not change a run that was sent
  account_enc bytea not null,
  account_masked text not null,
  state text not null constraint payment_state_known check (state in ('in-run', 'paid', 'rejected', 'cancelled')),
  bank_reason text,
  booked_on date,
  constraint payment_key primary key (region_code, payment_id),
  constraint payment_of_run foreign key (region_code, run_id) references payments.run (region_code, run_id)
);
comment on table payments.payment is '[growing] One payment of a run to one payee.';
create index payment_by_run on payments.payment (region_code, run_id, line);
create index payment_by_case on payments.payment (region_code, case_id);
-- nothing is paid twice: at most one live or paid payment per case
create unique index payment_once_per_case on payments.payment (region_code, case_id) where state in ('in-run', 'paid');

create table payments.bank_return (
  region_code text not null,
  file_hash text not null,
  run_id uuid not null,
  file_name text not null,
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null,
  paid integer not null,
  rejected integer not null,
  constraint bank_return_once primary key (region_code, file_hash)
);
comment on table payments.bank_return is '[growing] Return files of the bank that were booked, by content hash.';
create index bank_return_by_run on payments.bank_return (region_code, run_id);

create table payments.number_counter (
  region_code text not null,
  office_code text not null,
  day date not null,
  last integer not null,
  constraint number_counter_key primary key (region_code, office_code, day)
);
comment on table payments.number_counter is '[growing] The last run number an office gave on a day.';

grant usage on schema payments to yichuang_app;
grant select, insert, update on payments.run, payments.payment, payments.number_counter to yichuang_app;
grant select, insert on payments.bank_return to yichuang_app;
