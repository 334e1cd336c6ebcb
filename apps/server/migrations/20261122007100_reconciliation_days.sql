create schema reconciliation;

create table reconciliation.file (
  region_code text not null,
  institution_code text not null,
  -- file_qury_no of the interface
  file_id text not null,
  kind text not null constraint file_kind_known check (kind in ('upload', 'result')),
  file_name text not null,
  -- of the message that brought it or asked for it
  msgid text not null,
  -- of the content as it came or goes out; what is stored is enciphered
  plain_sha256 text not null,
  plain_bytes integer not null,
  stored_sha256 text not null,
  key_enc bytea not null,
  kept_at timestamptz not null,
  -- 9102 gives it out until then
  until timestamptz not null,
  constraint file_key primary key (region_code, institution_code, file_id),
  constraint file_once unique (region_code, institution_code, msgid)
);
comment on table reconciliation.file is '[growing] Files exchanged with institutions (9101, 9102): whose, and the key their content is enciphered with.';

create table reconciliation.total (
  region_code text not null,
  institution_code text not null,
  day date not null,
  insurance text not null,
  clr_type text not null,
  -- both sides of the last 3201 over this one day
  count integer not null,
  medfee_sumamt numeric(16, 2) not null,
  fund_pay_sumamt numeric(16, 2) not null,
  acct_pay numeric(16, 2) not null,
  sent_count integer not null,
  sent_medfee_sumamt numeric(16, 2) not null,
  sent_fund_pay_sumamt numeric(16, 2) not null,
  sent_acct_pay numeric(16, 2) not null,
  compared_at timestamptz not null,
  constraint total_key primary key (region_code, institution_code, day, insurance, clr_type)
);
comment on table reconciliation.total is '[growing] The last comparison of sums (3201) of an institution, a day, an insurance and a kind of clearing.';

create table reconciliation.comparison (
  region_code text not null,
  institution_code text not null,
  comparison_id uuid not null,
  msgid text not null,
  first_day date not null,
  last_day date not null,
  -- null: all kinds of clearing
  clr_type text,
  sent_file text not null,
  result_file text not null,
  rows integer not null,
  centre_rows integer not null,
  differences integer not null,
  compared_at timestamptz not null,
  constraint comparison_key primary key (region_code, institution_code, comparison_id)
);
comment on table reconciliation.comparison is '[growing] [append-only] Comparisons row by row (3202), with the file that was sent and the file of results.';

create table reconciliation.covered (
  region_code text not null,
  institution_code text not null,
  day date not null,
  clr_type text not null,
  comparison_id uuid not null,
  -- what the centre had when it was compared
  count integer not null,
  medfee_sumamt numeric(16, 2) not null,
  fund_pay_sumamt numeric(16, 2) not null,
  acct_pay numeric(16, 2) not null,
  constraint covered_key primary key (region_code, institution_code, day, clr_type)
);
comment on table reconciliation.covered is '[growing] Which kinds of clearing of a day were compared row by row, and over which sums of the centre.';

create table reconciliation.day (
  region_code text not null,
  institution_code text not null,
  day date not null,
  open_differences integer not null,
  differences integer not null,
  closings integer not null,
  version integer not null,
  constraint day_key primary key (region_code, institution_code, day),
  constraint day_counts check (open_differences between 0 and differences and closings >= 0)
);
comment on table reconciliation.day is '[growing] A day of an institution in reconciliation; locked while it is compared, cleared or closed.';

create table reconciliation.difference (
  region_code text not null,
  institution_code text not null,
  difference_id uuid not null,
  day date not null,
  clr_type text not null,
  comparison_id uuid not null,
  kind text not null constraint difference_kind_known check (kind in ('centre-only', 'hospital-only', 'unequal')),
  -- what makes it the same difference in a later comparison
  identity text not null,
  -- both sides as rows of the file; the one that has none is null
  hospital json,
  centre json,
  state text not null constraint difference_state_known check (state in ('open', 'cleared', 'gone')),
  cleared_how text,
  reason text,
  cleared_by text,
  cleared_side text constraint difference_side_known check (cleared_side in ('hospital', 'agency', 'system')),
  cleared_at timestamptz,
  constraint difference_key primary key (region_code, institution_code, difference_id),
  constraint difference_once unique (region_code, institution_code, day, identity),
  constraint difference_has_a_side check (hospital is not null or centre is not null),
  constraint difference_cleared_by_somebody check ((state = 'cleared') = (cleared_how is not null)
    and (state = 'cleared') = (cleared_by is not null) and (state = 'open') = (cleared_at is null))
);
comment on table reconciliation.difference is '[growing] A row that an institution and the centre have differently, until somebody has cleared it.';
create index difference_by_day on reconciliation.difference (region_code, institution_code, day, difference_id);

create table reconciliation.closing (
  region_code text not null,
  institution_code text not null,
  day date not null,
  -- 1 closes the day; a later one closes what came after that, as a correction of its own
  seq integer not null,
  closed_on date not null,
  closed_at timestamptz not null,
  closed_by text not null,
  -- sums and rows agree; all differences cleared; only the sums were compared
  basis text not null constraint closing_basis_known check (basis in ('detail', 'cleared', 'total')),
  differences integer not null,
  constraint closing_key primary key (region_code, institution_code, day, seq)
);
comment on table reconciliation.closing is '[growing] [append-only] Days of institutions that are closed: what clearing pays. Never edited; what comes late is a closing of its own.';

create table reconciliation.closing_sum (
  region_code text not null,
  institution_code text not null,
  day date not null,
  seq integer not null,
  insurance text not null,
  clr_type text not null,
  count integer not null,
  -- by the names of the national interface; of a correction only what was added
  medfee_sumamt numeric(16, 2) not null,
  hifp_pay numeric(16, 2) not null,
  cvlserv_pay numeric(16, 2) not null,
  hifes_pay numeric(16, 2) not null,
  hifmi_pay numeric(16, 2) not null,
  hifob_pay numeric(16, 2) not null,
  maf_pay numeric(16, 2) not null,
  oth_pay numeric(16, 2) not null,
  fund_pay_sumamt numeric(16, 2) not null,
  acct_pay numeric(16, 2) not null,
  psn_cash_pay numeric(16, 2) not null,
  constraint closing_sum_key primary key (region_code, institution_code, day, seq, insurance, clr_type),
  constraint closing_sum_of_closing foreign key (region_code, institution_code, day, seq)
    references reconciliation.closing (region_code, institution_code, day, seq),
  constraint closing_sum_adds_up check (medfee_sumamt = fund_pay_sumamt + acct_pay + psn_cash_pay),
  constraint closing_sum_funds_pay check (fund_pay_sumamt
    = hifp_pay + cvlserv_pay + hifes_pay + hifmi_pay + hifob_pay + maf_pay + oth_pay)
);
comment on table reconciliation.closing_sum is '[growing] [append-only] What a closing comes to, by insurance and kind of clearing, fund by fund.';

grant usage on schema reconciliation to yichuang_app;
grant select, insert on reconciliation.comparison, reconciliation.closing, reconciliation.closing_sum to yichuang_app;
grant select, insert, update on reconciliation.file, reconciliation.total, reconciliation.covered, reconciliation.day,
  reconciliation.difference to yichuang_app;
