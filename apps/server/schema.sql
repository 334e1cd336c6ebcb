-- The schema of a fresh database. Generated: npx yichuang schema --write

create schema accounts;
grant usage on schema accounts to yichuang_app;

create schema afar;
grant usage on schema afar to yichuang_app;

create schema audit;
grant usage on schema audit to yichuang_app;

create schema cases;
grant usage on schema cases to yichuang_app;

create schema catalogue;
grant usage on schema catalogue to yichuang_app;

create schema chronic;
grant usage on schema chronic to yichuang_app;

create schema claims;
grant usage on schema claims to yichuang_app;

create schema clearing;
grant usage on schema clearing to yichuang_app;

create schema corrections;
grant usage on schema corrections to yichuang_app;

create schema debts;
grant usage on schema debts to yichuang_app;

create schema filings;
grant usage on schema filings to yichuang_app;

create schema front;
grant usage on schema front to yichuang_app;

create schema hospital;
grant usage on schema hospital to yichuang_app;

create schema identity;
grant usage on schema identity to yichuang_app;

create schema institutions;
grant usage on schema institutions to yichuang_app;

create schema insured;
grant usage on schema insured to yichuang_app;

create schema letters;
grant usage on schema letters to yichuang_app;

create schema mapping;
grant usage on schema mapping to yichuang_app;

create schema materials;
grant usage on schema materials to yichuang_app;

create schema measures;
grant usage on schema measures to yichuang_app;

create schema objections;
grant usage on schema objections to yichuang_app;

create schema organisations;
grant usage on schema organisations to yichuang_app;

create schema payments;
grant usage on schema payments to yichuang_app;

create schema platform;
grant usage on schema platform to yichuang_app;

create schema policy;
grant usage on schema policy to yichuang_app;

create schema prepayments;
grant usage on schema prepayments to yichuang_app;

create schema ratings;
grant usage on schema ratings to yichuang_app;

create schema reconciliation;
grant usage on schema reconciliation to yichuang_app;

create schema referral;
grant usage on schema referral to yichuang_app;

create schema remote;
grant usage on schema remote to yichuang_app;

create schema settlement;
grant usage on schema settlement to yichuang_app;

create schema withdrawals;
grant usage on schema withdrawals to yichuang_app;

create table accounts.account (
  region_code text not null,
  person_id uuid not null,
  year integer not null,
  current_year numeric(14,2) not null,
  past_years numeric(14,2) not null,
  entries integer not null,
  closed_on date,
  constraint account_key PRIMARY KEY (region_code, person_id),
  constraint account_not_negative CHECK (((current_year >= (0)::numeric) AND (past_years >= (0)::numeric)))
);
comment on table accounts.account is '[growing] The balance of a personal account (个人账户); locked while an entry changes it.';
grant select, insert, update on accounts.account to yichuang_app;

create table accounts.entry (
  region_code text not null,
  person_id uuid not null,
  seq integer not null,
  day date not null,
  kind text not null,
  current_year numeric(14,2) not null,
  past_years numeric(14,2) not null,
  case_id uuid,
  settlement_id text,
  share_id uuid,
  constraint entry_key PRIMARY KEY (region_code, person_id, seq),
  constraint entry_kind_known CHECK ((kind = ANY (ARRAY['brought-in'::text, 'year-turn'::text, 'withdrawal'::text, 'settlement'::text, 'settlement-back'::text, 'family'::text, 'family-back'::text, 'correction'::text])))
);
comment on table accounts.entry is '[growing] [append-only] What changed a personal account, and by how much; the balance is the sum.';
grant select, insert on accounts.entry to yichuang_app;

create table accounts.share (
  region_code text not null,
  share_id uuid not null,
  holder_id uuid not null,
  holder_name text not null,
  member_id uuid not null,
  member_name text not null,
  relation text not null,
  valid_from date not null,
  granted_at timestamp with time zone not null,
  recorded_by text not null,
  recorded_by_name text not null,
  proof text,
  revoked_on date,
  revoked_by_name text,
  constraint share_key PRIMARY KEY (region_code, share_id),
  constraint share_recorder_known CHECK ((recorded_by = ANY (ARRAY['holder'::text, 'window'::text]))),
  constraint share_relation_known CHECK ((relation = ANY (ARRAY['spouse'::text, 'parent'::text, 'child'::text]))),
  constraint share_with_another CHECK ((holder_id <> member_id))
);
comment on table accounts.share is '[growing] Who may use whose personal account (家庭共济), by the word of its holder; revoked, never deleted.';
CREATE INDEX share_by_holder ON accounts.share USING btree (region_code, holder_id);
CREATE INDEX share_by_member ON accounts.share USING btree (region_code, member_id);
CREATE UNIQUE INDEX share_once ON accounts.share USING btree (region_code, member_id, holder_id) WHERE (revoked_on IS NULL);
grant select, insert, update on accounts.share to yichuang_app;

create table afar.institution (
  hospital_code text not null,
  region_code text not null,
  territory text not null,
  name text not null,
  level text not null,
  asked_at timestamp with time zone not null,
  constraint institution_identity PRIMARY KEY (hospital_code),
  constraint institution_level_known CHECK ((level = ANY (ARRAY['primary'::text, 'secondary'::text, 'tertiary'::text])))
);
comment on table afar.institution is '[reference] Institutions of other places, as their own centre describes them (1201).';
grant select, insert, update on afar.institution to yichuang_app;

create table afar.message (
  region_code text not null,
  institution_code text not null,
  msgid text not null,
  infno text not null,
  insured_region text not null,
  state text not null,
  settlement_id text,
  total bigint,
  fund bigint,
  reason text,
  sent_on date not null,
  sent_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint message_sent_once PRIMARY KEY (region_code, institution_code, msgid),
  constraint message_state_known CHECK ((state = ANY (ARRAY['sent'::text, 'accepted'::text, 'refused'::text])))
);
comment on table afar.message is '[growing] Messages of this place''s institutions about people insured elsewhere, with what the insured place answered.';
CREATE INDEX message_by_day ON afar.message USING btree (region_code, sent_on);
CREATE INDEX message_by_time ON afar.message USING btree (region_code, sent_at, msgid);
grant select, insert, update on afar.message to yichuang_app;

create table audit.entry (
  region_code text not null,
  stream text not null,
  seq integer not null,
  at timestamp with time zone not null,
  actor_id uuid,
  actor_name text not null,
  act text not null,
  person_id uuid,
  case_id uuid,
  detail jsonb not null,
  hash text not null,
  constraint entry_key PRIMARY KEY (region_code, stream, seq)
);
comment on table audit.entry is '[growing] Acts on persons, staff, offices, money and sign-ins; append-only, chained by hash within a stream.';
CREATE INDEX entry_by_actor ON audit.entry USING btree (region_code, actor_id, at);
CREATE INDEX entry_by_case ON audit.entry USING btree (region_code, case_id, at) WHERE (case_id IS NOT NULL);
CREATE INDEX entry_by_person ON audit.entry USING btree (region_code, person_id, at) WHERE (person_id IS NOT NULL);
CREATE INDEX entry_by_time ON audit.entry USING btree (region_code, at);
grant select, insert on audit.entry to yichuang_app;

create table audit.head (
  region_code text not null,
  stream text not null,
  seq integer not null,
  hash text not null,
  constraint head_key PRIMARY KEY (region_code, stream)
);
comment on table audit.head is '[growing] The end of each audit stream, so that a cut tail shows.';
grant select, insert, update on audit.head to yichuang_app;

create table cases."case" (
  region_code text not null,
  case_id uuid not null,
  number text,
  item_id text not null,
  item_version text not null,
  pack_id text not null,
  pack_hash text not null,
  state text not null,
  came_from text[] not null,
  channel text not null,
  person_id uuid not null,
  applicant_name text not null,
  agent_id uuid,
  agent_name text,
  insurance text,
  person_class text,
  hospital_name text,
  total numeric(16,2),
  fund numeric(16,2),
  office_id uuid not null,
  owner_id uuid,
  owner_name text,
  handover_to uuid,
  handover_to_name text,
  handover_by_name text,
  handover_reason text,
  handover_on date,
  created_on date not null,
  handed_in_on date,
  accepted_on date,
  statutory_days integer,
  promised_days integer,
  statutory_due_on date,
  due_on date,
  calendar_key text,
  pauses jsonb not null,
  paused_since date,
  decided_on date,
  used_days integer,
  on_time boolean,
  agency_faults integer not null,
  overdue_reason text,
  alarm text,
  urgent_on date not null,
  closed_on date,
  rated boolean not null,
  proposal jsonb,
  version integer not null,
  event_count integer not null,
  head_hash text not null,
  changed_at timestamp with time zone not null,
  constraint case_key PRIMARY KEY (region_code, case_id),
  constraint case_number_once UNIQUE (region_code, number),
  constraint case_alarm_known CHECK ((alarm = ANY (ARRAY['due-soon'::text, 'overdue'::text]))),
  constraint case_has_owner CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (owner_id IS NOT NULL)))
);
comment on table cases."case" is '[growing] A case (办件): one request for one service item, from draft to close.';
CREATE INDEX case_by_acceptance ON cases."case" USING btree (region_code, accepted_on, office_id) WHERE (accepted_on IS NOT NULL);
CREATE INDEX case_by_agent ON cases."case" USING btree (region_code, agent_id, case_id) WHERE (agent_id IS NOT NULL);
CREATE INDEX case_by_decision ON cases."case" USING btree (region_code, decided_on, office_id) WHERE (decided_on IS NOT NULL);
CREATE INDEX case_by_due_day ON cases."case" USING btree (region_code, due_on, case_id) WHERE ((due_on IS NOT NULL) AND (decided_on IS NULL) AND (closed_on IS NULL));
CREATE INDEX case_by_hand_in ON cases."case" USING btree (region_code, handed_in_on, office_id);
CREATE INDEX case_by_name ON cases."case" USING btree (region_code, applicant_name COLLATE "C", case_id);
CREATE INDEX case_by_person ON cases."case" USING btree (region_code, person_id, case_id);
CREATE INDEX case_by_state ON cases."case" USING btree (region_code, office_id, state, urgent_on, case_id) WHERE ((closed_on IS NULL) AND (state <> 'draft'::text));
CREATE INDEX case_clock_running ON cases."case" USING btree (region_code, calendar_key, case_id) WHERE ((accepted_on IS NOT NULL) AND (paused_since IS NULL) AND (decided_on IS NULL) AND (closed_on IS NULL));
CREATE INDEX case_closed_by_office ON cases."case" USING btree (region_code, office_id, closed_on, case_id) WHERE (closed_on IS NOT NULL);
CREATE INDEX case_handover ON cases."case" USING btree (region_code, handover_to) WHERE (handover_to IS NOT NULL);
CREATE INDEX case_open_by_office ON cases."case" USING btree (region_code, office_id, urgent_on, case_id) WHERE ((closed_on IS NULL) AND (state <> 'draft'::text));
CREATE INDEX case_open_by_owner ON cases."case" USING btree (region_code, owner_id, urgent_on, case_id) WHERE ((closed_on IS NULL) AND (state <> 'draft'::text));
grant select, insert, update on cases."case" to yichuang_app;

create table cases.event (
  region_code text not null,
  case_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  day date not null,
  act text not null,
  side text not null,
  actor_id uuid,
  actor_name text not null,
  version integer not null,
  detail jsonb not null,
  hash text not null,
  constraint event_key PRIMARY KEY (region_code, case_id, seq),
  constraint event_side_known CHECK ((side = ANY (ARRAY['applicant'::text, 'agency'::text, 'system'::text])))
);
comment on table cases.event is '[growing] What happened to a case, append-only; hash covers the row and the hash before it.';
CREATE INDEX event_by_actor ON cases.event USING btree (region_code, actor_id, at) WHERE (actor_id IS NOT NULL);
grant select, insert on cases.event to yichuang_app;

create table cases.notice (
  region_code text not null,
  case_id uuid not null,
  notice_id uuid not null,
  at timestamp with time zone not null,
  day date not null,
  by_id uuid not null,
  by_name text not null,
  gaps jsonb not null,
  seen jsonb not null,
  answered_on date,
  agency_fault boolean not null,
  constraint notice_key PRIMARY KEY (region_code, case_id, notice_id),
  constraint notice_of_case FOREIGN KEY (region_code, case_id) REFERENCES cases."case"(region_code, case_id)
);
comment on table cases.notice is '[growing] A supplement notice (一次告知) with every gap in it.';
grant select, insert, update on cases.notice to yichuang_app;

create table cases.number_counter (
  region_code text not null,
  office_code text not null,
  day date not null,
  last integer not null,
  constraint number_counter_key PRIMARY KEY (region_code, office_code, day)
);
comment on table cases.number_counter is '[growing] The last case number an office gave on a day; gap-free because it is a row.';
grant select, insert, update on cases.number_counter to yichuang_app;

