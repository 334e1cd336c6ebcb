create schema catalogue;

create table catalogue.library (
  hash text constraint library_key primary key,
  loaded_at timestamptz not null,
  -- every file of every pack, path -> text: packs quote each other's documents, so they are kept together
  files jsonb not null
);
comment on table catalogue.library is '[reference] The policy packs as they were once loaded, whole.';

create table catalogue.pack_version (
  pack_id text not null,
  hash text not null,
  version text not null,
  library_hash text not null constraint pack_version_in_library references catalogue.library,
  constraint pack_version_key primary key (pack_id, hash)
);
comment on table catalogue.pack_version is '[reference] Every pack version that was ever in use: a running case stays on the one it began with.';

create table catalogue.fee_item (
  region_code text not null,
  code text not null,
  valid_from date not null,
  name text not null,
  kind text not null constraint fee_item_kind_known check (kind in ('drug', 'service', 'supply')),
  class text not null constraint fee_item_class_known check (class in ('A', 'B', 'C')),
  self_pay_ratio text not null,
  unit text,
  ceiling_price numeric(16, 2),
  source text not null,
  constraint fee_item_key primary key (region_code, code, valid_from)
);
comment on table catalogue.fee_item is '[growing] The fee catalogue a place has loaded: drugs, services, supplies with class and self-pay share.';
create index fee_item_by_name on catalogue.fee_item (region_code, name text_pattern_ops);

grant usage on schema catalogue to yichuang_app;
grant select, insert, update, delete on all tables in schema catalogue to yichuang_app;
