create table accounts.share (
  -- city where both are insured
  region_code text not null,
  share_id uuid not null,
  -- whose account it is, and who may use it
  holder_id uuid not null,
  holder_name text not null,
  member_id uuid not null,
  member_name text not null,
  -- what the member is to the holder
  relation text not null constraint share_relation_known check (relation in ('spouse', 'parent', 'child')),
  valid_from date not null,
  granted_at timestamptz not null,
  recorded_by text not null constraint share_recorder_known check (recorded_by in ('holder', 'window')),
  recorded_by_name text not null,
  -- the paper that was seen at the window
  proof text,
  revoked_on date,
  revoked_by_name text,
  constraint share_key primary key (region_code, share_id),
  constraint share_with_another check (holder_id <> member_id)
);
comment on table accounts.share is '[growing] Who may use whose personal account (家庭共济), by the word of its holder; revoked, never deleted.';
create unique index share_once on accounts.share (region_code, member_id, holder_id) where revoked_on is null;
create index share_by_holder on accounts.share (region_code, holder_id);
create index share_by_member on accounts.share (region_code, member_id);

alter table accounts.entry drop constraint entry_kind_known;
alter table accounts.entry add constraint entry_kind_known check (kind in
  ('brought-in', 'year-turn', 'withdrawal', 'settlement', 'settlement-back', 'family', 'family-back', 'correction'));
-- of an entry that paid for a relative, or of that given back
alter table accounts.entry add column share_id uuid;

grant select, insert, update on accounts.share to yichuang_app;
