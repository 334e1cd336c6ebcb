create table clearing.account_proposal (
  region_code text not null,
  institution_code text not null,
  -- anew with every proposal: who decides names the one they saw
  proposal_id uuid not null,
  state text not null,
  holder text not null,
  bank_name text not null,
  -- until it is decided; then it is where it is used, or nowhere
  account_enc bytea,
  account_masked text not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  -- why it was returned
  reason text,
  constraint account_proposal_key primary key (region_code, institution_code),
  constraint account_proposal_state_known check (state in ('proposed', 'confirmed', 'returned')),
  constraint account_proposal_sealed_until_decided check ((state = 'proposed') = (account_enc is not null)),
  constraint account_proposal_decided_by_somebody check ((state = 'proposed') = (decided_by is null)),
  constraint account_proposal_decided_by_another check (decided_by is null or decided_by <> proposed_by)
);
comment on table clearing.account_proposal is '[growing] The last that finance entered of where an institution is paid; in use once another person confirmed it.';

grant select, insert, update on clearing.account_proposal to yichuang_app;
