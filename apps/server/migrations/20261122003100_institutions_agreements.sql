create schema institutions;

create table institutions.agreement (
  region_code text not null,
  agreement_id uuid not null,
  hospital_code text not null,
  number text not null constraint agreement_number_given check (number <> ''),
  starts_on date not null,
  -- the last day
  ends_on date not null,
  services text[] not null constraint agreement_services_known check (cardinality(services) > 0 and services <@
    array['outpatient', 'inpatient', 'chronic', 'chronic-identification', 'maternity', 'pharmacy']),
  -- how far the institution settles at once: not at all, in the city, in the province, in the country
  network text not null constraint agreement_network_known check (network in ('none', 'city', 'province', 'nation')),
  networked_from date,
  -- what is held back of each clearing until the year's assessment (质量保证金); null where the agreement says nothing
  deposit_share numeric(5,4) constraint agreement_deposit_is_share check (deposit_share between 0 and 1),
  ended_reason text,
  version integer not null,
  concluded_by text not null,
  constraint agreement_key primary key (region_code, agreement_id),
  constraint agreement_starts_once unique (region_code, hospital_code, starts_on),
  constraint agreement_in_order check (starts_on <= ends_on),
  constraint agreement_network_dated check ((network = 'none') = (networked_from is null))
);
comment on table institutions.agreement is '[reference] Service agreements (服务协议) by which hospitals and pharmacies are designated, one at a time each.';

grant usage on schema institutions to yichuang_app;
grant select, insert, update on institutions.agreement to yichuang_app;
