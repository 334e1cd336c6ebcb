create schema settlement;

create table settlement.visit (
  -- city of the institution, which is where the person is insured
  region_code text not null,
  visit_id text not null,
  institution_code text not null,
  person_id uuid not null,
  insurance text not null constraint visit_insurance_known check (insurance in ('employee', 'resident')),
  person_class text not null,
  kind text not null constraint visit_kind_known check (kind in ('outpatient', 'pharmacy')),
  -- the institution's own number of the visit
  visit_no text not null,
  -- day of care: rules and year go by it
  began_on date not null,
  med_type text,
  cancelled boolean not null,
  -- what was registered: department, doctor, the kind of voucher (never its number)
  registered json not null,
  -- what 2203 said: complaint, disease, diagnoses
  findings json,
  -- counts every change of the visit or of its fees
  version integer not null,
  registered_at timestamptz not null,
  constraint visit_key primary key (region_code, visit_id)
);
comment on table settlement.visit is '[growing] A visit to an institution as its system registered it; everything of the interface hangs on it.';
create index visit_by_person on settlement.visit (region_code, person_id, visit_id);

create table settlement.fees (
  region_code text not null,
  visit_id text not null,
  upload_id uuid not null,
  charge_batch text not null,
  -- numbers of the lines, unique within the visit
  serials text[] not null,
  -- the lines as sent, for queries
  sent json not null,
  -- the lines as the catalogue of the place classes them, for the calculation
  classed json not null,
  total numeric(16, 2) not null,
  settlement_id text,
  uploaded_at timestamptz not null,
  constraint fees_key primary key (region_code, visit_id, upload_id)
);
comment on table settlement.fees is '[growing] Fee lines of a visit, one row for each batch of a message; gone when taken back before settlement.';
-- Some kilobytes that are read as a whole; beside the row they would cost two more writes.
alter table settlement.fees set (toast_tuple_target = 8160);

create table settlement.settlement (
  region_code text not null,
  settlement_id text not null,
  visit_id text not null,
  institution_code text not null,
  person_id uuid not null,
  insurance text not null,
  person_class text not null,
  care_kind text not null,
  year integer not null,
  charge_batch text not null,
  -- of the message that settled
  msgid text not null,
  settled_on date not null,
  settled_at timestamptz not null,
  med_type text not null,
  clr_type text not null,
  voucher_kind text not null,
  invoice text,
  -- by the names of the national interface; all of them negative in a cancellation
  medfee_sumamt numeric(16, 2) not null,
  fulamt_ownpay_amt numeric(16, 2) not null,
  overlmt_selfpay numeric(16, 2) not null,
  preselfpay_amt numeric(16, 2) not null,
  inscp_scp_amt numeric(16, 2) not null,
  act_pay_dedc numeric(16, 2) not null,
  hifp_pay numeric(16, 2) not null,
  cvlserv_pay numeric(16, 2) not null,
  hifes_pay numeric(16, 2) not null,
  hifmi_pay numeric(16, 2) not null,
  hifob_pay numeric(16, 2) not null,
  maf_pay numeric(16, 2) not null,
  oth_pay numeric(16, 2) not null,
  fund_pay_sumamt numeric(16, 2) not null,
  psn_part_amt numeric(16, 2) not null,
  acct_pay numeric(16, 2) not null,
  acct_mulaid_pay numeric(16, 2) not null,
  psn_cash_pay numeric(16, 2) not null,
  -- rules: pack, its hash, and the facts they were read with; the year before; what was added to it
  workings json not null,
  -- of a cancellation: the settlement it takes back; of that one: its cancellation
  cancels text,
  cancelled_by text,
  constraint settlement_key primary key (region_code, settlement_id),
  constraint settlement_adds_up check (medfee_sumamt = fund_pay_sumamt + psn_part_amt),
  constraint settlement_splits_up
    check (medfee_sumamt = fulamt_ownpay_amt + overlmt_selfpay + preselfpay_amt + inscp_scp_amt),
  constraint settlement_person_pays check (psn_part_amt = acct_pay + psn_cash_pay),
  constraint settlement_funds_pay check (fund_pay_sumamt
    = hifp_pay + cvlserv_pay + hifes_pay + hifmi_pay + hifob_pay + maf_pay + oth_pay)
);
comment on table settlement.settlement is '[growing] Accounts settled at the bedside, and their cancellations as rows of their own with negative amounts.';
create index settlement_by_visit on settlement.settlement (region_code, visit_id);
create index settlement_by_institution on settlement.settlement (region_code, institution_code, settled_on, settlement_id);

grant usage on schema settlement to yichuang_app;
grant select, insert, update, delete on settlement.visit, settlement.fees to yichuang_app;
grant select, insert, update on settlement.settlement to yichuang_app;
