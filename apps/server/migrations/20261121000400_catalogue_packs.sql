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

create table catalogue.publication (
  seq integer constraint publication_key primary key,
  published_on date not null,
  published_at timestamptz not null,
  title text not null,
  reason text not null,
  author_id uuid not null,
  author_name text not null,
  published_by_id uuid not null,
  published_by_name text not null,
  draft_id uuid not null,
  trial_id uuid not null,
  -- file -> {before, after}, the texts, null where there is no such file: what lies over the packs as delivered
  changes jsonb not null,
  -- the same as people read it, and the guides that were issued anew
  diff jsonb not null,
  library_hash text not null constraint publication_in_library references catalogue.library,
  constraint publication_by_two check (author_id <> published_by_id)
);
comment on table catalogue.publication is '[reference] [append-only] What this agency published over the packs it was delivered with, in order.';

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
revoke update, delete on catalogue.publication from yichuang_app;
