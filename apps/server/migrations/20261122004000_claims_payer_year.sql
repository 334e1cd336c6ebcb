create table claims.payer_year (
  region_code text not null,
  person_id uuid not null,
  insurance text not null,
  year integer not null,
  -- a payer after the basic fund counts over every kind of care; so does a disease with a cap
  kind text not null constraint payer_year_kind_known check (kind in ('stage', 'disease')),
  -- id of the payer's tables in the pack, or of the disease
  payer text not null,
  base_used numeric(16, 2) not null,
  deductible_used numeric(16, 2) not null,
  paid numeric(16, 2) not null,
  version integer not null,
  constraint payer_year_key primary key (region_code, person_id, insurance, year, kind, payer),
  constraint payer_year_not_negative check (base_used >= 0 and deductible_used >= 0 and paid >= 0),
  constraint payer_year_deductible_of_base check (deductible_used <= base_used or kind <> 'stage')
);
comment on table claims.payer_year is '[growing] What a person has used in a year of a payer after the basic fund; locked while a claim or settlement changes it.';
grant select, insert, update, delete on claims.payer_year to yichuang_app;

-- Each payer of the decision with its amount, by the names of the national interface; null = the basic fund alone.
alter table claims.decision add column payers jsonb;