create table catalogue.fee_item (
  region_code text not null,
  code text not null,
  valid_from date not null,
  name text not null,
  kind text not null,
  class text not null,
  self_pay_ratio text not null,
  unit text,
  ceiling_price numeric(16,2),
  source text not null,
  constraint fee_item_key PRIMARY KEY (region_code, code, valid_from),
  constraint fee_item_class_known CHECK ((class = ANY (ARRAY['A'::text, 'B'::text, 'C'::text]))),
  constraint fee_item_kind_known CHECK ((kind = ANY (ARRAY['drug'::text, 'service'::text, 'supply'::text])))
);
comment on table catalogue.fee_item is '[growing] The fee catalogue a place has loaded: drugs, services, supplies with class and self-pay share.';
CREATE INDEX fee_item_by_name ON catalogue.fee_item USING btree (region_code, name text_pattern_ops);
grant select, insert, update, delete on catalogue.fee_item to yichuang_app;

create table catalogue.library (
  hash text not null,
  loaded_at timestamp with time zone not null,
  files jsonb not null,
  constraint library_key PRIMARY KEY (hash)
);
comment on table catalogue.library is '[reference] The policy packs as they were once loaded, whole.';
grant select, insert, update, delete on catalogue.library to yichuang_app;

create table catalogue.pack_version (
  pack_id text not null,
  hash text not null,
  version text not null,
  library_hash text not null,
  constraint pack_version_key PRIMARY KEY (pack_id, hash),
  constraint pack_version_in_library FOREIGN KEY (library_hash) REFERENCES catalogue.library(hash)
);
comment on table catalogue.pack_version is '[reference] Every pack version that was ever in use: a running case stays on the one it began with.';
grant select, insert, update, delete on catalogue.pack_version to yichuang_app;

create table catalogue.publication (
  seq integer not null,
  published_on date not null,
  published_at timestamp with time zone not null,
  title text not null,
  reason text not null,
  author_id uuid not null,
  author_name text not null,
  published_by_id uuid not null,
  published_by_name text not null,
  draft_id uuid not null,
  trial_id uuid not null,
  changes jsonb not null,
  diff jsonb not null,
  library_hash text not null,
  constraint publication_key PRIMARY KEY (seq),
  constraint publication_by_two CHECK ((author_id <> published_by_id)),
  constraint publication_in_library FOREIGN KEY (library_hash) REFERENCES catalogue.library(hash)
);
comment on table catalogue.publication is '[reference] [append-only] What this agency published over the packs it was delivered with, in order.';
grant select, insert on catalogue.publication to yichuang_app;

create table chronic.appeal (
  region_code text not null,
  application_id uuid not null,
  round integer not null,
  reason text not null,
  side text not null,
  by_name text not null,
  day date not null,
  at timestamp with time zone not null,
  constraint appeal_key PRIMARY KEY (region_code, application_id, round),
  constraint appeal_by_somebody CHECK ((side = ANY (ARRAY['person'::text, 'hospital'::text])))
);
comment on table chronic.appeal is '[growing] [append-only] Appeals against a refusal; each is looked at by other experts.';
grant select, insert on chronic.appeal to yichuang_app;

create table chronic.application (
  region_code text not null,
  application_id uuid not null,
  number text not null,
  person_id uuid not null,
  person_name text not null,
  id_number_masked text not null,
  way text not null,
  class_id text not null,
  disease_name text not null,
  disease_code text,
  cause text,
  hospital_code text not null,
  hospital_name text not null,
  doctor_code text,
  doctor_name text not null,
  note text not null,
  identified_on date not null,
  collected_on date not null,
  month text not null,
  benefit_from date,
  source text not null,
  state text not null,
  round integer not null,
  decided_on date,
  decided_by text,
  reason text,
  collected_by_name text not null,
  at timestamp with time zone not null,
  version integer not null,
  constraint application_key PRIMARY KEY (region_code, application_id),
  constraint application_number_once UNIQUE (region_code, number),
  constraint application_decided_by_somebody CHECK ((decided_by = ANY (ARRAY['hospital'::text, 'panel'::text]))),
  constraint application_decision_whole CHECK (((state = ANY (ARRAY['granted'::text, 'refused'::text])) = ((decided_on IS NOT NULL) AND (decided_by IS NOT NULL)))),
  constraint application_source_known CHECK ((source = ANY (ARRAY['desk'::text, 'interface'::text]))),
  constraint application_state_known CHECK ((state = ANY (ARRAY['collected'::text, 'handed-over'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint application_way_known CHECK ((way = ANY (ARRAY['anytime'::text, 'monthly'::text])))
);
comment on table chronic.application is '[growing] Somebody who is to be recognised as having a chronic disease (门诊慢特病), with the result.';
CREATE INDEX application_by_hospital ON chronic.application USING btree (region_code, hospital_code, month, application_id);
CREATE INDEX application_by_person ON chronic.application USING btree (region_code, person_id, application_id);
CREATE INDEX application_to_decide ON chronic.application USING btree (region_code, application_id) WHERE (state = 'handed-over'::text);
grant select, insert, update on chronic.application to yichuang_app;

create table chronic.batch (
  region_code text not null,
  hospital_code text not null,
  month text not null,
  seq integer not null,
  hospital_name text not null,
  due_on date not null,
  handed_on date not null,
  late boolean not null,
  applications integer not null,
  handed_by_name text not null,
  at timestamp with time zone not null,
  constraint batch_key PRIMARY KEY (region_code, hospital_code, month, seq)
);
comment on table chronic.batch is '[growing] [append-only] Monthly lists that hospitals handed over, each with the day it was due.';
CREATE INDEX batch_by_month ON chronic.batch USING btree (region_code, month, hospital_code);
grant select, insert on chronic.batch to yichuang_app;

create table chronic.benefit (
  region_code text not null,
  person_id uuid not null,
  benefit_id uuid not null,
  application_id uuid not null,
  class_id text not null,
  disease_name text not null,
  disease_code text,
  valid_from date not null,
  valid_until date,
  constraint benefit_key PRIMARY KEY (region_code, person_id, benefit_id),
  constraint benefit_once UNIQUE (region_code, application_id)
);
comment on table chronic.benefit is '[growing] Chronic diseases for which a person has benefits, from which day on.';
grant select, insert, update on chronic.benefit to yichuang_app;

create table chronic.designation (
  region_code text not null,
  hospital_code text not null,
  class_id text not null,
  valid_from date not null,
  valid_until date,
  noted_by_name text not null,
  at timestamp with time zone not null,
  constraint designation_key PRIMARY KEY (region_code, hospital_code, class_id, valid_from),
  constraint designation_ends_after_start CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
);
comment on table chronic.designation is '[growing] Which hospital may recognise which class of disease at any time, with its own authority.';
grant select, insert, update on chronic.designation to yichuang_app;

create table chronic.opinion (
  region_code text not null,
  application_id uuid not null,
  round integer not null,
  seq integer not null,
  expert_id uuid not null,
  expert_name text not null,
  expert_hospital text not null,
  verdict text not null,
  reason text not null,
  day date not null,
  at timestamp with time zone not null,
  constraint opinion_key PRIMARY KEY (region_code, application_id, round, seq),
  constraint opinion_once UNIQUE (region_code, application_id, expert_id),
  constraint opinion_verdict_known CHECK ((verdict = ANY (ARRAY['grant'::text, 'refuse'::text, 'recuse'::text])))
);
comment on table chronic.opinion is '[growing] [append-only] Opinions of experts; nobody sees another before giving their own.';
grant select, insert on chronic.opinion to yichuang_app;

create table claims.accumulator (
  region_code text not null,
  person_id uuid not null,
  insurance text not null,
  care_kind text not null,
  year integer not null,
  deductible_used numeric(16,2) not null,
  in_scope_used numeric(16,2) not null,
  fund_paid numeric(16,2) not null,
  admissions integer not null,
  version integer not null,
  constraint accumulator_key PRIMARY KEY (region_code, person_id, insurance, care_kind, year),
  constraint accumulator_kind_known CHECK ((care_kind = ANY (ARRAY['inpatient'::text, 'outpatient'::text, 'chronic'::text]))),
  constraint accumulator_not_negative CHECK (((deductible_used >= (0)::numeric) AND (in_scope_used >= (0)::numeric) AND (fund_paid >= (0)::numeric) AND (admissions >= 0)))
);
comment on table claims.accumulator is '[growing] What a person has used in a year; locked while a claim changes it.';
grant select, insert, update, delete on claims.accumulator to yichuang_app;

create table claims.bill (
  bill_code text not null,
  bill_number text not null,
  region_code text not null,
  case_id uuid not null,
  case_number text,
  claimed_on date not null,
  amount numeric(16,2) not null,
  constraint bill_claimed_once PRIMARY KEY (bill_code, bill_number)
);
comment on table claims.bill is '[registry] Bills under claim, unique across all agencies for as long as their case lives; freed by deletion.';
CREATE INDEX bill_by_case ON claims.bill USING btree (region_code, case_id);
CREATE INDEX bill_by_number ON claims.bill USING btree (bill_number);
grant select, insert, update, delete on claims.bill to yichuang_app;

create table claims.card_settlement (
  bill_code text not null,
  bill_number text not null,
  region_code text not null,
  settlement_id text not null,
  hospital_name text not null,
  settled_on date not null,
  constraint card_settlement_key PRIMARY KEY (bill_code, bill_number)
);
comment on table claims.card_settlement is '[registry] Bills that were settled by card at the hospital and so cannot be claimed.';
grant select, insert, update, delete on claims.card_settlement to yichuang_app;

create table claims.claim (
  region_code text not null,
  case_id uuid not null,
  person_id uuid not null,
  content jsonb not null,
  account_enc bytea,
  account_index bytea,
  account_masked text,
  phone_enc bytea,
  phone_masked text,
  coding jsonb,
  calculation jsonb,
  constraint claim_key PRIMARY KEY (region_code, case_id)
);
comment on table claims.claim is '[growing] The claim of a case: visit, bills, fee lines, payee, coding.';
grant select, insert, update, delete on claims.claim to yichuang_app;

create table claims.decision (
  region_code text not null,
  case_id uuid not null,
  decided_on date not null,
  decided_at timestamp with time zone not null,
  outcome text not null,
  by_id uuid not null,
  by_name text not null,
  reviewed_by_id uuid not null,
  reviewed_by_name text not null,
  reason text not null,
  fund numeric(16,2) not null,
  amounts jsonb,
  facts jsonb,
  trace text,
  trace_hash text,
  pack_id text not null,
  pack_version text not null,
  pack_hash text not null,
  payers jsonb,
  constraint decision_key PRIMARY KEY (region_code, case_id),
  constraint decision_outcome_known CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text])))
);
comment on table claims.decision is '[growing] [append-only] A decision with facts, pack and trace; never changed.';
grant select, insert on claims.decision to yichuang_app;

create table claims.payer_year (
  region_code text not null,
  person_id uuid not null,
  insurance text not null,
  year integer not null,
  kind text not null,
  payer text not null,
  base_used numeric(16,2) not null,
  deductible_used numeric(16,2) not null,
  paid numeric(16,2) not null,
  version integer not null,
  constraint payer_year_key PRIMARY KEY (region_code, person_id, insurance, year, kind, payer),
  constraint payer_year_deductible_of_base CHECK (((deductible_used <= base_used) OR (kind <> 'stage'::text))),
  constraint payer_year_kind_known CHECK ((kind = ANY (ARRAY['stage'::text, 'disease'::text]))),
  constraint payer_year_not_negative CHECK (((base_used >= (0)::numeric) AND (deductible_used >= (0)::numeric) AND (paid >= (0)::numeric)))
);
comment on table claims.payer_year is '[growing] What a person has used in a year of a payer after the basic fund; locked while a claim or settlement changes it.';
grant select, insert, update, delete on claims.payer_year to yichuang_app;

create table claims.replay (
  region_code text not null,
  case_id uuid not null,
  record bytea not null,
  constraint replay_key PRIMARY KEY (region_code, case_id)
);
comment on table claims.replay is '[growing] [append-only] What a calculated decision rested on and gave, packed for trials of new rules.';
grant select, insert on claims.replay to yichuang_app;

create table clearing.account (
  region_code text not null,
  institution_code text not null,
  holder text not null,
  bank_name text not null,
  account_enc bytea not null,
  account_masked text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  constraint account_key PRIMARY KEY (region_code, institution_code)
);
comment on table clearing.account is '[growing] Where institutions are paid.';
grant select, insert, update on clearing.account to yichuang_app;

