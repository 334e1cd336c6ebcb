create schema filings;

create table filings.filing (
  -- city that insures the person
  region_code text not null,
  filing_id uuid not null,
  -- printed, and the trt_dcla_detl_sn of the hospital interface
  number text not null,
  kind text not null constraint filing_kind_known check (kind in ('designated', 'remote', 'accident')),
  person_id uuid not null,
  valid_from date not null,
  -- the last day; null: until it is revoked
  valid_until date,
  -- of a designated institution, or where an accident is treated
  institution_code text,
  institution_name text,
  -- 定点排序号 of a designated institution
  rank text,
  -- of care elsewhere: the province or city, and why
  place text,
  why text constraint filing_why_known check (why in ('retired', 'long-stay', 'posted', 'resettled', 'emergency')),
  -- of an accident: day, place, cause as the institution was told; whether the fund may pay
  accident jsonb,
  source text not null constraint filing_source_known check (source in ('interface', 'case')),
  -- the institution that filed it, or the case
  filed_by_code text,
  case_id uuid,
  filed_by_name text not null,
  filed_on date not null,
  filed_at timestamptz not null,
  revoked_on date,
  revoked_by text,
  revoke_reason text,
  constraint filing_key primary key (region_code, filing_id),
  constraint filing_number_once unique (region_code, number),
  constraint filing_ends_after_start check (valid_until is null or valid_until >= valid_from),
  constraint filing_says_what check (
    (kind <> 'designated' or institution_code is not null)
    and (kind <> 'remote' or (place is not null and why is not null))
    and (kind <> 'accident' or accident is not null))
);
comment on table filings.filing is '[growing] What is filed of people: designated institutions (定点), care elsewhere (异地就医), accidents (意外伤害); revoked, never deleted.';
create index filing_by_person on filings.filing (region_code, person_id, kind);
create index filing_by_day on filings.filing (region_code, filed_on, filing_id);

create table filings.number_counter (
  region_code text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_key primary key (region_code, year)
);
comment on table filings.number_counter is '[growing] The last number of a filing a city gave in a year.';

grant usage on schema filings to yichuang_app;
grant select, insert, update on filings.filing, filings.number_counter to yichuang_app;
