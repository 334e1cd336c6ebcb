create schema referral;

create table referral.signing_key (
  region_code text not null,
  key_id text not null,
  -- Ed25519, 32 bytes
  public_key bytea not null,
  private_key_enc bytea not null,
  made_at timestamptz not null,
  -- signs nothing any more; what it signed stays genuine
  retired_at timestamptz,
  constraint signing_key_key primary key (region_code, key_id)
);
comment on table referral.signing_key is '[growing] Keys that sign credentials; the private half encrypted. The newest that is not retired signs.';

create table referral.referral (
  -- city where the person is insured
  region_code text not null,
  referral_id uuid not null,
  -- printed, and the trt_dcla_detl_sn of the hospital interface
  number text not null,
  person_id uuid not null,
  person_name text not null,
  id_number_masked text not null,
  -- the transferring hospital
  hospital_code text not null,
  hospital_name text not null,
  -- the province or city to which the person is referred; every networked hospital there may treat
  target text not null,
  target_name text not null,
  diagnosis_code text not null,
  diagnosis_name text not null,
  reason text not null,
  opinion text not null,
  doctor text,
  -- named by the hospital's system where it must name one; binds nobody
  suggested_code text,
  suggested_name text,
  issued_on date not null,
  valid_from date not null,
  -- the last day on which it is good
  valid_until date not null,
  -- the rule its last day follows; null: the hospital filled it in, since no rule is loaded
  rule jsonb,
  source text not null constraint referral_source_known check (source in ('desk', 'interface')),
  key_id text not null,
  token text not null,
  issued_by uuid,
  issued_by_name text not null,
  issued_at timestamptz not null,
  revoked_on date,
  revoked_at timestamptz,
  revoked_side text constraint referral_revoked_by_somebody check (revoked_side in ('hospital', 'agency')),
  revoked_by_name text,
  revoke_reason text,
  constraint referral_key primary key (region_code, referral_id),
  constraint referral_number_once unique (region_code, number),
  constraint referral_ends_after_start check (valid_until >= valid_from),
  constraint referral_signed_by foreign key (region_code, key_id) references referral.signing_key (region_code, key_id)
);
comment on table referral.referral is '[growing] Referrals (转诊) with their signed credential; revoked, never deleted.';
create index referral_by_person on referral.referral (region_code, person_id, valid_until);
create index referral_by_hospital on referral.referral (region_code, hospital_code, referral_id);
create index referral_revoked on referral.referral (region_code, revoked_on, number) where revoked_on is not null;

create table referral.use (
  region_code text not null,
  referral_id uuid not null,
  use_id uuid not null,
  -- where the person was treated, which may be any city
  hospital_code text not null,
  hospital_name text not null,
  day date not null,
  kind text not null constraint use_kind_known check (kind in ('outpatient', 'inpatient')),
  -- the settlement or visit it was used for, where there is one
  reference text,
  noted_by_name text not null,
  at timestamptz not null,
  constraint use_key primary key (region_code, referral_id, use_id)
);
comment on table referral.use is '[growing] [append-only] Every use of a referral.';

grant usage on schema referral to yichuang_app;
grant select, insert, update on referral.signing_key, referral.referral to yichuang_app;
grant select, insert on referral.use to yichuang_app;
