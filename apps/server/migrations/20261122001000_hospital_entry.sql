create schema hospital;

create table hospital.message (
  -- city of the institution
  region_code text not null,
  institution_code text not null,
  msgid text not null,
  infno text not null,
  -- hash of the input: another input under the same msgid is refused
  fingerprint bytea,
  -- what the message made, by which a reversal (2601) finds it
  subject text,
  -- the outcome as JSON, which a repeated message gets again; ID numbers are left out of it
  output text,
  -- msgid of the reversal; without an outcome the reversal came before the message
  undone_by text,
  received_at timestamptz not null,
  constraint message_once primary key (region_code, institution_code, msgid)
);
comment on table hospital.message is '[growing] Messages of institutions that were booked, each once, with their outcome.';
create index message_by_age on hospital.message using brin (received_at);
-- Outcomes of some kilobytes are read as a whole or not at all; beside the row they would cost two more writes.
alter table hospital.message set (toast_tuple_target = 8160);

create table hospital.sign_in (
  region_code text not null,
  institution_code text not null,
  sign_no text not null,
  operator text not null,
  signed_on date not null,
  signed_at timestamptz not null,
  out_at timestamptz,
  constraint sign_in_key primary key (region_code, institution_code, sign_no)
);
comment on table hospital.sign_in is '[growing] Operators of institutions signed in (9001) and out (9002).';

grant usage on schema hospital to yichuang_app;
grant select, insert, update, delete on hospital.message, hospital.sign_in to yichuang_app;
