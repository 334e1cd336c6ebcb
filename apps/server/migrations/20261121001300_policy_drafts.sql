create schema policy;

create table policy.draft (
  draft_id uuid constraint draft_key primary key,
  title text not null,
  reason text not null,
  state text not null constraint draft_state_known check (state in ('open', 'published', 'discarded')),
  author_id uuid not null,
  author_name text not null,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
comment on table policy.draft is '[reference] A draft of new rules; version counts its edits, and two officers are told apart by it.';

create table policy.draft_edit (
  draft_id uuid not null constraint draft_edit_of_draft references policy.draft,
  version integer not null,
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null,
  -- what was done, in both languages
  what jsonb not null,
  -- file -> {before, after}: the texts, null where there was or is no such file
  changes jsonb not null,
  constraint draft_edit_key primary key (draft_id, version)
);
comment on table policy.draft_edit is '[reference] [append-only] Each edit of a draft, with the files before and after.';

create table policy.trial (
  trial_id uuid constraint trial_key primary key,
  draft_id uuid not null constraint trial_of_draft references policy.draft,
  draft_version integer not null,
  state text not null constraint trial_state_known check (state in ('running', 'done', 'cancelled', 'failed')),
  -- the day all cases were moved to; null: each on its own
  as_if date,
  -- the libraries it ran on: the one in force, and the draft over it
  in_force_hash text not null,
  candidate_hash text not null,
  started_at timestamptz not null,
  started_by_id uuid not null,
  started_by_name text not null,
  finished_at timestamptz,
  total integer not null,
  result jsonb,
  result_hash text,
  fault text
);
comment on table policy.trial is '[reference] A draft tried over stored and synthetic cases: what it ran on, and what it found.';
create index trial_by_draft on policy.trial (draft_id, started_at desc);

grant usage on schema policy to yichuang_app;
grant select, insert, update on policy.draft, policy.trial to yichuang_app;
grant select, insert on policy.draft_edit to yichuang_app;
