create schema chronic;

create table chronic.designation (
  region_code text not null,
  hospital_code text not null,
  -- a class of the list of diseases recognised at any time
  class_id text not null,
  valid_from date not null,
  valid_until date,
  noted_by_name text not null,
  at timestamptz not null,
  constraint designation_key primary key (region_code, hospital_code, class_id, valid_from),
  constraint designation_ends_after_start check (valid_until is null or valid_until >= valid_from)
);
comment on table chronic.designation is '[growing] Which hospital may recognise which class of disease at any time, with its own authority.';

create table chronic.application (
  region_code text not null,
  application_id uuid not null,
  -- printed, and the trt_dcla_detl_sn of the hospital interface
  number text not null,
  person_id uuid not null,
  person_name text not null,
  id_number_masked text not null,
  way text not null constraint application_way_known check (way in ('anytime', 'monthly')),
  -- a class of the list, or `other`
  class_id text not null,
  disease_name text not null,
  disease_code text,
  cause text,
  hospital_code text not null,
  hospital_name text not null,
  doctor_code text,
  doctor_name text not null,
  note text not null,
  identified_on date not null,
  collected_on date not null,
  -- YYYY-MM of the day it was collected
  month text not null,
  -- the first day asked for; null: the day of the decision
  benefit_from date,
  source text not null constraint application_source_known check (source in ('desk', 'interface')),
  state text not null
    constraint application_state_known check (state in ('collected', 'handed-over', 'granted', 'refused', 'withdrawn')),
  -- 1, and one more with each appeal
  round integer not null,
  decided_on date,
  decided_by text constraint application_decided_by_somebody check (decided_by in ('hospital', 'panel')),
  reason text,
  collected_by_name text not null,
  at timestamptz not null,
  version integer not null,
  constraint application_key primary key (region_code, application_id),
  constraint application_number_once unique (region_code, number),
  constraint application_decision_whole
    check ((state in ('granted', 'refused')) = (decided_on is not null and decided_by is not null))
);
comment on table chronic.application is '[growing] Somebody who is to be recognised as having a chronic disease (门诊慢特病), with the result.';
create index application_by_person on chronic.application (region_code, person_id, application_id);
create index application_by_hospital on chronic.application (region_code, hospital_code, month, application_id);
create index application_to_decide on chronic.application (region_code, application_id) where state = 'handed-over';

create table chronic.batch (
  region_code text not null,
  hospital_code text not null,
  month text not null,
  -- a month may be handed over in several parts
  seq integer not null,
  hospital_name text not null,
  due_on date not null,
  handed_on date not null,
  late boolean not null,
  applications integer not null,
  handed_by_name text not null,
  at timestamptz not null,
  constraint batch_key primary key (region_code, hospital_code, month, seq)
);
comment on table chronic.batch is '[growing] [append-only] Monthly lists that hospitals handed over, each with the day it was due.';
create index batch_by_month on chronic.batch (region_code, month, hospital_code);

create table chronic.opinion (
  region_code text not null,
  application_id uuid not null,
  round integer not null,
  seq integer not null,
  expert_id uuid not null,
  expert_name text not null,
  expert_hospital text not null,
  -- `recuse`: the expert sees a conflict of interest of their own
  verdict text not null constraint opinion_verdict_known check (verdict in ('grant', 'refuse', 'recuse')),
  reason text not null,
  day date not null,
  at timestamptz not null,
  constraint opinion_key primary key (region_code, application_id, round, seq),
  constraint opinion_once unique (region_code, application_id, expert_id)
);
comment on table chronic.opinion is '[growing] [append-only] Opinions of experts; nobody sees another before giving their own.';

create table chronic.appeal (
  region_code text not null,
  application_id uuid not null,
  -- the round it opens
  round integer not null,
  reason text not null,
  side text not null constraint appeal_by_somebody check (side in ('person', 'hospital')),
  by_name text not null,
  day date not null,
  at timestamptz not null,
  constraint appeal_key primary key (region_code, application_id, round)
);
comment on table chronic.appeal is '[growing] [append-only] Appeals against a refusal; each is looked at by other experts.';

create table chronic.benefit (
  region_code text not null,
  person_id uuid not null,
  benefit_id uuid not null,
  application_id uuid not null,
  class_id text not null,
  disease_name text not null,
  disease_code text,
  valid_from date not null,
  -- null: the document names no end
  valid_until date,
  constraint benefit_key primary key (region_code, person_id, benefit_id),
  constraint benefit_once unique (region_code, application_id)
);
comment on table chronic.benefit is '[growing] Chronic diseases for which a person has benefits, from which day on.';

grant usage on schema chronic to yichuang_app;
grant select, insert, update on chronic.application, chronic.designation, chronic.benefit to yichuang_app;
grant select, insert on chronic.batch, chronic.opinion, chronic.appeal to yichuang_app;
