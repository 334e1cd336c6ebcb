-- What measures act on besides cases: people treated first, advances to hospitals. `case_id` is then its id.
alter table measures.mark add column subject text not null default 'case'
  constraint mark_subject_known check (subject in ('case', 'treat-first', 'prepayment', 'settlement'));
alter table measures.mark add column subject_number text;
alter table measures.mark add constraint mark_of_others_numbered check (subject = 'case' or subject_number is not null);
