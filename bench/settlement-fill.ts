import type pg from 'pg'
import { REGIONS } from './city.ts'

/**
 * Copies the flows that were played until so many settlements are stored, each with a visit, fees and messages of its own,
 * spread over all people; what people have used is summed up at the end. Without durability, so the server must be down.
 */
export async function fillSettlements(
  connect: () => Promise<pg.Client>,
  { settlements, people }: { readonly settlements: number; readonly people: number },
): Promise<{ readonly seconds: number; readonly gigabytes: number }> {
  const begin = performance.now()
  const sql = await connect()
  await sql.query(PATTERNS)
  // Two regions on two cores; in pieces, so that nothing becomes one enormous transaction.
  await Promise.all(
    REGIONS.map(async (region, at) => {
      const client = await connect()
      const each = Math.ceil(settlements / REGIONS.length)
      for (let from = 0; from < each; from += PIECE)
        for (const statement of COPIES)
          await client.query(statement, [region, from, Math.min(from + PIECE, each) - 1, people, at])
    }),
  )
  await sql.query(YEARS)
  await sql.query('drop schema bench cascade')
  await sql.query('vacuum (analyze, freeze)')
  const size = await sql.query<{ gb: string }>(
    `select round(pg_database_size(current_database()) / 1e9, 2)::text as gb`,
  )
  return { seconds: (performance.now() - begin) / 1000, gigabytes: Number(size.rows[0]!.gb) }
}

const PIECE = 50_000
const MOST_PATTERNS = 500

const PATTERNS = `
  create schema bench;
  create unlogged table bench.pattern as
    select region_code, visit_id, settlement_id, institution_code, row_number() over (partition by region_code order by settlement_id) - 1 as k,
      least(count(*) over (partition by region_code), ${MOST_PATTERNS}) as patterns
    from settlement.settlement;
  delete from bench.pattern where k >= ${MOST_PATTERNS};
  create index on bench.pattern (region_code, k);
  create unlogged table bench.message as
    select distinct on (region_code, institution_code, infno)
      region_code, institution_code, infno, fingerprint, subject, output from hospital.message
    order by region_code, institution_code, infno;
  analyze bench.pattern; analyze bench.message`

// Older than everything that was played: a millisecond of 2020, a number of its own.
const NEW = `(select p.region_code, p.institution_code, p.visit_id as old_visit, p.settlement_id as old_settlement, n,
    $1 || '1588' || lpad((n * 2)::text, 9, '0') || '00000000000' as visit_id,
    $1 || '1588' || lpad((n * 2 + 1)::text, 9, '0') || '00000000000' as settlement_id,
    ('00000003-0000-7000-8000-' || lpad(to_hex((n * 7919 % ($4::int / 2)) * 2 + $5::int), 12, '0'))::uuid as person_id,
    date '2021-01-01' + (n % 160)::int as day
  from generate_series($2::bigint, $3::bigint) as n
  join bench.pattern p on p.region_code = $1 and p.k = n % p.patterns) as f`

const COPIES = [
  `insert into settlement.visit (region_code, visit_id, institution_code, person_id, insurance, person_class, kind, visit_no,
     began_on, med_type, cancelled, registered, findings, version, registered_at)
   select v.region_code, f.visit_id, v.institution_code, f.person_id, v.insurance, v.person_class, v.kind, v.visit_no,
     f.day, v.med_type, false, v.registered, v.findings, v.version, f.day
   from ${NEW} join settlement.visit v on v.region_code = f.region_code and v.visit_id = f.old_visit`,
  `insert into settlement.fees (region_code, visit_id, upload_id, charge_batch, serials, sent, classed, total, settlement_id,
     uploaded_at)
   select e.region_code, f.visit_id, md5(f.visit_id)::uuid, e.charge_batch, e.serials, e.sent, e.classed, e.total,
     f.settlement_id, f.day
   from ${NEW} join settlement.fees e on e.region_code = f.region_code and e.visit_id = f.old_visit`,
  `insert into settlement.settlement (region_code, settlement_id, visit_id, institution_code, person_id, insurance,
     person_class, care_kind, year, charge_batch, msgid, settled_on, settled_at, med_type, clr_type, voucher_kind, invoice,
     medfee_sumamt, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt, act_pay_dedc, hifp_pay, cvlserv_pay,
     hifes_pay, hifmi_pay, hifob_pay, maf_pay, oth_pay, fund_pay_sumamt, psn_part_amt, acct_pay, acct_mulaid_pay,
     psn_cash_pay, workings)
   select s.region_code, f.settlement_id, f.visit_id, s.institution_code, f.person_id, s.insurance,
     s.person_class, s.care_kind, s.year, s.charge_batch, 'F' || f.settlement_id, f.day, f.day, s.med_type, s.clr_type,
     s.voucher_kind, s.invoice, medfee_sumamt, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt,
     act_pay_dedc, hifp_pay, cvlserv_pay, hifes_pay, hifmi_pay, hifob_pay, maf_pay, oth_pay, fund_pay_sumamt, psn_part_amt,
     acct_pay, acct_mulaid_pay, psn_cash_pay, workings
   from ${NEW} join settlement.settlement s on s.region_code = f.region_code and s.settlement_id = f.old_settlement`,
  // Four booked messages of each flow: the same outcomes under numbers of their own.
  `insert into hospital.message (region_code, institution_code, msgid, infno, fingerprint, subject, output, received_at)
   select f.region_code, m.institution_code, m.infno || f.visit_id, m.infno, m.fingerprint,
     case when m.subject is null then null else f.settlement_id end, m.output, f.day
   from ${NEW}
   join bench.message m on m.region_code = f.region_code and m.institution_code = f.institution_code`,
]

/** Everybody's year is what their settlements say, as it is for those who were played. */
const YEARS = `
  insert into claims.accumulator (region_code, person_id, insurance, care_kind, year, deductible_used, in_scope_used,
    fund_paid, admissions, version)
  select region_code, person_id, insurance, care_kind, year, sum(act_pay_dedc), sum(inscp_scp_amt), sum(fund_pay_sumamt), 0, 1
  from settlement.settlement group by region_code, person_id, insurance, care_kind, year
  on conflict (region_code, person_id, insurance, care_kind, year) do update set
    deductible_used = excluded.deductible_used, in_scope_used = excluded.in_scope_used, fund_paid = excluded.fund_paid,
    version = accumulator.version + 1`