create table clearing.account_proposal (
  region_code text not null,
  institution_code text not null,
  proposal_id uuid not null,
  state text not null,
  holder text not null,
  bank_name text not null,
  account_enc bytea,
  account_masked text not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  reason text,
  constraint account_proposal_key PRIMARY KEY (region_code, institution_code),
  constraint account_proposal_decided_by_another CHECK (((decided_by IS NULL) OR (decided_by <> proposed_by))),
  constraint account_proposal_decided_by_somebody CHECK (((state = 'proposed'::text) = (decided_by IS NULL))),
  constraint account_proposal_sealed_until_decided CHECK (((state = 'proposed'::text) = (account_enc IS NOT NULL))),
  constraint account_proposal_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'returned'::text])))
);
comment on table clearing.account_proposal is '[growing] The last that finance entered of where an institution is paid; in use once another person confirmed it.';
grant select, insert, update on clearing.account_proposal to yichuang_app;

create table clearing.application (
  region_code text not null,
  application_id uuid not null,
  number text not null,
  kind text not null,
  institution_code text not null,
  institution_name text not null,
  period text not null,
  clr_type text not null,
  clr_way text not null,
  from_day date not null,
  to_day date not null,
  state text not null,
  count integer not null,
  cancellations integer not null,
  medical numeric(16,2) not null,
  cash numeric(16,2) not null,
  applied numeric(16,2) not null,
  deducted numeric(16,2) not null,
  deposit numeric(16,2) not null,
  offset_sum numeric(16,2) not null,
  payable numeric(16,2) not null,
  deposit_share numeric(5,4),
  applied_on date not null,
  applied_at timestamp with time zone not null,
  applied_by text not null,
  proposed_by uuid,
  proposed_by_name text,
  proposed_at timestamp with time zone,
  note text,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamp with time zone,
  reason text,
  payment_id uuid,
  paid_on date,
  released_by uuid,
  version integer not null,
  constraint application_key PRIMARY KEY (region_code, application_id),
  constraint application_number_once UNIQUE (region_code, number),
  constraint application_adds_up CHECK ((applied = (((deducted + deposit) + offset_sum) + payable))),
  constraint application_approved_by_another CHECK (((approved_by IS NULL) OR (approved_by <> proposed_by))),
  constraint application_in_order CHECK ((from_day <= to_day)),
  constraint application_kind_known CHECK ((kind = ANY (ARRAY['settled'::text, 'deposit'::text]))),
  constraint application_state_known CHECK ((state = ANY (ARRAY['applied'::text, 'proposed'::text, 'approved'::text, 'in-run'::text, 'paid'::text, 'withdrawn'::text, 'returned'::text])))
);
comment on table clearing.application is '[growing] What an institution applies to be paid (清算申请): applied, deducted, held back, offset and paid, to the fen.';
CREATE INDEX application_by_institution ON clearing.application USING btree (region_code, institution_code, period, application_id);
CREATE INDEX application_by_payment ON clearing.application USING btree (region_code, payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX application_by_time ON clearing.application USING btree (region_code, applied_at DESC, application_id DESC);
CREATE INDEX application_open ON clearing.application USING btree (region_code, applied_at, application_id) WHERE (state = ANY (ARRAY['applied'::text, 'proposed'::text, 'approved'::text, 'in-run'::text]));
grant select, insert, update on clearing.application to yichuang_app;

create table clearing.application_fund (
  region_code text not null,
  application_id uuid not null,
  insurance text not null,
  payer text not null,
  applied numeric(16,2) not null,
  deducted numeric(16,2) not null,
  deposit numeric(16,2) not null,
  offset_sum numeric(16,2) not null,
  payable numeric(16,2) not null,
  constraint application_fund_key PRIMARY KEY (region_code, application_id, insurance, payer),
  constraint application_fund_adds_up CHECK ((applied = (((deducted + deposit) + offset_sum) + payable))),
  constraint application_fund_deducts CHECK ((deducted >= (0)::numeric)),
  constraint application_fund_holds CHECK ((deposit >= (0)::numeric)),
  constraint application_fund_insurance_known CHECK ((insurance = ANY (ARRAY['employee'::text, 'resident'::text]))),
  constraint application_fund_offsets CHECK ((offset_sum >= (0)::numeric)),
  constraint application_fund_takes_what_there_is CHECK ((((deducted + deposit) + offset_sum) <= GREATEST(applied, (0)::numeric))),
  constraint application_fund_of_application FOREIGN KEY (region_code, application_id) REFERENCES clearing.application(region_code, application_id)
);
comment on table clearing.application_fund is '[growing] The part of each fund in an application.';
grant select, insert, update on clearing.application_fund to yichuang_app;

create table clearing.bank_return (
  region_code text not null,
  file_hash text not null,
  run_id uuid not null,
  file_name text not null,
  at timestamp with time zone not null,
  by_name text not null,
  paid integer not null,
  rejected integer not null,
  constraint bank_return_once PRIMARY KEY (region_code, file_hash)
);
comment on table clearing.bank_return is '[growing] Return files of the bank that were booked, by content hash.';
CREATE INDEX bank_return_by_run ON clearing.bank_return USING btree (region_code, run_id);
grant select, insert on clearing.bank_return to yichuang_app;

create table clearing.closing (
  region_code text not null,
  institution_code text not null,
  clr_type text not null,
  day date not null,
  seq integer not null,
  application_id uuid not null,
  constraint closing_cleared_once PRIMARY KEY (region_code, institution_code, clr_type, day, seq),
  constraint closing_of_application FOREIGN KEY (region_code, application_id) REFERENCES clearing.application(region_code, application_id)
);
comment on table clearing.closing is '[growing] The closings of days each application covers; free again when it is withdrawn or returned.';
CREATE INDEX closing_by_application ON clearing.closing USING btree (region_code, application_id);
grant select, insert, delete on clearing.closing to yichuang_app;

create table clearing.deduction (
  region_code text not null,
  application_id uuid not null,
  seq integer not null,
  insurance text not null,
  payer text not null,
  amount numeric(16,2) not null,
  reason text not null,
  clause text not null,
  settlement_id text,
  constraint deduction_key PRIMARY KEY (region_code, application_id, seq),
  constraint deduction_has_clause CHECK ((clause <> ''::text)),
  constraint deduction_has_reason CHECK ((reason <> ''::text)),
  constraint deduction_takes_something CHECK ((amount > (0)::numeric)),
  constraint deduction_of_fund FOREIGN KEY (region_code, application_id, insurance, payer) REFERENCES clearing.application_fund(region_code, application_id, insurance, payer)
);
comment on table clearing.deduction is '[growing] What the review takes off an application (审核扣款), each with its reason and clause.';
grant select, insert, delete on clearing.deduction to yichuang_app;

create table clearing.number_counter (
  region_code text not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_key PRIMARY KEY (region_code, kind, year)
);
comment on table clearing.number_counter is '[growing] The last number of each kind a city gave in a year.';
grant select, insert, update on clearing.number_counter to yichuang_app;

create table clearing.payment (
  region_code text not null,
  payment_id uuid not null,
  run_id uuid not null,
  line integer not null,
  institution_code text not null,
  institution_name text not null,
  applications text[] not null,
  amount numeric(16,2) not null,
  funds jsonb not null,
  holder text not null,
  bank_name text not null,
  account_enc bytea not null,
  account_masked text not null,
  state text not null,
  bank_reason text,
  booked_on date,
  constraint payment_key PRIMARY KEY (region_code, payment_id),
  constraint payment_pays CHECK ((amount >= (0)::numeric)),
  constraint payment_state_known CHECK ((state = ANY (ARRAY['in-run'::text, 'paid'::text, 'rejected'::text, 'cancelled'::text]))),
  constraint payment_of_run FOREIGN KEY (region_code, run_id) REFERENCES clearing.run(region_code, run_id)
);
comment on table clearing.payment is '[growing] One payment of a run to one institution.';
CREATE INDEX payment_by_run ON clearing.payment USING btree (region_code, run_id, line);
grant select, insert, update on clearing.payment to yichuang_app;

create table clearing.run (
  region_code text not null,
  run_id uuid not null,
  number text not null,
  state text not null,
  created_on date not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  count integer not null,
  total numeric(16,2) not null,
  paid_count integer not null,
  paid_total numeric(16,2) not null,
  rejected_count integer not null,
  rejected_total numeric(16,2) not null,
  exported_at timestamp with time zone,
  file_hash text,
  version integer not null,
  constraint run_key PRIMARY KEY (region_code, run_id),
  constraint run_number_once UNIQUE (region_code, number),
  constraint run_books_at_most_its_total CHECK (((paid_total + rejected_total) <= total)),
  constraint run_state_known CHECK ((state = ANY (ARRAY['open'::text, 'exported'::text, 'settled'::text, 'cancelled'::text])))
);
comment on table clearing.run is '[growing] A payment run of institutions: approved applications, one payment for each institution.';
CREATE INDEX run_by_time ON clearing.run USING btree (region_code, created_at DESC, run_id DESC);
grant select, insert, update on clearing.run to yichuang_app;

create table clearing.settlement_list (
  region_code text not null,
  settlement_id text not null,
  list_number text not null,
  institution_code text not null,
  person_id uuid not null,
  visit_id text not null,
  state text not null,
  reason text,
  reviewed_by text,
  content_enc bytea not null,
  uploaded_at timestamp with time zone not null,
  version integer not null,
  constraint settlement_list_key PRIMARY KEY (region_code, settlement_id),
  constraint settlement_list_number_once UNIQUE (region_code, list_number),
  constraint settlement_list_state_known CHECK ((state = ANY (ARRAY['0'::text, '1'::text, '2'::text, '3'::text])))
);
comment on table clearing.settlement_list is '[growing] Settlement lists of institutions (医疗保障基金结算清单), one for each settlement; the last one sent.';
CREATE INDEX settlement_list_by_state ON clearing.settlement_list USING btree (region_code, state, institution_code, settlement_id);
grant select, insert, update on clearing.settlement_list to yichuang_app;

create table corrections.correction (
  region_code text not null,
  correction_id uuid not null,
  number text not null,
  office_id uuid not null,
  person_id uuid not null,
  insurance text not null,
  year integer not null,
  subject_kind text not null,
  subject_id text not null,
  subject_number text not null,
  reason_kind text not null,
  reason text not null,
  document text,
  change jsonb not null,
  figures jsonb not null,
  to_pay numeric(16,2) not null,
  to_recover numeric(16,2) not null,
  state text not null,
  proposed_on date not null,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  decided_on date,
  decided_by uuid,
  decided_by_name text,
  decision_reason text,
  version integer not null,
  constraint correction_key PRIMARY KEY (region_code, correction_id),
  constraint correction_number_once UNIQUE (region_code, number),
  constraint correction_amounts_not_negative CHECK (((to_pay >= (0)::numeric) AND (to_recover >= (0)::numeric))),
  constraint correction_by_two CHECK (((decided_by IS NULL) OR (state = 'rejected'::text) OR (decided_by <> proposed_by))),
  constraint correction_decided_when_over CHECK (((state = 'proposed'::text) = (decided_on IS NULL))),
  constraint correction_insurance_known CHECK ((insurance = ANY (ARRAY['employee'::text, 'resident'::text]))),
  constraint correction_reason_known CHECK ((reason_kind = ANY (ARRAY['objection'::text, 'audit'::text, 'duplicate'::text, 'person-facts'::text, 'rules'::text, 'other'::text]))),
  constraint correction_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'rejected'::text]))),
  constraint correction_subject_known CHECK ((subject_kind = ANY (ARRAY['case'::text, 'settlement'::text])))
);
comment on table corrections.correction is '[growing] A correction (更正) of a decision and of the person’s year after it: proposed by one, decided by another.';
CREATE INDEX correction_by_day ON corrections.correction USING btree (region_code, decided_on) WHERE (state = 'approved'::text);
CREATE INDEX correction_by_office ON corrections.correction USING btree (region_code, office_id, state, correction_id DESC);
CREATE UNIQUE INDEX correction_open_once ON corrections.correction USING btree (region_code, person_id, insurance, year) WHERE (state = 'proposed'::text);
grant select, insert, update on corrections.correction to yichuang_app;

create table corrections.number_counter (
  region_code text not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_key PRIMARY KEY (region_code, kind, year)
);
comment on table corrections.number_counter is '[growing] The last number of a correction or recovery in a year.';
grant select, insert, update on corrections.number_counter to yichuang_app;

