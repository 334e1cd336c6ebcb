create schema mapping;

create table mapping.entry (
  region_code text not null,
  hospital_code text not null,
  -- the institution's own catalogue: its kind of list, and its own code
  list_type text not null,
  own_code text not null,
  own_name text not null,
  -- what it stands for in the catalogue of the place
  item_code text not null,
  starts_on date not null,
  -- the last day
  ends_on date not null,
  -- what else was said: approval number, form, specification, unit, remarks
  said json not null,
  uploaded_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint entry_key primary key (region_code, hospital_code, list_type, own_code, item_code, starts_on),
  constraint entry_in_order check (starts_on <= ends_on)
);
comment on table mapping.entry is '[reference] Which entry of the catalogue an item of an institution''s own catalogue stands for (目录对照); withdrawn rows stay.';
grant usage on schema mapping to yichuang_app;
grant select, insert, update on mapping.entry to yichuang_app;
