-- Each fund's part of the payment by its name in the national interface; null = the basic fund pays all of it.
alter table payments.payment add column payers jsonb;