create table corrections.recovery (
  region_code text not null,
  recovery_id uuid not null,
  correction_id uuid not null,
  number text not null,
  office_id uuid not null,
  person_id uuid not null,
  amount numeric(16,2) not null,
  payers jsonb not null,
  received numeric(16,2) not null,
  written_off numeric(16,2) not null,
  state text not null,
  owner_id uuid not null,
  owner_name text not null,
  opened_on date not null,
  closed_on date,
  entries integer not null,
  constraint recovery_key PRIMARY KEY (region_code, recovery_id),
  constraint recovery_once UNIQUE (region_code, correction_id),
  constraint recovery_adds_up CHECK (((received >= (0)::numeric) AND (written_off >= (0)::numeric) AND ((received + written_off) <= amount))),
  constraint recovery_is_positive CHECK ((amount > (0)::numeric)),
  constraint recovery_open_or_over CHECK (((state = 'open'::text) = ((received + written_off) < amount))),
  constraint recovery_state_known CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'written-off'::text]))),
  constraint recovery_of_correction FOREIGN KEY (region_code, correction_id) REFERENCES corrections.correction(region_code, correction_id)
);
comment on table corrections.recovery is '[growing] What a person owes the funds after a correction (追回), with what has come in.';
CREATE INDEX recovery_by_office ON corrections.recovery USING btree (region_code, office_id, state, recovery_id DESC);
grant select, insert, update on corrections.recovery to yichuang_app;

create table corrections.recovery_entry (
  region_code text not null,
  recovery_id uuid not null,
  seq integer not null,
  kind text not null,
  day date not null,
  amount numeric(16,2),
  payers jsonb,
  plan jsonb,
  note text,
  by_id uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  constraint recovery_entry_key PRIMARY KEY (region_code, recovery_id, seq),
  constraint recovery_entry_kind_known CHECK ((kind = ANY (ARRAY['opened'::text, 'instalments'::text, 'received'::text, 'offset'::text, 'handed-over'::text, 'write-off-asked'::text, 'write-off-refused'::text, 'written-off'::text])))
);
comment on table corrections.recovery_entry is '[growing] [append-only] What happened to a recovery: money that came in, what was agreed, what was given up and by whom.';
grant select, insert on corrections.recovery_entry to yichuang_app;

create table corrections.version (
  region_code text not null,
  subject_kind text not null,
  subject_id text not null,
  seq integer not null,
  correction_id uuid not null,
  line integer not null,
  standing jsonb not null,
  trace text,
  trace_hash text,
  at timestamp with time zone not null,
  constraint version_key PRIMARY KEY (region_code, subject_kind, subject_id, seq),
  constraint version_subject_known CHECK ((subject_kind = ANY (ARRAY['case'::text, 'settlement'::text]))),
  constraint version_of_correction FOREIGN KEY (region_code, correction_id) REFERENCES corrections.correction(region_code, correction_id)
);
comment on table corrections.version is '[growing] [append-only] A decision as a correction left it; the decision itself is never changed.';
CREATE INDEX version_by_correction ON corrections.version USING btree (region_code, correction_id, line);
grant select, insert on corrections.version to yichuang_app;

create table debts.entry (
  region_code text not null,
  entry_id uuid not null,
  number text not null,
  hospital_code text not null,
  hospital_name text not null,
  person_name text not null,
  id_number_enc bytea,
  id_number_index bytea,
  id_number_masked text,
  insured_place text,
  situation text not null,
  reason text not null,
  care_kind text not null,
  reference text,
  began_on date not null,
  amount numeric(16,2) not null,
  payer text not null,
  payer_name text,
  measure_id text not null,
  activation_id text not null,
  opened_on date not null,
  opened_by text not null,
  state text not null,
  next_side text not null,
  next_name text,
  remind_on date not null,
  reminded_on date,
  proposed_by text,
  proposed_by_id uuid,
  proposed_on date,
  proposal text,
  closed_how text,
  closed_on date,
  closed_by text,
  closed_reason text,
  closed_reference text,
  closed_region text,
  settled_total numeric(16,2),
  settled_fund numeric(16,2),
  version integer not null,
  constraint entry_key PRIMARY KEY (region_code, entry_id),
  constraint entry_number_once UNIQUE (region_code, number),
  constraint entry_amount_not_negative CHECK ((amount >= (0)::numeric)),
  constraint entry_care_known CHECK ((care_kind = ANY (ARRAY['outpatient'::text, 'inpatient'::text]))),
  constraint entry_closed_somehow CHECK (((state = 'closed'::text) = ((closed_how IS NOT NULL) AND (closed_on IS NOT NULL) AND (closed_by IS NOT NULL)))),
  constraint entry_end_known CHECK ((closed_how = ANY (ARRAY['settlement'::text, 'claim'::text, 'settled-elsewhere'::text, 'other-payer'::text, 'written-off'::text]))),
  constraint entry_next_known CHECK ((next_side = ANY (ARRAY['hospital'::text, 'agency'::text]))),
  constraint entry_payer_known CHECK ((payer = ANY (ARRAY['insured-place'::text, 'state'::text, 'other'::text, 'unknown'::text]))),
  constraint entry_proposed_by_somebody CHECK (((state <> 'write-off-proposed'::text) OR ((proposed_by_id IS NOT NULL) AND (proposal IS NOT NULL)))),
  constraint entry_situation_known CHECK ((situation = ANY (ARRAY['elsewhere'::text, 'identity'::text, 'enrolment'::text]))),
  constraint entry_state_known CHECK ((state = ANY (ARRAY['open'::text, 'write-off-proposed'::text, 'closed'::text])))
);
comment on table debts.entry is '[growing] People treated first and settled later (先救治后结算), kept until each is closed.';
CREATE INDEX entry_by_closing ON debts.entry USING btree (region_code, closed_on) WHERE (closed_how = 'settlement'::text);
CREATE INDEX entry_by_hospital ON debts.entry USING btree (region_code, hospital_code, opened_on, entry_id);
CREATE INDEX entry_by_opening ON debts.entry USING btree (region_code, opened_on, entry_id);
CREATE INDEX entry_by_person ON debts.entry USING btree (region_code, id_number_index) WHERE (id_number_index IS NOT NULL);
CREATE UNIQUE INDEX entry_settled_once ON debts.entry USING btree (region_code, closed_region, closed_reference) WHERE (closed_how = ANY (ARRAY['settlement'::text, 'claim'::text]));
CREATE INDEX entry_to_remind ON debts.entry USING btree (region_code, remind_on) WHERE (state <> 'closed'::text);
grant select, insert, update on debts.entry to yichuang_app;

create table debts.event (
  region_code text not null,
  entry_id uuid not null,
  seq integer not null,
  act text not null,
  detail jsonb not null,
  by_name text not null,
  day date not null,
  at timestamp with time zone not null,
  constraint event_key PRIMARY KEY (region_code, entry_id, seq),
  constraint event_of_entry FOREIGN KEY (region_code, entry_id) REFERENCES debts.entry(region_code, entry_id)
);
comment on table debts.event is '[growing] [append-only] What happened to an entry, in order.';
grant select, insert on debts.event to yichuang_app;

create table debts.number_counter (
  region_code text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_key PRIMARY KEY (region_code, year)
);
comment on table debts.number_counter is '[growing] The last number of an entry a city gave in a year.';
grant select, insert, update on debts.number_counter to yichuang_app;

create table filings.filing (
  region_code text not null,
  filing_id uuid not null,
  number text not null,
  kind text not null,
  person_id uuid not null,
  valid_from date not null,
  valid_until date,
  institution_code text,
  institution_name text,
  rank text,
  place text,
  why text,
  accident jsonb,
  source text not null,
  filed_by_code text,
  case_id uuid,
  filed_by_name text not null,
  filed_on date not null,
  filed_at timestamp with time zone not null,
  revoked_on date,
  revoked_by text,
  revoke_reason text,
  constraint filing_key PRIMARY KEY (region_code, filing_id),
  constraint filing_number_once UNIQUE (region_code, number),
  constraint filing_ends_after_start CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint filing_kind_known CHECK ((kind = ANY (ARRAY['designated'::text, 'remote'::text, 'accident'::text]))),
  constraint filing_says_what CHECK ((((kind <> 'designated'::text) OR (institution_code IS NOT NULL)) AND ((kind <> 'remote'::text) OR ((place IS NOT NULL) AND (why IS NOT NULL))) AND ((kind <> 'accident'::text) OR (accident IS NOT NULL)))),
  constraint filing_source_known CHECK ((source = ANY (ARRAY['interface'::text, 'case'::text]))),
  constraint filing_why_known CHECK ((why = ANY (ARRAY['retired'::text, 'long-stay'::text, 'posted'::text, 'resettled'::text, 'emergency'::text])))
);
comment on table filings.filing is '[growing] What is filed of people: designated institutions (定点), care elsewhere (异地就医), accidents (意外伤害); revoked, never deleted.';
CREATE INDEX filing_by_day ON filings.filing USING btree (region_code, filed_on, filing_id);
CREATE INDEX filing_by_person ON filings.filing USING btree (region_code, person_id, kind);
grant select, insert, update on filings.filing to yichuang_app;

create table filings.number_counter (
  region_code text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_key PRIMARY KEY (region_code, year)
);
comment on table filings.number_counter is '[growing] The last number of a filing a city gave in a year.';
grant select, insert, update on filings.number_counter to yichuang_app;

create table front.access (
  region_code text not null,
  access_id uuid not null,
  institution_code text not null,
  profile text not null,
  access_key text not null,
  secrets_enc bytea not null,
  addresses text[] not null,
  infcode text not null,
  success_word text,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  made_by text not null,
  constraint access_identity PRIMARY KEY (region_code, access_id),
  constraint access_ends_after_start CHECK ((valid_until >= valid_from)),
  constraint access_infcode_known CHECK ((infcode = ANY (ARRAY['number'::text, 'text'::text]))),
  constraint access_plain_names_addresses CHECK (((profile <> 'plain'::text) OR (cardinality(addresses) > 0))),
  constraint access_profile_known CHECK ((profile = ANY (ARRAY['gateway'::text, 'x-tif'::text, 'x-ca'::text, 'apikey'::text, 'oauth-sm'::text, 'card-token'::text, 'plain'::text, 'sm2-sm4'::text, 'mobile'::text])))
);
comment on table front.access is '[reference] By which profile and secrets an institution signs its messages; two are valid at once while one is rotated.';
CREATE INDEX access_by_caller ON front.access USING btree (profile, access_key);
CREATE INDEX access_by_institution ON front.access USING btree (region_code, institution_code, valid_from);
grant select, insert, update on front.access to yichuang_app;

create table hospital.message (
  region_code text not null,
  institution_code text not null,
  msgid text not null,
  infno text not null,
  fingerprint bytea,
  subject text,
  output text,
  undone_by text,
  received_at timestamp with time zone not null,
  constraint message_once PRIMARY KEY (region_code, institution_code, msgid)
);
comment on table hospital.message is '[growing] Messages of institutions that were booked, each once, with their outcome.';
CREATE INDEX message_by_age ON hospital.message USING brin (received_at);
grant select, insert, update, delete on hospital.message to yichuang_app;

create table hospital.sign_in (
  region_code text not null,
  institution_code text not null,
  sign_no text not null,
  operator text not null,
  signed_on date not null,
  signed_at timestamp with time zone not null,
  out_at timestamp with time zone,
  constraint sign_in_key PRIMARY KEY (region_code, institution_code, sign_no)
);
comment on table hospital.sign_in is '[growing] Operators of institutions signed in (9001) and out (9002).';
grant select, insert, update, delete on hospital.sign_in to yichuang_app;

create table identity.session (
  token_hash bytea not null,
  csrf_token text not null,
  staff_id uuid,
  person_id uuid,
  person_name text,
  id_number_masked text,
  region_codes text[] not null,
  issued_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  id_token_enc bytea,
  constraint session_key PRIMARY KEY (token_hash),
  constraint session_of_someone CHECK (((staff_id IS NOT NULL) OR (person_id IS NOT NULL)))
);
comment on table identity.session is '[platform] A signed-in browser; only the hash of its token is kept.';
CREATE INDEX session_by_expiry ON identity.session USING btree (expires_at);
CREATE INDEX session_by_person ON identity.session USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX session_by_staff ON identity.session USING btree (staff_id) WHERE (staff_id IS NOT NULL);
grant select, insert, update, delete on identity.session to yichuang_app;

create table identity.sign_in (
  state text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  side text not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_key PRIMARY KEY (state),
  constraint sign_in_side_known CHECK ((side = ANY (ARRAY['portal'::text, 'desk'::text])))
);
comment on table identity.sign_in is '[platform] A sign-in under way at the identity provider.';
CREATE INDEX sign_in_by_expiry ON identity.sign_in USING btree (expires_at);
grant select, insert, update, delete on identity.sign_in to yichuang_app;

