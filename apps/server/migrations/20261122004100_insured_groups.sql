create table insured.person_group (
  region_code text not null,
  person_id uuid not null,
  -- id of a group that the place's chain of payers tells apart; groups of age follow from the day of birth and never stand here
  group_id text not null constraint person_group_named check (group_id <> ''),
  valid_from date not null,
  valid_to date,
  -- the register or paper it was taken from, as people are told
  source text not null constraint person_group_with_source check (source <> ''),
  constraint person_group_key primary key (region_code, person_id, group_id, valid_from),
  constraint person_group_of_person foreign key (region_code, person_id) references insured.person (region_code, person_id),
  constraint person_group_ends_after_start check (valid_to is null or valid_to >= valid_from)
);
comment on table insured.person_group is '[growing] When a person is in a group that benefits tell apart (低保, 困难群体, 公务员 …), and by what register.';
grant select, insert, update, delete on insured.person_group to yichuang_app;
