create schema insured;

create table insured.known_id_number (
  id_number_index bytea constraint known_id_number_key primary key,
  person_id uuid not null,
  -- where the person is insured, so that nobody has to ask every city
  region_codes text[] not null
);
comment on table insured.known_id_number is '[registry] One person, one key across all places: blind index of the ID number.';
create index known_id_number_by_person on insured.known_id_number (person_id);

create table insured.person (
  region_code text not null,
  person_id uuid not null,
  name text not null,
  id_number_enc bytea not null,
  id_number_index bytea not null,
  id_number_masked text not null,
  phone_enc bytea,
  phone_index bytea,
  phone_masked text,
  sex text not null constraint person_sex_known check (sex in ('male', 'female')),
  birth date not null,
  version integer not null,
  constraint person_key primary key (region_code, person_id),
  constraint person_id_number_once unique (region_code, id_number_index)
);
comment on table insured.person is '[growing] An insured person in an insured place; ID number and phone encrypted, with a blind index.';
create index person_by_name on insured.person (region_code, name text_pattern_ops, person_id);
create index person_by_phone on insured.person (region_code, phone_index);

create table insured.employer (
  region_code text not null,
  employer_id uuid not null,
  credit_code text not null,
  name text not null,
  constraint employer_key primary key (region_code, employer_id),
  constraint employer_credit_code_once unique (region_code, credit_code)
);
comment on table insured.employer is '[growing] An employer that insures its staff.';

create table insured.enrolment (
  region_code text not null,
  person_id uuid not null,
  insurance text not null constraint enrolment_insurance_known check (insurance in ('employee', 'resident')),
  valid_from date not null,
  valid_to date,
  person_class text not null constraint enrolment_class_known
    check (person_class in ('active', 'retired', 'resident-adult', 'resident-minor', 'resident-senior')),
  employer_id uuid,
  constraint enrolment_key primary key (region_code, person_id, insurance, valid_from),
  constraint enrolment_of_person foreign key (region_code, person_id) references insured.person (region_code, person_id),
  constraint enrolment_ends_after_start check (valid_to is null or valid_to >= valid_from)
);
comment on table insured.enrolment is '[growing] When a person is insured, by which insurance and as what.';

create table insured.mandate (
  region_code text not null,
  mandate_id uuid not null,
  principal_id uuid not null,
  principal_name text not null,
  agent_id uuid not null,
  agent_name text not null,
  relation text not null,
  valid_from date not null,
  valid_to date,
  recorded_by text not null constraint mandate_recorder_known check (recorded_by in ('principal', 'window')),
  recorded_by_id uuid not null,
  proof text,
  revoked_on date,
  constraint mandate_key primary key (region_code, mandate_id),
  constraint mandate_not_to_self check (principal_id <> agent_id)
);
comment on table insured.mandate is '[growing] One person may act for another (委托代办), with who recorded it and on what proof.';
create index mandate_by_agent on insured.mandate (region_code, agent_id);
create index mandate_by_principal on insured.mandate (region_code, principal_id);

create table insured.voucher (
  code_hash bytea constraint voucher_key primary key,
  person_id uuid not null,
  expires_at timestamptz not null
);
comment on table insured.voucher is '[platform] A short-lived code a person shows instead of a card; deleted on use.';
create index voucher_by_expiry on insured.voucher (expires_at);

grant usage on schema insured to yichuang_app;
grant select, insert, update, delete on all tables in schema insured to yichuang_app;