create table institutions.agreement (
  region_code text not null,
  agreement_id uuid not null,
  hospital_code text not null,
  number text not null,
  starts_on date not null,
  ends_on date not null,
  services text[] not null,
  network text not null,
  networked_from date,
  deposit_share numeric(5,4),
  ended_reason text,
  version integer not null,
  concluded_by text not null,
  constraint agreement_key PRIMARY KEY (region_code, agreement_id),
  constraint agreement_starts_once UNIQUE (region_code, hospital_code, starts_on),
  constraint agreement_deposit_is_share CHECK (((deposit_share >= (0)::numeric) AND (deposit_share <= (1)::numeric))),
  constraint agreement_in_order CHECK ((starts_on <= ends_on)),
  constraint agreement_network_dated CHECK (((network = 'none'::text) = (networked_from IS NULL))),
  constraint agreement_network_known CHECK ((network = ANY (ARRAY['none'::text, 'city'::text, 'province'::text, 'nation'::text]))),
  constraint agreement_number_given CHECK ((number <> ''::text)),
  constraint agreement_services_known CHECK (((cardinality(services) > 0) AND (services <@ ARRAY['outpatient'::text, 'inpatient'::text, 'chronic'::text, 'chronic-identification'::text, 'maternity'::text, 'pharmacy'::text])))
);
comment on table institutions.agreement is '[reference] Service agreements (服务协议) by which hospitals and pharmacies are designated, one at a time each.';
grant select, insert, update on institutions.agreement to yichuang_app;

create table insured.employer (
  region_code text not null,
  employer_id uuid not null,
  credit_code text not null,
  name text not null,
  constraint employer_key PRIMARY KEY (region_code, employer_id),
  constraint employer_credit_code_once UNIQUE (region_code, credit_code)
);
comment on table insured.employer is '[growing] An employer that insures its staff.';
grant select, insert, update, delete on insured.employer to yichuang_app;

create table insured.enrolment (
  region_code text not null,
  person_id uuid not null,
  insurance text not null,
  valid_from date not null,
  valid_to date,
  person_class text not null,
  employer_id uuid,
  constraint enrolment_key PRIMARY KEY (region_code, person_id, insurance, valid_from),
  constraint enrolment_class_known CHECK ((person_class = ANY (ARRAY['active'::text, 'retired'::text, 'resident-adult'::text, 'resident-minor'::text, 'resident-senior'::text]))),
  constraint enrolment_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint enrolment_insurance_known CHECK ((insurance = ANY (ARRAY['employee'::text, 'resident'::text]))),
  constraint enrolment_of_person FOREIGN KEY (region_code, person_id) REFERENCES insured.person(region_code, person_id)
);
comment on table insured.enrolment is '[growing] When a person is insured, by which insurance and as what.';
grant select, insert, update, delete on insured.enrolment to yichuang_app;

create table insured.known_id_number (
  id_number_index bytea not null,
  person_id uuid not null,
  region_codes text[] not null,
  constraint known_id_number_key PRIMARY KEY (id_number_index)
);
comment on table insured.known_id_number is '[registry] One person, one key across all places: blind index of the ID number.';
CREATE INDEX known_id_number_by_person ON insured.known_id_number USING btree (person_id);
grant select, insert, update, delete on insured.known_id_number to yichuang_app;

create table insured.mandate (
  region_code text not null,
  mandate_id uuid not null,
  principal_id uuid not null,
  principal_name text not null,
  agent_id uuid not null,
  agent_name text not null,
  relation text not null,
  valid_from date not null,
  valid_to date,
  recorded_by text not null,
  recorded_by_id uuid not null,
  proof text,
  revoked_on date,
  constraint mandate_key PRIMARY KEY (region_code, mandate_id),
  constraint mandate_not_to_self CHECK ((principal_id <> agent_id)),
  constraint mandate_recorder_known CHECK ((recorded_by = ANY (ARRAY['principal'::text, 'window'::text])))
);
comment on table insured.mandate is '[growing] One person may act for another (委托代办), with who recorded it and on what proof.';
CREATE INDEX mandate_by_agent ON insured.mandate USING btree (region_code, agent_id);
CREATE INDEX mandate_by_principal ON insured.mandate USING btree (region_code, principal_id);
grant select, insert, update, delete on insured.mandate to yichuang_app;

create table insured.person (
  region_code text not null,
  person_id uuid not null,
  name text not null,
  id_number_enc bytea not null,
  id_number_index bytea not null,
  id_number_masked text not null,
  phone_enc bytea,
  phone_index bytea,
  phone_masked text,
  sex text not null,
  birth date not null,
  version integer not null,
  died_on date,
  constraint person_key PRIMARY KEY (region_code, person_id),
  constraint person_id_number_once UNIQUE (region_code, id_number_index),
  constraint person_sex_known CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
);
comment on table insured.person is '[growing] An insured person in an insured place; ID number and phone encrypted, with a blind index.';
CREATE INDEX person_by_name ON insured.person USING btree (region_code, name text_pattern_ops, person_id);
CREATE INDEX person_by_phone ON insured.person USING btree (region_code, phone_index);
grant select, insert, update, delete on insured.person to yichuang_app;

create table insured.person_group (
  region_code text not null,
  person_id uuid not null,
  group_id text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  constraint person_group_key PRIMARY KEY (region_code, person_id, group_id, valid_from),
  constraint person_group_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint person_group_named CHECK ((group_id <> ''::text)),
  constraint person_group_with_source CHECK ((source <> ''::text)),
  constraint person_group_of_person FOREIGN KEY (region_code, person_id) REFERENCES insured.person(region_code, person_id)
);
comment on table insured.person_group is '[growing] When a person is in a group that benefits tell apart (低保, 困难群体, 公务员 …), and by what register.';
grant select, insert, update, delete on insured.person_group to yichuang_app;

create table insured.voucher (
  code_hash bytea not null,
  person_id uuid not null,
  expires_at timestamp with time zone not null,
  institution_code text,
  used_at timestamp with time zone,
  constraint voucher_key PRIMARY KEY (code_hash)
);
comment on table insured.voucher is '[platform] A short-lived code a person shows instead of a card; useless after a minute or after use, forgotten after a day.';
CREATE INDEX voucher_by_expiry ON insured.voucher USING btree (expires_at);
grant select, insert, update, delete on insured.voucher to yichuang_app;

create table letters.letter (
  region_code text not null,
  case_id uuid not null,
  kind text not null,
  seq integer not null,
  code text not null,
  day date not null,
  at timestamp with time zone not null,
  content jsonb not null,
  content_hash text not null,
  pdf_sha256 text,
  constraint letter_key PRIMARY KEY (region_code, case_id, kind, seq),
  constraint letter_code_once UNIQUE (region_code, code)
);
comment on table letters.letter is '[growing] A letter or receipt as issued; the newest of its kind is the current one.';
grant select, insert on letters.letter to yichuang_app;

create table letters.message (
  region_code text not null,
  person_id uuid not null,
  message_id uuid not null,
  case_id uuid,
  kind text not null,
  detail jsonb not null,
  at timestamp with time zone not null,
  day date not null,
  read_at timestamp with time zone,
  constraint message_key PRIMARY KEY (region_code, person_id, message_id)
);
comment on table letters.message is '[growing] A message to a person: kind and values; the words are made when read.';
grant select, insert, update on letters.message to yichuang_app;

create table mapping.entry (
  region_code text not null,
  hospital_code text not null,
  list_type text not null,
  own_code text not null,
  own_name text not null,
  item_code text not null,
  starts_on date not null,
  ends_on date not null,
  said json not null,
  uploaded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint entry_key PRIMARY KEY (region_code, hospital_code, list_type, own_code, item_code, starts_on),
  constraint entry_in_order CHECK ((starts_on <= ends_on))
);
comment on table mapping.entry is '[reference] Which entry of the catalogue an item of an institution''s own catalogue stands for (目录对照); withdrawn rows stay.';
grant select, insert, update on mapping.entry to yichuang_app;

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
  added_at timestamp with time zone not null,
  added_by uuid not null,
  removed_at timestamp with time zone,
  checked_by uuid,
  checked_by_name text,
  checked_on date,
  constraint file_key PRIMARY KEY (region_code, case_id, file_id)
);
comment on table materials.file is '[growing] A file handed in for a material of a case; the bytes lie in the store by their hash.';
grant select, insert, update, delete on materials.file to yichuang_app;

create table measures.activation_event (
  region_code text not null,
  activation_id text not null,
  seq integer not null,
  kind text not null,
  set_id text not null,
  measures text[] not null,
  places text[] not null,
  groups text[] not null,
  starts_on date not null,
  ends_on date not null,
  papers_within integer,
  reason text not null,
  by_id uuid not null,
  by_name text not null,
  day date not null,
  at timestamp with time zone not null,
  per_day integer,
  constraint activation_event_key PRIMARY KEY (region_code, activation_id, seq),
  constraint activation_event_ends_after_start CHECK (((ends_on >= starts_on) OR (kind = 'ended'::text))),
  constraint activation_event_kind_known CHECK ((kind = ANY (ARRAY['switched-on'::text, 'extended'::text, 'ended'::text]))),
  constraint activation_event_papers_days CHECK (((papers_within >= 1) AND (papers_within <= 366))),
  constraint activation_event_per_day CHECK (((per_day >= 1) AND (per_day <= 9999)))
);
comment on table measures.activation_event is '[growing] Relief measures switched on, extended and ended by leaders; append-only.';
grant select, insert on measures.activation_event to yichuang_app;

create table measures.hall_day (
  region_code text not null,
  office_id uuid not null,
  day date not null,
  used integer not null,
  constraint hall_day_key PRIMARY KEY (region_code, office_id, day)
);
comment on table measures.hall_day is '[growing] How many people each hall has taken in on a day on which its numbers are limited.';
grant select, insert, update on measures.hall_day to yichuang_app;

create table measures.mark (
  region_code text not null,
  case_id uuid not null,
  measure_id text not null,
  act text not null,
  activation_id text not null,
  day date not null,
  total numeric(16,2),
  fund numeric(16,2),
  extra numeric(16,2),
  subject text not null default 'case'::text,
  subject_number text,
  constraint mark_key PRIMARY KEY (region_code, case_id, measure_id, act),
  constraint mark_of_others_numbered CHECK (((subject = 'case'::text) OR (subject_number IS NOT NULL))),
  constraint mark_subject_known CHECK ((subject = ANY (ARRAY['case'::text, 'treat-first'::text, 'prepayment'::text, 'settlement'::text])))
);
comment on table measures.mark is '[growing] Which measures acted on which case, at which act; append-only.';
CREATE INDEX mark_by_measure ON measures.mark USING btree (region_code, measure_id, day, case_id);
grant select, insert on measures.mark to yichuang_app;

create table measures.owed (
  region_code text not null,
  case_id uuid not null,
  material_id text not null,
  title_zh text not null,
  title_en text not null,
  measure_id text not null,
  activation_id text not null,
  case_number text not null,
  office_id uuid not null,
  person_id uuid not null,
  since date not null,
  due_on date not null,
  state text not null,
  reminded_on date,
  settled_on date,
  settled_by text,
  reason text,
  constraint owed_key PRIMARY KEY (region_code, case_id, material_id),
  constraint owed_state_known CHECK ((state = ANY (ARRAY['open'::text, 'overdue'::text, 'received'::text, 'waived'::text, 'enforced'::text])))
);
comment on table measures.owed is '[growing] Materials a case was accepted without (容缺), each owed until a day.';
CREATE INDEX owed_by_due_day ON measures.owed USING btree (region_code, state, due_on, case_id);
CREATE INDEX owed_by_office ON measures.owed USING btree (region_code, office_id, due_on, case_id) WHERE (state = ANY (ARRAY['open'::text, 'overdue'::text]));
grant select, insert, update on measures.owed to yichuang_app;

create table measures.pack_under (
  pack_id text not null,
  hash text not null,
  base_hash text not null,
  acting jsonb not null,
  constraint pack_under_key PRIMARY KEY (pack_id, hash)
);
comment on table measures.pack_under is '[reference] Pack versions as read under measures, so that a decision made under one can be worked out again.';
grant select, insert on measures.pack_under to yichuang_app;

create table measures.proposal (
  region_code text not null,
  proposal_id uuid not null,
  measure_id text not null,
  pack_id text not null,
  changes jsonb not null,
  from_day date not null,
  document text not null,
  clause text not null,
  reason text not null,
  report jsonb not null,
  by_id uuid not null,
  by_name text not null,
  day date not null,
  at timestamp with time zone not null,
  constraint proposal_key PRIMARY KEY (region_code, proposal_id)
);
comment on table measures.proposal is '[growing] Measures proposed to become permanent (固化), with the change of the pack and the report; append-only.';
grant select, insert on measures.proposal to yichuang_app;

create table objections.decision (
  region_code text not null,
  case_id uuid not null,
  settlement_id text not null,
  decided_on date not null,
  decided_at timestamp with time zone not null,
  outcome text not null,
  remedy text,
  by_id uuid not null,
  by_name text not null,
  reviewed_by_id uuid not null,
  reviewed_by_name text not null,
  reason text not null,
  pack_id text not null,
  pack_version text not null,
  pack_hash text not null,
  constraint objection_decision_key PRIMARY KEY (region_code, case_id),
  constraint decision_outcome_known CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text]))),
  constraint decision_remedy_known CHECK ((remedy = ANY (ARRAY['resettle'::text, 'correct'::text]))),
  constraint decision_upheld_has_remedy CHECK (((outcome = 'granted'::text) = (remedy IS NOT NULL)))
);
comment on table objections.decision is '[growing] [append-only] The answer to an objection; never changed.';
grant select, insert on objections.decision to yichuang_app;

