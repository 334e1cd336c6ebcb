create table settlement.elsewhere (
  -- the place of care: the city of the institution
  region_code text not null,
  -- as the insured place gave it
  settlement_id text not null,
  institution_code text not null,
  -- the insured city, which decided and booked it
  insured_region text not null,
  visit_id text not null,
  psn_no text not null,
  msgid text not null,
  insurance text not null constraint elsewhere_insurance_known check (insurance in ('employee', 'resident')),
  med_type text not null,
  -- 清算类别 of care elsewhere: insurance, kind of care, within or beyond the province
  clr_type text not null,
  settled_on date not null,
  -- of a cancellation: the settlement it takes back; of that one: its cancellation
  cancels text,
  cancelled_by text,
  medfee_sumamt numeric(16, 2) not null,
  fund_pay_sumamt numeric(16, 2) not null,
  psn_cash_pay numeric(16, 2) not null,
  acct_pay numeric(16, 2) not null,
  hifp_pay numeric(16, 2) not null,
  cvlserv_pay numeric(16, 2) not null,
  hifes_pay numeric(16, 2) not null,
  hifmi_pay numeric(16, 2) not null,
  hifob_pay numeric(16, 2) not null,
  maf_pay numeric(16, 2) not null,
  oth_pay numeric(16, 2) not null,
  -- when the insured place was last asked for it, and its figures; no figures: it knows nothing of it
  asked_at timestamptz,
  theirs jsonb,
  constraint elsewhere_key primary key (region_code, settlement_id)
);
comment on table settlement.elsewhere is '[growing] What other insured places settled at this place''s institutions, as they answered: for the institutions'' books and the accounts between the places.';
create index elsewhere_by_institution on settlement.elsewhere (region_code, institution_code, settled_on, settlement_id);
create index elsewhere_by_place on settlement.elsewhere (region_code, insured_region, settled_on, settlement_id);
create index elsewhere_by_message on settlement.elsewhere (region_code, institution_code, msgid);

grant select, insert, update on settlement.elsewhere to yichuang_app;
