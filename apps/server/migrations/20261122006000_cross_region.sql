create schema afar;

create table afar.message (
  -- city of the institution: the place of care
  region_code text not null,
  institution_code text not null,
  msgid text not null,
  infno text not null,
  insured_region text not null,
  state text not null constraint message_state_known check (state in ('sent', 'accepted', 'refused')),
  settlement_id text,
  total bigint,
  fund bigint,
  reason text,
  sent_on date not null,
  sent_at timestamptz not null,
  answered_at timestamptz,
  constraint message_sent_once primary key (region_code, institution_code, msgid)
);
comment on table afar.message is '[growing] Messages of this place''s institutions about people insured elsewhere, with what the insured place answered.';
create index message_by_time on afar.message (region_code, sent_at, msgid);
create index message_by_day on afar.message (region_code, sent_on);

create table afar.institution (
  hospital_code text not null constraint institution_identity primary key,
  -- the place of care
  region_code text not null,
  territory text not null,
  name text not null,
  level text not null constraint institution_level_known check (level in ('primary', 'secondary', 'tertiary')),
  asked_at timestamptz not null
);
comment on table afar.institution is '[reference] Institutions of other places, as their own centre describes them (1201).';

grant usage on schema afar to yichuang_app;
grant select, insert, update on afar.message, afar.institution to yichuang_app;