create table objections.objection (
  region_code text not null,
  case_id uuid not null,
  person_id uuid not null,
  content jsonb not null,
  settlement_id text,
  institution_code text,
  asked_on date,
  under_way boolean not null,
  word text,
  word_by text,
  word_by_id uuid,
  word_on date,
  remedy text,
  constraint objection_key PRIMARY KEY (region_code, case_id),
  constraint objection_asked_about_something CHECK (((asked_on IS NULL) OR ((settlement_id IS NOT NULL) AND (institution_code IS NOT NULL)))),
  constraint objection_remedy_known CHECK ((remedy = ANY (ARRAY['resettle'::text, 'correct'::text]))),
  constraint objection_word_has_author CHECK ((((word IS NULL) = (word_by IS NULL)) AND ((word IS NULL) = (word_on IS NULL))))
);
comment on table objections.objection is '[growing] What a person objects to in a settlement, and what the institution says to it.';
CREATE INDEX objection_of_institution ON objections.objection USING btree (region_code, institution_code, case_id) WHERE (institution_code IS NOT NULL);
CREATE INDEX objection_of_settlement ON objections.objection USING btree (region_code, settlement_id, case_id);
CREATE UNIQUE INDEX objection_under_way_once ON objections.objection USING btree (region_code, settlement_id) WHERE under_way;
grant select, insert, update on objections.objection to yichuang_app;

create table organisations.hospital (
  hospital_code text not null,
  region_code text not null,
  territory text not null,
  name text not null,
  level text not null,
  active boolean not null,
  constraint hospital_key PRIMARY KEY (hospital_code),
  constraint hospital_level_known CHECK ((level = ANY (ARRAY['primary'::text, 'secondary'::text, 'tertiary'::text])))
);
comment on table organisations.hospital is '[reference] A designated medical institution with its level.';
CREATE INDEX hospital_by_name ON organisations.hospital USING btree (name text_pattern_ops);
grant select, insert, update, delete on organisations.hospital to yichuang_app;

create table organisations.office (
  office_id uuid not null,
  region_code text not null,
  code text not null,
  name text not null,
  level text not null,
  territory text not null,
  parent_id uuid,
  phone text,
  address text,
  opens text,
  closes text,
  duty_staff_id uuid,
  active boolean not null,
  version integer not null,
  constraint office_key PRIMARY KEY (office_id),
  constraint office_code_once UNIQUE (region_code, code),
  constraint office_level_known CHECK ((level = ANY (ARRAY['city'::text, 'county'::text, 'township'::text, 'village'::text]))),
  constraint office_parent FOREIGN KEY (parent_id) REFERENCES organisations.office(office_id)
);
comment on table organisations.office is '[reference] An office, station or point of the agency, at city, county, township or village level.';
grant select, insert, update, delete on organisations.office to yichuang_app;

create table organisations.staff (
  user_id uuid not null,
  login text not null,
  name text not null,
  active boolean not null,
  version integer not null,
  changed_at timestamp with time zone not null,
  constraint staff_key PRIMARY KEY (user_id),
  constraint staff_login_once UNIQUE (login)
);
comment on table organisations.staff is '[reference] A member of staff; login is the subject at the identity provider.';
grant select, insert, update, delete on organisations.staff to yichuang_app;

create table organisations.staff_institution (
  user_id uuid not null,
  hospital_code text not null,
  constraint staff_institution_key PRIMARY KEY (user_id),
  constraint staff_institution_at_hospital FOREIGN KEY (hospital_code) REFERENCES organisations.hospital(hospital_code),
  constraint staff_institution_of_staff FOREIGN KEY (user_id) REFERENCES organisations.staff(user_id)
);
comment on table organisations.staff_institution is '[reference] The medical institution somebody with a role outside the agency works at.';
grant select, insert, update, delete on organisations.staff_institution to yichuang_app;

create table organisations.staff_role (
  user_id uuid not null,
  office_id uuid not null,
  region_code text not null,
  role text not null,
  constraint staff_role_key PRIMARY KEY (user_id, office_id, role),
  constraint staff_role_known CHECK ((role = ANY (ARRAY['clerk'::text, 'reviewer'::text, 'approver'::text, 'finance'::text, 'supervisor'::text, 'administrator'::text, 'auditor'::text, 'leader'::text, 'policy'::text, 'hospital'::text, 'expert'::text]))),
  constraint staff_role_at_office FOREIGN KEY (office_id) REFERENCES organisations.office(office_id),
  constraint staff_role_of_staff FOREIGN KEY (user_id) REFERENCES organisations.staff(user_id)
);
comment on table organisations.staff_role is '[reference] What a member of staff may do, and at which office.';
CREATE INDEX staff_role_by_office ON organisations.staff_role USING btree (office_id, role);
grant select, insert, update, delete on organisations.staff_role to yichuang_app;

create table payments.bank_return (
  region_code text not null,
  file_hash text not null,
  run_id uuid not null,
  file_name text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  by_name text not null,
  paid integer not null,
  rejected integer not null,
  constraint bank_return_once PRIMARY KEY (region_code, file_hash)
);
comment on table payments.bank_return is '[growing] Return files of the bank that were booked, by content hash.';
CREATE INDEX bank_return_by_run ON payments.bank_return USING btree (region_code, run_id);
grant select, insert on payments.bank_return to yichuang_app;

create table payments.due (
  region_code text not null,
  due_id uuid not null,
  office_id uuid not null,
  person_id uuid not null,
  case_id uuid,
  number text not null,
  amount numeric(16,2) not null,
  payers jsonb not null,
  holder text,
  bank_name text,
  account_enc bytea,
  account_masked text,
  state text not null,
  bank_reason text,
  created_on date not null,
  constraint due_key PRIMARY KEY (region_code, due_id),
  constraint due_has_an_account CHECK (((state = ANY (ARRAY['no-account'::text, 'offset'::text])) OR ((holder IS NOT NULL) AND (account_enc IS NOT NULL)))),
  constraint due_is_positive CHECK (((amount > (0)::numeric) OR ((amount = (0)::numeric) AND (state = 'offset'::text)))),
  constraint due_state_known CHECK ((state = ANY (ARRAY['no-account'::text, 'waiting'::text, 'in-run'::text, 'paid'::text, 'offset'::text])))
);
comment on table payments.due is '[growing] Money due beside a case’s own payment, such as after a correction; goes along with the next run of its office.';
CREATE INDEX due_by_office ON payments.due USING btree (region_code, office_id, state, due_id);
CREATE INDEX due_by_person ON payments.due USING btree (region_code, person_id) WHERE (state = ANY (ARRAY['no-account'::text, 'waiting'::text]));
grant select, insert, update on payments.due to yichuang_app;

create table payments.number_counter (
  region_code text not null,
  office_code text not null,
  day date not null,
  last integer not null,
  constraint number_counter_key PRIMARY KEY (region_code, office_code, day)
);
comment on table payments.number_counter is '[growing] The last run number an office gave on a day.';
grant select, insert, update on payments.number_counter to yichuang_app;

create table payments.payment (
  region_code text not null,
  payment_id uuid not null,
  run_id uuid not null,
  line integer not null,
  case_id uuid,
  case_number text not null,
  amount numeric(16,2) not null,
  holder text not null,
  bank_name text not null,
  account_enc bytea not null,
  account_masked text not null,
  state text not null,
  bank_reason text,
  booked_on date,
  payers jsonb,
  due_id uuid,
  constraint payment_key PRIMARY KEY (region_code, payment_id),
  constraint payment_is_positive CHECK ((amount > (0)::numeric)),
  constraint payment_of_something CHECK (((case_id IS NOT NULL) OR (due_id IS NOT NULL))),
  constraint payment_state_known CHECK ((state = ANY (ARRAY['in-run'::text, 'paid'::text, 'rejected'::text, 'cancelled'::text]))),
  constraint payment_of_run FOREIGN KEY (region_code, run_id) REFERENCES payments.run(region_code, run_id)
);
comment on table payments.payment is '[growing] One payment of a run to one payee.';
CREATE INDEX payment_by_case ON payments.payment USING btree (region_code, case_id);
CREATE INDEX payment_by_run ON payments.payment USING btree (region_code, run_id, line);
CREATE UNIQUE INDEX payment_once_per_case ON payments.payment USING btree (region_code, case_id) WHERE ((state = ANY (ARRAY['in-run'::text, 'paid'::text])) AND (due_id IS NULL));
CREATE UNIQUE INDEX payment_once_per_due ON payments.payment USING btree (region_code, due_id) WHERE ((state = ANY (ARRAY['in-run'::text, 'paid'::text])) AND (due_id IS NOT NULL));
grant select, insert, update on payments.payment to yichuang_app;

create table payments.run (
  region_code text not null,
  run_id uuid not null,
  number text not null,
  office_id uuid not null,
  state text not null,
  created_on date not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  created_by_name text not null,
  count integer not null,
  total numeric(16,2) not null,
  paid_count integer not null,
  paid_total numeric(16,2) not null,
  rejected_count integer not null,
  rejected_total numeric(16,2) not null,
  exported_at timestamp with time zone,
  file_hash text,
  version integer not null,
  constraint run_key PRIMARY KEY (region_code, run_id),
  constraint run_number_once UNIQUE (region_code, number),
  constraint run_books_at_most_its_total CHECK (((paid_total + rejected_total) <= total)),
  constraint run_state_known CHECK ((state = ANY (ARRAY['open'::text, 'exported'::text, 'settled'::text, 'cancelled'::text])))
);
comment on table payments.run is '[growing] A payment run: decided cases grouped for the bank.';
CREATE INDEX run_by_office ON payments.run USING btree (region_code, office_id, created_at DESC);
grant select, insert, update on payments.run to yichuang_app;

create table platform.job (
  name text not null,
  due_at timestamp with time zone not null,
  leased_until timestamp with time zone,
  last_started_at timestamp with time zone,
  last_finished_at timestamp with time zone,
  last_error text,
  constraint job_identity PRIMARY KEY (name)
);
comment on table platform.job is '[platform] periodic jobs: when each is due next and which of several processes has it now';
grant select, insert, update on platform.job to yichuang_app;

create table platform.migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null,
  constraint migration_identity PRIMARY KEY (name)
);
comment on table platform.migration is '[platform] schema changes that have been applied, with the SHA-256 of each file';
grant select on platform.migration to yichuang_app;

create table platform.outbox (
  region_code text not null,
  id uuid not null,
  topic text not null,
  subscriber text not null,
  key text,
  payload jsonb not null,
  due_at timestamp with time zone not null,
  attempts integer not null default 0,
  retry_at timestamp with time zone,
  last_error text,
  constraint outbox_identity PRIMARY KEY (region_code, id),
  constraint outbox_attempts_counted CHECK ((attempts >= 0))
);
comment on table platform.outbox is '[growing] news and timers waiting to be delivered to one subscriber each; written in the transaction of what they tell, deleted when delivered. due_at is on the platform clock (-infinity: at once), retry_at on the real one';
CREATE INDEX outbox_by_due ON platform.outbox USING btree (region_code, due_at, id);
CREATE INDEX outbox_by_key ON platform.outbox USING btree (region_code, topic, key) WHERE (key IS NOT NULL);
grant select, insert, update, delete on platform.outbox to yichuang_app;

create table platform.request (
  region_code text not null,
  caller text not null,
  key text not null,
  fingerprint bytea not null,
  reply bytea not null,
  received_at timestamp with time zone not null,
  constraint request_identity PRIMARY KEY (region_code, caller, key)
);
comment on table platform.request is '[growing] one row per write with its Idempotency-Key, so that a repeated request gets the first answer (encrypted); stored at the end of the transaction that did the work';
CREATE INDEX request_by_age ON platform.request USING brin (received_at);
grant select, insert, update, delete on platform.request to yichuang_app;

create table platform.setting (
  name text not null,
  value jsonb not null,
  constraint setting_identity PRIMARY KEY (name)
);
comment on table platform.setting is '[platform] values an operator changes while the platform runs, for instance the demo day';
grant select, insert, update on platform.setting to yichuang_app;

create table policy.draft (
  draft_id uuid not null,
  title text not null,
  reason text not null,
  state text not null,
  author_id uuid not null,
  author_name text not null,
  version integer not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint draft_key PRIMARY KEY (draft_id),
  constraint draft_state_known CHECK ((state = ANY (ARRAY['open'::text, 'published'::text, 'discarded'::text])))
);
comment on table policy.draft is '[reference] A draft of new rules; version counts its edits, and two officers are told apart by it.';
grant select, insert, update on policy.draft to yichuang_app;

