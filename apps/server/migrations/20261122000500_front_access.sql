create schema front;

create table front.access (
  region_code text not null,
  access_id uuid not null,
  institution_code text not null,
  profile text not null constraint access_profile_known check (profile in
    ('gateway', 'x-tif', 'x-ca', 'apikey', 'oauth-sm', 'card-token', 'plain', 'sm2-sm4', 'mobile')),
  -- what the caller calls itself: access key, paas id, client id, app id, institution; of an apikey its SHA-256
  access_key text not null,
  -- JSON of the shared secret and the SM2 keys
  secrets_enc bytea not null,
  -- where unsigned messages may come from: addresses or networks
  addresses text[] not null,
  -- how this client reads replies
  infcode text not null constraint access_infcode_known check (infcode in ('number', 'text')),
  success_word text,
  valid_from timestamptz not null,
  -- null: until it is rotated or ended
  valid_until timestamptz,
  made_by text not null,
  constraint access_identity primary key (region_code, access_id),
  constraint access_ends_after_start check (valid_until >= valid_from),
  constraint access_plain_names_addresses check (profile <> 'plain' or cardinality(addresses) > 0)
);
comment on table front.access is '[reference] By which profile and secrets an institution signs its messages; two are valid at once while one is rotated.';
create index access_by_caller on front.access (profile, access_key);
create index access_by_institution on front.access (region_code, institution_code, valid_from);

grant usage on schema front to yichuang_app;
grant select, insert, update on front.access to yichuang_app;
