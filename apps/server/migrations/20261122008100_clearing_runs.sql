create table clearing.account (
  region_code text not null,
  institution_code text not null,
  holder text not null,
  bank_name text not null,
  account_enc bytea not null,
  account_masked text not null,
  set_by text not null,
  set_at timestamptz not null,
  constraint account_key primary key (region_code, institution_code)
);
comment on table clearing.account is '[growing] Where institutions are paid.';

create table clearing.run (
  region_code text not null,
  run_id uuid not null,
  number text not null,
  state text not null constraint run_state_known check (state in ('open', 'exported', 'settled', 'cancelled')),
  created_on date not null,
  created_at timestamptz not null,
  created_by text not null,
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
comment on table clearing.run is '[growing] A payment run of institutions: approved applications, one payment for each institution.';
create index run_by_time on clearing.run (region_code, created_at desc, run_id desc);

create table clearing.payment (
  region_code text not null,
  payment_id uuid not null,
  run_id uuid not null,
  line integer not null,
  institution_code text not null,
  institution_name text not null,
  -- numbers of its applications
  applications text[] not null,
  -- nothing, where what is due and what is owed are even: then the bank has nothing to do
  amount numeric(16, 2) not null constraint payment_pays check (amount >= 0),
  -- each fund's part: [{"insurance", "payer", "amount"}]; a fund that gets back more than it owes gives less than nothing
  funds jsonb not null,
  holder text not null,
  bank_name text not null,
  -- as it was: a later change of the account does not change a run that was sent
  account_enc bytea not null,
  account_masked text not null,
  state text not null constraint payment_state_known check (state in ('in-run', 'paid', 'rejected', 'cancelled')),
  bank_reason text,
  booked_on date,
  constraint payment_key primary key (region_code, payment_id),
  constraint payment_of_run foreign key (region_code, run_id) references clearing.run (region_code, run_id)
);
comment on table clearing.payment is '[growing] One payment of a run to one institution.';
create index payment_by_run on clearing.payment (region_code, run_id, line);

create table clearing.bank_return (
  region_code text not null,
  file_hash text not null,
  run_id uuid not null,
  file_name text not null,
  at timestamptz not null,
  by_name text not null,
  paid integer not null,
  rejected integer not null,
  constraint bank_return_once primary key (region_code, file_hash)
);
comment on table clearing.bank_return is '[growing] Return files of the bank that were booked, by content hash.';
create index bank_return_by_run on clearing.bank_return (region_code, run_id);

grant select, insert, update on clearing.account, clearing.run, clearing.payment to yichuang_app;
grant select, insert on clearing.bank_return to yichuang_app;