create table policy.draft_edit (
  draft_id uuid not null,
  version integer not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  by_name text not null,
  what jsonb not null,
  changes jsonb not null,
  constraint draft_edit_key PRIMARY KEY (draft_id, version),
  constraint draft_edit_of_draft FOREIGN KEY (draft_id) REFERENCES policy.draft(draft_id)
);
comment on table policy.draft_edit is '[reference] [append-only] Each edit of a draft, with the files before and after.';
grant select, insert on policy.draft_edit to yichuang_app;

create table policy.trial (
  trial_id uuid not null,
  draft_id uuid not null,
  draft_version integer not null,
  state text not null,
  as_if date,
  in_force_hash text not null,
  candidate_hash text not null,
  started_at timestamp with time zone not null,
  started_by_id uuid not null,
  started_by_name text not null,
  finished_at timestamp with time zone,
  total integer not null,
  result jsonb,
  result_hash text,
  fault text,
  engine_hash text not null default ''::text,
  constraint trial_key PRIMARY KEY (trial_id),
  constraint trial_state_known CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'cancelled'::text, 'failed'::text]))),
  constraint trial_of_draft FOREIGN KEY (draft_id) REFERENCES policy.draft(draft_id)
);
comment on table policy.trial is '[reference] A draft tried over stored and synthetic cases: what it ran on, and what it found.';
CREATE INDEX trial_by_draft ON policy.trial USING btree (draft_id, started_at DESC);
grant select, insert, update on policy.trial to yichuang_app;

create table prepayments."grant" (
  region_code text not null,
  grant_id uuid not null,
  number text not null,
  hospital_code text not null,
  hospital_name text not null,
  insurance text not null,
  measure_id text,
  activation_id text,
  document text,
  granted_on date not null,
  granted_by text not null,
  reason text not null,
  granted numeric(16,2) not null,
  cancelled numeric(16,2) not null,
  arrived numeric(16,2) not null,
  used numeric(16,2) not null,
  offset_sum numeric(16,2) not null,
  returned numeric(16,2) not null,
  entries integer not null,
  constraint grant_key PRIMARY KEY (region_code, grant_id),
  constraint grant_number_once UNIQUE (region_code, number),
  constraint grant_arrives_at_most_granted CHECK (((arrived + cancelled) <= granted)),
  constraint grant_gives_back_at_most_arrived CHECK ((((offset_sum + returned) <= arrived) AND (used <= arrived))),
  constraint grant_has_authority CHECK (((measure_id IS NOT NULL) OR (document IS NOT NULL))),
  constraint grant_insurance_known CHECK ((insurance = ANY (ARRAY['employee'::text, 'resident'::text]))),
  constraint grant_none_negative CHECK ((LEAST(granted, cancelled, arrived, used, offset_sum, returned) >= (0)::numeric))
);
comment on table prepayments."grant" is '[growing] Money paid to a hospital in advance (预付金), with what became of it; locked while an entry is booked.';
CREATE INDEX grant_by_hospital ON prepayments."grant" USING btree (region_code, hospital_code, granted_on);
grant select, insert, update on prepayments."grant" to yichuang_app;

create table prepayments.entry (
  region_code text not null,
  grant_id uuid not null,
  seq integer not null,
  kind text not null,
  amount numeric(16,2) not null,
  day date not null,
  patients integer,
  medical_total numeric(16,2),
  reference text,
  note text,
  corrects integer,
  by_name text not null,
  at timestamp with time zone not null,
  constraint entry_key PRIMARY KEY (region_code, grant_id, seq),
  constraint entry_corrected_once UNIQUE (region_code, grant_id, corrects),
  constraint entry_kind_known CHECK ((kind = ANY (ARRAY['granted'::text, 'cancelled'::text, 'arrived'::text, 'used'::text, 'offset'::text, 'returned'::text]))),
  constraint entry_moves_something CHECK ((amount <> (0)::numeric)),
  constraint entry_of_grant FOREIGN KEY (region_code, grant_id) REFERENCES prepayments."grant"(region_code, grant_id)
);
comment on table prepayments.entry is '[growing] [append-only] What happened to an advance; its sums are the sums of these.';
grant select, insert on prepayments.entry to yichuang_app;

create table prepayments.number_counter (
  region_code text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_key PRIMARY KEY (region_code, year)
);
comment on table prepayments.number_counter is '[growing] The last number of an advance a city gave in a year.';
grant select, insert, update on prepayments.number_counter to yichuang_app;

create table ratings.rating (
  region_code text not null,
  case_id uuid not null,
  case_number text not null,
  item_id text not null,
  office_id uuid not null,
  grade text not null,
  reasons text[] not null,
  remark text not null,
  day date not null,
  at timestamp with time zone not null,
  given_by uuid not null,
  side text not null,
  constraint rating_once_per_case PRIMARY KEY (region_code, case_id),
  constraint rating_grade_known CHECK ((grade = ANY (ARRAY['very-satisfied'::text, 'satisfied'::text, 'fairly-satisfied'::text, 'dissatisfied'::text, 'very-dissatisfied'::text]))),
  constraint rating_side_known CHECK ((side = ANY (ARRAY['person'::text, 'window'::text])))
);
comment on table ratings.rating is '[growing] One case, one rating (好差评).';
CREATE INDEX rating_by_day ON ratings.rating USING btree (region_code, day DESC, case_id);
grant select, insert on ratings.rating to yichuang_app;

create table reconciliation.closing (
  region_code text not null,
  institution_code text not null,
  day date not null,
  seq integer not null,
  closed_on date not null,
  closed_at timestamp with time zone not null,
  closed_by text not null,
  basis text not null,
  differences integer not null,
  constraint closing_key PRIMARY KEY (region_code, institution_code, day, seq),
  constraint closing_basis_known CHECK ((basis = ANY (ARRAY['detail'::text, 'cleared'::text, 'total'::text])))
);
comment on table reconciliation.closing is '[growing] [append-only] Days of institutions that are closed: what clearing pays. Never edited; what comes late is a closing of its own.';
grant select, insert on reconciliation.closing to yichuang_app;

create table reconciliation.closing_sum (
  region_code text not null,
  institution_code text not null,
  day date not null,
  seq integer not null,
  insurance text not null,
  clr_type text not null,
  count integer not null,
  medfee_sumamt numeric(16,2) not null,
  hifp_pay numeric(16,2) not null,
  cvlserv_pay numeric(16,2) not null,
  hifes_pay numeric(16,2) not null,
  hifmi_pay numeric(16,2) not null,
  hifob_pay numeric(16,2) not null,
  maf_pay numeric(16,2) not null,
  oth_pay numeric(16,2) not null,
  fund_pay_sumamt numeric(16,2) not null,
  acct_pay numeric(16,2) not null,
  psn_cash_pay numeric(16,2) not null,
  constraint closing_sum_key PRIMARY KEY (region_code, institution_code, day, seq, insurance, clr_type),
  constraint closing_sum_adds_up CHECK ((medfee_sumamt = ((fund_pay_sumamt + acct_pay) + psn_cash_pay))),
  constraint closing_sum_funds_pay CHECK ((fund_pay_sumamt = ((((((hifp_pay + cvlserv_pay) + hifes_pay) + hifmi_pay) + hifob_pay) + maf_pay) + oth_pay))),
  constraint closing_sum_of_closing FOREIGN KEY (region_code, institution_code, day, seq) REFERENCES reconciliation.closing(region_code, institution_code, day, seq)
);
comment on table reconciliation.closing_sum is '[growing] [append-only] What a closing comes to, by insurance and kind of clearing, fund by fund.';
grant select, insert on reconciliation.closing_sum to yichuang_app;

create table reconciliation.comparison (
  region_code text not null,
  institution_code text not null,
  comparison_id uuid not null,
  msgid text not null,
  first_day date not null,
  last_day date not null,
  clr_type text,
  sent_file text not null,
  result_file text not null,
  rows integer not null,
  centre_rows integer not null,
  differences integer not null,
  compared_at timestamp with time zone not null,
  constraint comparison_key PRIMARY KEY (region_code, institution_code, comparison_id)
);
comment on table reconciliation.comparison is '[growing] [append-only] Comparisons row by row (3202), with the file that was sent and the file of results.';
grant select, insert on reconciliation.comparison to yichuang_app;

create table reconciliation.covered (
  region_code text not null,
  institution_code text not null,
  day date not null,
  clr_type text not null,
  comparison_id uuid not null,
  count integer not null,
  medfee_sumamt numeric(16,2) not null,
  fund_pay_sumamt numeric(16,2) not null,
  acct_pay numeric(16,2) not null,
  constraint covered_key PRIMARY KEY (region_code, institution_code, day, clr_type)
);
comment on table reconciliation.covered is '[growing] Which kinds of clearing of a day were compared row by row, and over which sums of the centre.';
grant select, insert, update on reconciliation.covered to yichuang_app;

create table reconciliation.day (
  region_code text not null,
  institution_code text not null,
  day date not null,
  open_differences integer not null,
  differences integer not null,
  closings integer not null,
  version integer not null,
  constraint day_key PRIMARY KEY (region_code, institution_code, day),
  constraint day_counts CHECK ((((open_differences >= 0) AND (open_differences <= differences)) AND (closings >= 0)))
);
comment on table reconciliation.day is '[growing] A day of an institution in reconciliation; locked while it is compared, cleared or closed.';
grant select, insert, update on reconciliation.day to yichuang_app;

create table reconciliation.difference (
  region_code text not null,
  institution_code text not null,
  difference_id uuid not null,
  day date not null,
  clr_type text not null,
  comparison_id uuid not null,
  kind text not null,
  identity text not null,
  hospital json,
  centre json,
  state text not null,
  cleared_how text,
  reason text,
  cleared_by text,
  cleared_side text,
  cleared_at timestamp with time zone,
  constraint difference_key PRIMARY KEY (region_code, institution_code, difference_id),
  constraint difference_once UNIQUE (region_code, institution_code, day, identity),
  constraint difference_cleared_by_somebody CHECK ((((state = 'cleared'::text) = (cleared_how IS NOT NULL)) AND ((state = 'cleared'::text) = (cleared_by IS NOT NULL)) AND ((state = 'open'::text) = (cleared_at IS NULL)))),
  constraint difference_has_a_side CHECK (((hospital IS NOT NULL) OR (centre IS NOT NULL))),
  constraint difference_kind_known CHECK ((kind = ANY (ARRAY['centre-only'::text, 'hospital-only'::text, 'unequal'::text]))),
  constraint difference_side_known CHECK ((cleared_side = ANY (ARRAY['hospital'::text, 'agency'::text, 'system'::text]))),
  constraint difference_state_known CHECK ((state = ANY (ARRAY['open'::text, 'cleared'::text, 'gone'::text])))
);
comment on table reconciliation.difference is '[growing] A row that an institution and the centre have differently, until somebody has cleared it.';
CREATE INDEX difference_by_day ON reconciliation.difference USING btree (region_code, institution_code, day, difference_id);
grant select, insert, update on reconciliation.difference to yichuang_app;

create table reconciliation.file (
  region_code text not null,
  institution_code text not null,
  file_id text not null,
  kind text not null,
  file_name text not null,
  msgid text not null,
  plain_sha256 text not null,
  plain_bytes integer not null,
  stored_sha256 text not null,
  key_enc bytea not null,
  kept_at timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint file_key PRIMARY KEY (region_code, institution_code, file_id),
  constraint file_once UNIQUE (region_code, institution_code, msgid),
  constraint file_kind_known CHECK ((kind = ANY (ARRAY['upload'::text, 'result'::text])))
);
comment on table reconciliation.file is '[growing] Files exchanged with institutions (9101, 9102): whose, and the key their content is enciphered with.';
grant select, insert, update on reconciliation.file to yichuang_app;

create table reconciliation.total (
  region_code text not null,
  institution_code text not null,
  day date not null,
  insurance text not null,
  clr_type text not null,
  count integer not null,
  medfee_sumamt numeric(16,2) not null,
  fund_pay_sumamt numeric(16,2) not null,
  acct_pay numeric(16,2) not null,
  sent_count integer not null,
  sent_medfee_sumamt numeric(16,2) not null,
  sent_fund_pay_sumamt numeric(16,2) not null,
  sent_acct_pay numeric(16,2) not null,
  compared_at timestamp with time zone not null,
  constraint total_key PRIMARY KEY (region_code, institution_code, day, insurance, clr_type)
);
comment on table reconciliation.total is '[growing] The last comparison of sums (3201) of an institution, a day, an insurance and a kind of clearing.';
grant select, insert, update on reconciliation.total to yichuang_app;

