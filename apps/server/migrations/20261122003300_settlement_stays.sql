alter table settlement.visit drop constraint visit_kind_known;
alter table settlement.visit add constraint visit_kind_known check (kind in ('outpatient', 'pharmacy', 'inpatient'));

create table settlement.stay (
  region_code text not null,
  visit_id text not null,
  person_id uuid not null,
  institution_code text not null,
  -- in the ward: neither discharged nor taken back
  open boolean not null,
  discharged_on date,
  -- what 2402 said: department, bed, way of leaving, diagnoses
  discharge json,
  died_on date,
  constraint stay_key primary key (region_code, visit_id),
  constraint stay_of_visit foreign key (region_code, visit_id) references settlement.visit (region_code, visit_id),
  constraint stay_discharged_or_open check (not open or discharged_on is null),
  constraint stay_death_ends_it check (died_on is null or discharged_on is not null)
);
comment on table settlement.stay is '[growing] Stays in hospital, beside their visits; at most one is open for a person.';
create unique index stay_open_once on settlement.stay (region_code, person_id) where open;
create index stay_by_person on settlement.stay (region_code, person_id, visit_id);

grant select, insert, update on settlement.stay to yichuang_app;
