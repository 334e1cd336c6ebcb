-- The numbers a hall gives out a day while a measure limits them (限号), and what the leader said where the document names none.
alter table measures.activation_event add column per_day integer
  constraint activation_event_per_day check (per_day between 1 and 9999);

create table measures.hall_day (
  region_code text not null,
  office_id uuid not null,
  day date not null,
  -- people taken in at the window while the limit was in force
  used integer not null,
  constraint hall_day_key primary key (region_code, office_id, day)
);
comment on table measures.hall_day is '[growing] How many people each hall has taken in on a day on which its numbers are limited.';
grant select, insert, update on measures.hall_day to yichuang_app;