create table referral.referral (
  region_code text not null,
  referral_id uuid not null,
  number text not null,
  person_id uuid not null,
  person_name text not null,
  id_number_masked text not null,
  hospital_code text not null,
  hospital_name text not null,
  target text not null,
  target_name text not null,
  diagnosis_code text not null,
  diagnosis_name text not null,
  reason text not null,
  opinion text not null,
  doctor text,
  suggested_code text,
  suggested_name text,
  issued_on date not null,
  valid_from date not null,
  valid_until date not null,
  rule jsonb,
  source text not null,
  key_id text not null,
  token text not null,
  issued_by uuid,
  issued_by_name text not null,
  issued_at timestamp with time zone not null,
  revoked_on date,
  revoked_at timestamp with time zone,
  revoked_side text,
  revoked_by_name text,
  revoke_reason text,
  constraint referral_key PRIMARY KEY (region_code, referral_id),
  constraint referral_number_once UNIQUE (region_code, number),
  constraint referral_ends_after_start CHECK ((valid_until >= valid_from)),
  constraint referral_revoked_by_somebody CHECK ((revoked_side = ANY (ARRAY['hospital'::text, 'agency'::text]))),
  constraint referral_source_known CHECK ((source = ANY (ARRAY['desk'::text, 'interface'::text]))),
  constraint referral_signed_by FOREIGN KEY (region_code, key_id) REFERENCES referral.signing_key(region_code, key_id)
);
comment on table referral.referral is '[growing] Referrals (转诊) with their signed credential; revoked, never deleted.';
CREATE INDEX referral_by_hospital ON referral.referral USING btree (region_code, hospital_code, referral_id);
CREATE INDEX referral_by_person ON referral.referral USING btree (region_code, person_id, valid_until);
CREATE INDEX referral_revoked ON referral.referral USING btree (region_code, revoked_on, number) WHERE (revoked_on IS NOT NULL);
grant select, insert, update on referral.referral to yichuang_app;

create table referral.signing_key (
  region_code text not null,
  key_id text not null,
  public_key bytea not null,
  private_key_enc bytea not null,
  made_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint signing_key_key PRIMARY KEY (region_code, key_id)
);
comment on table referral.signing_key is '[growing] Keys that sign credentials; the private half encrypted. The newest that is not retired signs.';
grant select, insert, update on referral.signing_key to yichuang_app;

create table referral.use (
  region_code text not null,
  referral_id uuid not null,
  use_id uuid not null,
  hospital_code text not null,
  hospital_name text not null,
  day date not null,
  kind text not null,
  reference text,
  noted_by_name text not null,
  at timestamp with time zone not null,
  constraint use_key PRIMARY KEY (region_code, referral_id, use_id),
  constraint use_kind_known CHECK ((kind = ANY (ARRAY['outpatient'::text, 'inpatient'::text])))
);
comment on table referral.use is '[growing] [append-only] Every use of a referral.';
grant select, insert on referral.use to yichuang_app;

create table remote.application (
  region_code text not null,
  case_id uuid not null,
  person_id uuid not null,
  content jsonb not null,
  filing_number text,
  constraint application_key PRIMARY KEY (region_code, case_id)
);
comment on table remote.application is '[growing] What people say who file care elsewhere (异地就医备案), and the filing it became.';
grant select, insert, update on remote.application to yichuang_app;

create table settlement.elsewhere (
  region_code text not null,
  settlement_id text not null,
  institution_code text not null,
  insured_region text not null,
  visit_id text not null,
  psn_no text not null,
  msgid text not null,
  insurance text not null,
  med_type text not null,
  clr_type text not null,
  settled_on date not null,
  cancels text,
  cancelled_by text,
  medfee_sumamt numeric(16,2) not null,
  fund_pay_sumamt numeric(16,2) not null,
  psn_cash_pay numeric(16,2) not null,
  acct_pay numeric(16,2) not null,
  hifp_pay numeric(16,2) not null,
  cvlserv_pay numeric(16,2) not null,
  hifes_pay numeric(16,2) not null,
  hifmi_pay numeric(16,2) not null,
  hifob_pay numeric(16,2) not null,
  maf_pay numeric(16,2) not null,
  oth_pay numeric(16,2) not null,
  asked_at timestamp with time zone,
  theirs jsonb,
  constraint elsewhere_key PRIMARY KEY (region_code, settlement_id),
  constraint elsewhere_insurance_known CHECK ((insurance = ANY (ARRAY['employee'::text, 'resident'::text])))
);
comment on table settlement.elsewhere is '[growing] What other insured places settled at this place''s institutions, as they answered: for the institutions'' books and the accounts between the places.';
CREATE INDEX elsewhere_by_institution ON settlement.elsewhere USING btree (region_code, institution_code, settled_on, settlement_id);
CREATE INDEX elsewhere_by_message ON settlement.elsewhere USING btree (region_code, institution_code, msgid);
CREATE INDEX elsewhere_by_place ON settlement.elsewhere USING btree (region_code, insured_region, settled_on, settlement_id);
grant select, insert, update on settlement.elsewhere to yichuang_app;

create table settlement.fees (
  region_code text not null,
  visit_id text not null,
  upload_id uuid not null,
  charge_batch text not null,
  serials text[] not null,
  sent json not null,
  classed json not null,
  total numeric(16,2) not null,
  settlement_id text,
  uploaded_at timestamp with time zone not null,
  constraint fees_key PRIMARY KEY (region_code, visit_id, upload_id)
);
comment on table settlement.fees is '[growing] Fee lines of a visit, one row for each batch of a message; gone when taken back before settlement.';
grant select, insert, update, delete on settlement.fees to yichuang_app;

create table settlement.settlement (
  region_code text not null,
  settlement_id text not null,
  visit_id text not null,
  institution_code text not null,
  person_id uuid not null,
  insurance text not null,
  person_class text not null,
  care_kind text not null,
  year integer not null,
  charge_batch text not null,
  msgid text not null,
  settled_on date not null,
  settled_at timestamp with time zone not null,
  med_type text not null,
  clr_type text not null,
  voucher_kind text not null,
  invoice text,
  medfee_sumamt numeric(16,2) not null,
  fulamt_ownpay_amt numeric(16,2) not null,
  overlmt_selfpay numeric(16,2) not null,
  preselfpay_amt numeric(16,2) not null,
  inscp_scp_amt numeric(16,2) not null,
  act_pay_dedc numeric(16,2) not null,
  hifp_pay numeric(16,2) not null,
  cvlserv_pay numeric(16,2) not null,
  hifes_pay numeric(16,2) not null,
  hifmi_pay numeric(16,2) not null,
  hifob_pay numeric(16,2) not null,
  maf_pay numeric(16,2) not null,
  oth_pay numeric(16,2) not null,
  fund_pay_sumamt numeric(16,2) not null,
  psn_part_amt numeric(16,2) not null,
  acct_pay numeric(16,2) not null,
  acct_mulaid_pay numeric(16,2) not null,
  psn_cash_pay numeric(16,2) not null,
  workings json not null,
  cancels text,
  cancelled_by text,
  corrected_by uuid,
  constraint settlement_key PRIMARY KEY (region_code, settlement_id),
  constraint settlement_adds_up CHECK ((medfee_sumamt = (fund_pay_sumamt + psn_part_amt))),
  constraint settlement_funds_pay CHECK ((fund_pay_sumamt = ((((((hifp_pay + cvlserv_pay) + hifes_pay) + hifmi_pay) + hifob_pay) + maf_pay) + oth_pay))),
  constraint settlement_person_pays CHECK ((psn_part_amt = (acct_pay + psn_cash_pay))),
  constraint settlement_splits_up CHECK ((medfee_sumamt = (((fulamt_ownpay_amt + overlmt_selfpay) + preselfpay_amt) + inscp_scp_amt)))
);
comment on table settlement.settlement is '[growing] Accounts settled at the bedside, and their cancellations as rows of their own with negative amounts.';
CREATE INDEX settlement_by_institution ON settlement.settlement USING btree (region_code, institution_code, settled_on, settlement_id);
CREATE INDEX settlement_by_visit ON settlement.settlement USING btree (region_code, visit_id);
grant select, insert, update on settlement.settlement to yichuang_app;

create table settlement.special_flag (
  region_code text not null,
  flag_id text not null,
  visit_id text not null,
  person_id uuid not null,
  institution_code text not null,
  kind text not null,
  flag text not null,
  memo text,
  noted_at timestamp with time zone not null,
  constraint special_flag_key PRIMARY KEY (region_code, flag_id),
  constraint special_flag_once UNIQUE (region_code, visit_id, kind, flag),
  constraint special_flag_of_visit FOREIGN KEY (region_code, visit_id) REFERENCES settlement.visit(region_code, visit_id)
);
comment on table settlement.special_flag is '[growing] Special attributes of a visit (就医特殊属性) as its institution said them by 2406.';
CREATE INDEX special_flag_by_person ON settlement.special_flag USING btree (region_code, person_id, flag_id);
grant select, insert, update on settlement.special_flag to yichuang_app;

create table settlement.stay (
  region_code text not null,
  visit_id text not null,
  person_id uuid not null,
  institution_code text not null,
  open boolean not null,
  discharged_on date,
  discharge json,
  died_on date,
  constraint stay_key PRIMARY KEY (region_code, visit_id),
  constraint stay_death_ends_it CHECK (((died_on IS NULL) OR (discharged_on IS NOT NULL))),
  constraint stay_discharged_or_open CHECK (((NOT open) OR (discharged_on IS NULL))),
  constraint stay_of_visit FOREIGN KEY (region_code, visit_id) REFERENCES settlement.visit(region_code, visit_id)
);
comment on table settlement.stay is '[growing] Stays in hospital, beside their visits; at most one is open for a person.';
CREATE INDEX stay_by_person ON settlement.stay USING btree (region_code, person_id, visit_id);
CREATE UNIQUE INDEX stay_open_once ON settlement.stay USING btree (region_code, person_id) WHERE open;
grant select, insert, update on settlement.stay to yichuang_app;

create table settlement.visit (
  region_code text not null,
  visit_id text not null,
  institution_code text not null,
  person_id uuid not null,
  insurance text not null,
  person_class text not null,
  kind text not null,
  visit_no text not null,
  began_on date not null,
  med_type text,
  cancelled boolean not null,
  registered json not null,
  findings json,
  version integer not null,
  registered_at timestamp with time zone not null,
  constraint visit_key PRIMARY KEY (region_code, visit_id),
  constraint visit_insurance_known CHECK ((insurance = ANY (ARRAY['employee'::text, 'resident'::text]))),
  constraint visit_kind_known CHECK ((kind = ANY (ARRAY['outpatient'::text, 'pharmacy'::text, 'inpatient'::text])))
);
comment on table settlement.visit is '[growing] A visit to an institution as its system registered it; everything of the interface hangs on it.';
CREATE INDEX visit_by_person ON settlement.visit USING btree (region_code, person_id, visit_id);
grant select, insert, update, delete on settlement.visit to yichuang_app;

create table withdrawals.decision (
  region_code text not null,
  case_id uuid not null,
  person_id uuid not null,
  decided_on date not null,
  decided_at timestamp with time zone not null,
  outcome text not null,
  by_id uuid not null,
  by_name text not null,
  reviewed_by_id uuid not null,
  reviewed_by_name text not null,
  reason text not null,
  fund numeric(16,2) not null,
  proposed jsonb,
  pack_id text not null,
  pack_version text not null,
  pack_hash text not null,
  constraint withdrawal_decision_key PRIMARY KEY (region_code, case_id),
  constraint decision_outcome_known CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text])))
);
comment on table withdrawals.decision is '[growing] [append-only] A decision on a withdrawal, with the balance it paid out; never changed.';
CREATE INDEX withdrawal_decision_of_person ON withdrawals.decision USING btree (region_code, person_id);
grant select, insert on withdrawals.decision to yichuang_app;

create table withdrawals.under_way (
  region_code text not null,
  person_id uuid not null,
  case_id uuid not null,
  constraint under_way_once PRIMARY KEY (region_code, person_id)
);
comment on table withdrawals.under_way is '[growing] The one case that may pay out the account of a person; freed when it is over.';
grant select, insert, update, delete on withdrawals.under_way to yichuang_app;

create table withdrawals.withdrawal (
  region_code text not null,
  case_id uuid not null,
  person_id uuid not null,
  content jsonb not null,
  account_enc bytea,
  account_index bytea,
  account_masked text,
  phone_enc bytea,
  phone_masked text,
  proposed jsonb,
  constraint withdrawal_key PRIMARY KEY (region_code, case_id)
);
comment on table withdrawals.withdrawal is '[growing] What somebody says who asks for the money of a personal account.';
CREATE INDEX withdrawal_of_person ON withdrawals.withdrawal USING btree (region_code, person_id);
grant select, insert, update on withdrawals.withdrawal to yichuang_app;

