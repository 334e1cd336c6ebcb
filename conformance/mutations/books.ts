/** Runs a query as the owner of the database. */
export type Ask = <Row extends object>(text: string) => Promise<Row[]>

/** What people have used of a year beyond their settlements: claims by hand, which no message of an institution changes. */
export type Beyond = ReadonlyMap<string, string>

const BEYOND = `
  select a.region_code || ' ' || a.person_id || ' ' || a.insurance || ' ' || a.care_kind || ' ' || a.year as key,
    concat_ws(' ', a.fund_paid - coalesce(s.fund, 0), a.in_scope_used - coalesce(s.in_scope, 0),
      a.deductible_used - coalesce(s.deductible, 0), a.admissions - coalesce(s.stays, 0)) as beyond
  from claims.accumulator a
  left join (
    select region_code, person_id, insurance, care_kind, year, sum(hifp_pay) as fund, sum(inscp_scp_amt) as in_scope,
      sum(act_pay_dedc) as deductible,
      count(distinct visit_id) filter (where care_kind = 'inpatient' and cancels is null and cancelled_by is null) as stays
    from settlement.settlement group by region_code, person_id, insurance, care_kind, year
  ) s using (region_code, person_id, insurance, care_kind, year)`

export async function beyondSettlements(ask: Ask): Promise<Beyond> {
  const rows = await ask<{ key: string; beyond: string }>(BEYOND)
  return new Map(rows.map(({ key, beyond }) => [key, beyond]))
}

/** What must never be found in the books, each as a query that gives the rows that are wrong. */
const NEVER: Readonly<Record<string, string>> = {
  'a settlement that breaks an identity': `
    select settlement_id from settlement.settlement
    where medfee_sumamt <> fund_pay_sumamt + psn_part_amt or psn_part_amt <> acct_pay + psn_cash_pay
      or medfee_sumamt <> fulamt_ownpay_amt + overlmt_selfpay + preselfpay_amt + inscp_scp_amt`,
  'a settlement whose total is not that of its lines': `
    select s.settlement_id from settlement.settlement s
    join (select region_code, settlement_id, sum(total) as total from settlement.fees group by 1, 2) f
      using (region_code, settlement_id)
    where s.medfee_sumamt <> f.total`,
  'fees paid by a settlement that was taken back': `
    select f.upload_id from settlement.fees f join settlement.settlement s using (region_code, settlement_id)
    where s.cancelled_by is not null or s.cancels is not null`,
  'two settlements of the same fees': `
    select visit_id, charge_batch from settlement.settlement
    where cancels is null and cancelled_by is null and care_kind = 'outpatient'
    group by region_code, visit_id, charge_batch having count(*) > 1`,
  'a cancellation that is not its settlement the other way round': `
    select c.settlement_id from settlement.settlement c
    left join settlement.settlement s on s.region_code = c.region_code and s.settlement_id = c.cancels
    where c.cancels is not null and (s.settlement_id is null or s.cancelled_by <> c.settlement_id
      or (c.medfee_sumamt, c.fund_pay_sumamt, c.acct_pay, c.psn_cash_pay, c.act_pay_dedc)
        is distinct from (-s.medfee_sumamt, -s.fund_pay_sumamt, -s.acct_pay, -s.psn_cash_pay, -s.act_pay_dedc))`,
  'a settlement by another institution than the visit is at': `
    select s.settlement_id from settlement.settlement s join settlement.visit v using (region_code, visit_id)
    where s.institution_code <> v.institution_code or s.person_id <> v.person_id`,
  'a settlement of a message nobody keeps': `
    select s.settlement_id from settlement.settlement s
    left join hospital.message m on m.region_code = s.region_code and m.institution_code = s.institution_code and m.msgid = s.msgid
    where m.msgid is null`,
  'a person in two beds': `
    select person_id from settlement.stay where open group by region_code, person_id having count(*) > 1`,
  'amounts that no number can hold': `
    select settlement_id from settlement.settlement where 'NaN' in (medfee_sumamt, fund_pay_sumamt, acct_pay, psn_cash_pay)`,
}

/** What is wrong with the books now, in a sentence each. */
export async function wrongInBooks(ask: Ask, before: Beyond): Promise<string[]> {
  const wrong: string[] = []
  for (const [what, text] of Object.entries(NEVER)) {
    const rows = await ask<object>(text)
    if (rows.length > 0) wrong.push(`${what}: ${rows.length}, such as ${JSON.stringify(rows[0])}`)
  }
  for (const [key, beyond] of await beyondSettlements(ask)) {
    const known = before.get(key) ?? '0.00 0.00 0.00 0'
    if (beyond !== known)
      wrong.push(`the year of ${key} is not the sum of the settlements: ${known} → ${beyond}`)
  }
  return wrong
}
