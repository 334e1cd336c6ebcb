create table settlement.special_flag (
  region_code text not null,
  -- 40 characters of the interface
  flag_id text not null,
  visit_id text not null,
  person_id uuid not null,
  institution_code text not null,
  kind text not null,
  flag text not null,
  memo text,
  noted_at timestamptz not null,
  constraint special_flag_key primary key (region_code, flag_id),
  constraint special_flag_once unique (region_code, visit_id, kind, flag),
  constraint special_flag_of_visit foreign key (region_code, visit_id) references settlement.visit (region_code, visit_id)
);
comment on table settlement.special_flag is '[growing] Special attributes of a visit (就医特殊属性) as its institution said them by 2406.';
create index special_flag_by_person on settlement.special_flag (region_code, person_id, flag_id);

grant select, insert, update on settlement.special_flag to yichuang_app;
