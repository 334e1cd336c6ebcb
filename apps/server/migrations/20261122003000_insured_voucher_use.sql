-- A code that was used or has expired is remembered for a day, so that whoever shows it again is told which it was.
alter table insured.voucher add column institution_code text;
alter table insured.voucher add column used_at timestamptz;
comment on table insured.voucher is '[platform] A short-lived code a person shows instead of a card; useless after a minute or after use, forgotten after a day.';
