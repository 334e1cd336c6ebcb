create schema materials;

create table materials.file (
  region_code text not null,
  case_id uuid not null,
  file_id uuid not null,
  material_id text not null,
  name text not null,
  type text not null,
  size integer not null,
  sha256 text not null,
  is_image boolean not null,
  added_on date not null,
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  checked_by uuid,
  checked_by_name text,
  checked_on date,
  constraint file_key primary key (region_code, case_id, file_id)
);
comment on table materials.file is '[growing] A file handed in for a material of a case; the bytes lie in the store by their hash.';

grant usage on schema materials to yichuang_app;
grant select, insert, update, delete on all tables in schema materials to yichuang_app;
