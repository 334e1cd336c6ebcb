create schema ratings;

create table ratings.rating (
  region_code text not null,
  case_id uuid not null,
  case_number text not null,
  item_id text not null,
  office_id uuid not null,
  grade text not null constraint rating_grade_known
    check (grade in ('very-satisfied', 'satisfied', 'fairly-satisfied', 'dissatisfied', 'very-dissatisfied')),
  reasons text[] not null,
  remark text not null,
  day date not null,
  at timestamptz not null,
  given_by uuid not null,
  side text not null constraint rating_side_known check (side in ('person', 'window')),
  constraint rating_once_per_case primary key (region_code, case_id)
);
comment on table ratings.rating is '[growing] One case, one rating (好差评).';
create index rating_by_day on ratings.rating (region_code, day desc, case_id);

grant usage on schema ratings to yichuang_app;
grant select, insert on ratings.rating to yichuang_app;
