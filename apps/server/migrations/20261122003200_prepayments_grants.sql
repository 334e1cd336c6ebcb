create schema prepayments;

create table prepayments.grant (
  region_code text not null,
  grant_id uuid not null,
  number text not null,
  hospital_code text not null,
  hospital_name text not null,
  insurance text not null constraint grant_insurance_known check (insurance in ('employee', 'resident')),
  -- the measure in force on the day, or the document that allows it
  measure_id text,
  activation_id text,
  document text,
  granted_on date not null,
  granted_by text not null,
  reason text not null,
  -- sums of the entries, by kind
  granted numeric(16,2) not null,
  cancelled numeric(16,2) not null,
  arrived numeric(16,2) not null,
  used numeric(16,2) not null,
  offset_sum numeric(16,2) not null,
  returned numeric(16,2) not null,
  entries integer not null,
  constraint grant_key primary key (region_code, grant_id),
  constraint grant_number_once unique (region_code, number),
  constraint grant_has_authority check (measure_id is not null or document is not null),
  constraint grant_none_negative check (least(granted, cancelled, arrived, used, offset_sum, returned) >= 0),
  constraint grant_arrives_at_most_granted check (arrived + cancelled <= granted),
  constraint grant_gives_back_at_most_arrived check (offset_sum + returned <= arrived and used <= arrived)
);
comment on table prepayments.grant is '[growing] Money paid to a hospital in advance (预付金), with what became of it; locked while an entry is booked.';
create index grant_by_hospital on prepayments.grant (region_code, hospital_code, granted_on);

create table prepayments.entry (
  region_code text not null,
  grant_id uuid not null,
  seq integer not null,
  kind text not null constraint entry_kind_known check
    (kind in ('granted', 'cancelled', 'arrived', 'used', 'offset', 'returned')),
  amount numeric(16,2) not null constraint entry_moves_something check (amount <> 0),
  day date not null,
  patients integer,
  medical_total numeric(16,2),
  reference text,
  note text,
  corrects integer,
  by_name text not null,
  at timestamptz not null,
  constraint entry_key primary key (region_code, grant_id, seq),
  constraint entry_of_grant foreign key (region_code, grant_id) references prepayments.grant (region_code, grant_id),
  constraint entry_corrected_once unique (region_code, grant_id, corrects)
);
comment on table prepayments.entry is '[growing] [append-only] What happened to an advance; its sums are the sums of these.';

create table prepayments.number_counter (
  region_code text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_key primary key (region_code, year)
);
comment on table prepayments.number_counter is '[growing] The last number of an advance a city gave in a year.';

grant usage on schema prepayments to yichuang_app;
grant select, insert, update on prepayments.grant, prepayments.number_counter to yichuang_app;
grant select, insert on prepayments.entry to yichuang_app;
