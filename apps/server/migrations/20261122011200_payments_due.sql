create table payments.due (
  region_code text not null,
  due_id uuid not null,
  office_id uuid not null,
  person_id uuid not null,
  -- null where no case is behind it, as after a settlement at the bedside
  case_id uuid,
  -- what people know it by: the number of the correction
  number text not null,
  amount numeric(16, 2) not null constraint due_is_positive check (amount > 0),
  payers jsonb not null,
  holder text,
  bank_name text,
  account_enc bytea,
  account_masked text,
  state text not null constraint due_state_known check (state in ('no-account', 'waiting', 'in-run', 'paid')),
  bank_reason text,
  created_on date not null,
  constraint due_key primary key (region_code, due_id),
  constraint due_has_an_account check (state = 'no-account' or (holder is not null and account_enc is not null))
);
comment on table payments.due is '[growing] Money due beside a case’s own payment, such as after a correction; goes along with the next run of its office.';
create index due_by_office on payments.due (region_code, office_id, state, due_id);
grant select, insert, update on payments.due to yichuang_app;

alter table payments.payment add column due_id uuid;
alter table payments.payment alter column case_id drop not null;
alter table payments.payment add constraint payment_of_something check (case_id is not null or due_id is not null);
-- A case is paid once; what is due beside it, once each.
drop index payments.payment_once_per_case;
create unique index payment_once_per_case on payments.payment (region_code, case_id)
  where state in ('in-run', 'paid') and due_id is null;
create unique index payment_once_per_due on payments.payment (region_code, due_id)
  where state in ('in-run', 'paid') and due_id is not null;
