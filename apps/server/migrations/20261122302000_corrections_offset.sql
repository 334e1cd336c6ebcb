-- 抵扣: money due to a person is kept for what the same person owes.
alter table payments.due drop constraint due_state_known;
alter table payments.due add constraint due_state_known
  check (state in ('no-account', 'waiting', 'in-run', 'paid', 'offset'));
alter table payments.due drop constraint due_is_positive;
alter table payments.due add constraint due_is_positive check (amount > 0 or (amount = 0 and state = 'offset'));
alter table payments.due drop constraint due_has_an_account;
alter table payments.due add constraint due_has_an_account
  check (state in ('no-account', 'offset') or (holder is not null and account_enc is not null));
create index due_by_person on payments.due (region_code, person_id) where state in ('no-account', 'waiting');

alter table corrections.recovery_entry drop constraint recovery_entry_kind_known;
alter table corrections.recovery_entry add constraint recovery_entry_kind_known check (kind in
  ('opened', 'instalments', 'received', 'offset', 'handed-over', 'write-off-asked', 'write-off-refused', 'written-off'));
