create schema letters;

create table letters.letter (
  region_code text not null,
  case_id uuid not null,
  kind text not null,
  seq integer not null,
  -- what the QR code opens: the region, then 20 random letters and digits
  code text not null,
  day date not null,
  at timestamptz not null,
  -- everything the letter says, so that the page and the PDF are made from the same words for ever
  content jsonb not null,
  content_hash text not null,
  -- the PDF made from it, in the file store, once somebody has asked for it
  pdf_sha256 text,
  constraint letter_key primary key (region_code, case_id, kind, seq),
  constraint letter_code_once unique (region_code, code)
);
comment on table letters.letter is '[growing] A letter or receipt as issued; the newest of its kind is the current one.';

create table letters.message (
  region_code text not null,
  person_id uuid not null,
  message_id uuid not null,
  case_id uuid,
  kind text not null,
  detail jsonb not null,
  at timestamptz not null,
  day date not null,
  read_at timestamptz,
  constraint message_key primary key (region_code, person_id, message_id)
);
comment on table letters.message is '[growing] A message to a person: kind and values; the words are made when read.';

grant usage on schema letters to yichuang_app;
grant select, insert, update (pdf_sha256) on letters.letter to yichuang_app;
grant select, insert, update on letters.message to yichuang_app;
