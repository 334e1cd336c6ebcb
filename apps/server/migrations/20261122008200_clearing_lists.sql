create table clearing.settlement_list (
  region_code text not null,
  settlement_id text not null,
  -- 清单流水号, nine characters
  list_number text not null,
  institution_code text not null,
  person_id uuid not null,
  visit_id text not null,
  -- 0 未提交, 1 已提交, 2 审核通过, 3 审核不通过
  state text not null constraint settlement_list_state_known check (state in ('0', '1', '2', '3')),
  reason text,
  reviewed_by text,
  -- the message as sent: addresses, phones, diagnoses
  content_enc bytea not null,
  uploaded_at timestamptz not null,
  version integer not null,
  constraint settlement_list_key primary key (region_code, settlement_id),
  constraint settlement_list_number_once unique (region_code, list_number)
);
comment on table clearing.settlement_list is '[growing] Settlement lists of institutions (医疗保障基金结算清单), one for each settlement; the last one sent.';
create index settlement_list_by_state on clearing.settlement_list (region_code, state, institution_code, settlement_id);
alter table clearing.settlement_list set (toast_tuple_target = 8160);
grant select, insert, update on clearing.settlement_list to yichuang_app;
