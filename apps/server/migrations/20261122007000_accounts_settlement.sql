alter table accounts.entry drop constraint entry_kind_known;
alter table accounts.entry add constraint entry_kind_known
  check (kind in ('brought-in', 'year-turn', 'withdrawal', 'settlement', 'settlement-back'));
-- of a settlement at the bedside, or of the one taken back
alter table accounts.entry add column settlement_id text;
