create schema accounts;

create table accounts.account (
  region_code text not null,
  person_id uuid not null,
  -- the year that `current_year` is of; what is left of it at the turn of the year belongs to the years before
  year integer not null,
  current_year numeric(14, 2) not null,
  past_years numeric(14, 2) not null,
  entries integer not null,
  closed_on date,
  constraint account_key primary key (region_code, person_id),
  constraint account_not_negative check (current_year >= 0 and past_years >= 0)
);
comment on table accounts.account is '[growing] The balance of a personal account (个人账户); locked while an entry changes it.';

create table accounts.entry (
  region_code text not null,
  person_id uuid not null,
  seq integer not null,
  day date not null,
  kind text not null constraint entry_kind_known check (kind in ('brought-in', 'year-turn', 'withdrawal')),
  current_year numeric(14, 2) not null,
  past_years numeric(14, 2) not null,
  case_id uuid,
  constraint entry_key primary key (region_code, person_id, seq)
);
comment on table accounts.entry is '[growing] [append-only] What changed a personal account, and by how much; the balance is the sum.';

grant usage on schema accounts to yichuang_app;
grant select, insert, update on accounts.account to yichuang_app;
grant select, insert on accounts.entry to yichuang_app;
