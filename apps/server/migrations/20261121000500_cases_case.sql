create schema cases;

-- The `case` is the one record of a request, whatever the channel. `head_hash` and `event_count` close the hash chain of
-- its events; `version` rises with every change and is what two clerks on one case are told apart by.
create table cases."case" (
  region_code text not null,
  case_id uuid not null,
  number text,
  item_id text not null,
  item_version text not null,
  pack_id text not null,
  pack_hash text not null,
  state text not null,
  -- the states to go back to from a notice or an escalation, the nearest last
  came_from text[] not null,
  channel text not null,
  person_id uuid not null,
  applicant_name text not null,
  agent_id uuid,
  agent_name text,
  insurance text,
  person_class text,
  hospital_name text,
  total numeric(16, 2),
  fund numeric(16, 2),
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
  -- which published calendars due_on was computed with
  calendar_key text,
  pauses jsonb not null,
  paused_since date,
  decided_on date,
  used_days integer,
  on_time boolean,
  agency_faults integer not null,
  overdue_reason text,
  -- the last alarm raised for this due day, so that each is raised once
  alarm text constraint case_alarm_known check (alarm in ('due-soon', 'overdue')),
  -- what lists are ordered by: the due day, for a case not yet accepted its hand-in, far away while the clock stands
  urgent_on date not null,
  closed_on date,
  rated boolean not null,
  proposal jsonb,
  version integer not null,
  event_count integer not null,
  head_hash text not null,
  changed_at timestamptz not null,
  constraint case_key primary key (region_code, case_id),
  constraint case_number_once unique (region_code, number),
  constraint case_has_owner check (state in ('draft', 'withdrawn') or owner_id is not null)
);
comment on table cases."case" is '[growing] A case (办件): one request for one service item, from draft to close.';
create index case_open_by_office on cases."case" (region_code, office_id, urgent_on, case_id)
  where closed_on is null and state <> 'draft';
create index case_open_by_owner on cases."case" (region_code, owner_id, urgent_on, case_id)
  where closed_on is null and state <> 'draft';
create index case_handover on cases."case" (region_code, handover_to) where handover_to is not null;
create index case_closed_by_office on cases."case" (region_code, office_id, closed_on, case_id) where closed_on is not null;
create index case_by_state on cases."case" (region_code, office_id, state, urgent_on, case_id)
  where closed_on is null and state <> 'draft';
create index case_by_name on cases."case" (region_code, applicant_name collate "C", case_id);
create index case_by_person on cases."case" (region_code, person_id, case_id);
create index case_by_agent on cases."case" (region_code, agent_id, case_id) where agent_id is not null;
create index case_by_hand_in on cases."case" (region_code, handed_in_on, office_id);
create index case_by_acceptance on cases."case" (region_code, accepted_on, office_id) where accepted_on is not null;
create index case_by_decision on cases."case" (region_code, decided_on, office_id) where decided_on is not null;
create index case_clock_running on cases."case" (region_code, calendar_key, case_id)
  where accepted_on is not null and paused_since is null and decided_on is null and closed_on is null;
create index case_by_due_day on cases."case" (region_code, due_on, case_id)
  where due_on is not null and decided_on is null and closed_on is null;

create table cases.event (
  region_code text not null,
  case_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  day date not null,
  act text not null,
  side text not null constraint event_side_known check (side in ('applicant', 'agency', 'system')),
  actor_id uuid,
  actor_name text not null,
  -- version of the case after this event, so that whoever comes late can be told what happened meanwhile
  version integer not null,
  detail jsonb not null,
  hash text not null,
  constraint event_key primary key (region_code, case_id, seq)
);
comment on table cases.event is '[growing] What happened to a case, append-only; hash covers the row and the hash before it.';
create index event_by_actor on cases.event (region_code, actor_id, at) where actor_id is not null;

create table cases.notice (
  region_code text not null,
  case_id uuid not null,
  notice_id uuid not null,
  at timestamptz not null,
  day date not null,
  by_id uuid not null,
  by_name text not null,
  gaps jsonb not null,
  -- what could be seen at the time: files by material and a digest of each part of the form
  seen jsonb not null,
  answered_on date,
  agency_fault boolean not null,
  constraint notice_key primary key (region_code, case_id, notice_id),
  constraint notice_of_case foreign key (region_code, case_id) references cases."case" (region_code, case_id)
);
comment on table cases.notice is '[growing] A supplement notice (一次告知) with every gap in it.';

create table cases.number_counter (
  region_code text not null,
  office_code text not null,
  day date not null,
  last integer not null,
  constraint number_counter_key primary key (region_code, office_code, day)
);
comment on table cases.number_counter is '[growing] The last case number an office gave on a day; gap-free because it is a row.';

grant usage on schema cases to yichuang_app;
grant select, insert, update on cases."case", cases.notice, cases.number_counter to yichuang_app;
grant select, insert on cases.event to yichuang_app;
