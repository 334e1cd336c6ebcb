import { fen, plainDate } from '@yichuang/kernel'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { driverOptions, inTransaction } from '../src/platform/db.ts'
import { issueVoucher } from '../src/modules/insured/index.ts'
import { bringIn } from '../src/modules/personal-accounts/index.ts'
import { allPayersPack, settleBy } from '../src/modules/settlement/test/all-payers.ts'
import {
  feeLines,
  finding,
  fiveLines,
  fiveTotal,
  openClinic,
  PHARMACY,
  REGION,
  registration,
  settling,
  type Insured,
} from '../src/modules/settlement/test/clinic.ts'
import {
  admission,
  change,
  leaving,
  stayOf,
  staySettling,
  TEN,
  TEN_TOTAL,
  wardLines,
} from '../src/modules/settlement/test/ward.ts'

const clinic = await openClinic()
const { ask, sql } = clinic

/** A statement as it was sent. */
interface Sent {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** Every statement that goes to the database while some work is done, each name with its last values. */
async function recorded(work: () => Promise<void>): Promise<Sent[]> {
  const sent = new Map<string, Sent>()
  // Called with the client it was called on.
  // oxlint-disable-next-line typescript/unbound-method
  const send = pg.Client.prototype.query as (...parts: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...parts: unknown[]) {
    const [first, second] = parts
    const { name, text, values } = (
      typeof first === 'string' ? { text: first, values: second } : first
    ) as Partial<Sent>
    if (text !== undefined && !/^(begin|commit|rollback|set |show )/i.test(text))
      sent.set(name ?? text, { name: name ?? text, text, values: values ?? [] })
    return send.apply(this, parts)
  } as typeof pg.Client.prototype.query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = send as typeof pg.Client.prototype.query
  }
  return [...sent.values()]
}

interface Node {
  readonly 'Node Type': string
  readonly Operation?: string
  readonly Schema?: string
  readonly 'Relation Name'?: string
  readonly 'Index Cond'?: string
  readonly Output?: readonly string[]
  readonly Plans?: readonly Node[]
}

const superuser = new pg.Client({ ...driverOptions(clinic.migrator), user: 'postgres' })
/** columns of each growing table, in order */
const growing = new Map<string, string[]>()
beforeAll(async () => {
  settleBy(await allPayersPack())
  await superuser.connect()
  // Tables of a few rows would be read as a whole.
  await superuser.query('set enable_seqscan = off')
  const rows = await sql<{ name: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and obj_description(c.oid, 'pg_class') like '[growing]%' group by 1`,
  )
  for (const { name, columns } of rows) growing.set(name, columns)
})
afterAll(() => superuser.end())

/** What is wrong with a statement as to regions; nothing when its rows are those of one, found by a key that begins with it. */
async function faultsOf({ name, text, values }: Sent): Promise<{ faults: string[]; others: string[] }> {
  const { rows } = await superuser.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (verbose, costs off, format json) ${text}`,
    values as unknown[],
  )
  const faults: string[] = []
  const others: string[] = []
  const visit = (node: Node) => {
    const table = node['Relation Name'] && `${node.Schema}.${node['Relation Name']}`
    if (table !== undefined && !growing.has(table)) others.push(table)
    else if (table !== undefined && node.Operation === 'Insert') {
      const at = growing.get(table)!.indexOf('region_code')
      const given = node.Plans?.[0]?.Output?.[at] ?? ''
      if (!given.includes(`'${REGION}'`)) faults.push(`${name}: writes ${table} with ${given}`)
    } else if (table !== undefined && node.Operation === undefined) {
      const key = keyOf(node)
      if (!new RegExp(`region_code(\\)::text)? = '${REGION}'`).test(key))
        faults.push(`${name}: ${node['Node Type']} of ${table} by ${key || 'nothing'}`)
    }
    for (const inner of node.Plans ?? []) visit(inner)
  }
  visit(rows[0]!['QUERY PLAN'][0].Plan)
  const regions = new Set(JSON.stringify(rows).match(/(?<=region_code\S* = ')\d{6}(?=')/g))
  if (regions.size > 1) faults.push(`${name}: rows of ${[...regions].join(' and ')}`)
  return { faults, others }
}

/** The key condition of a scan; that of a bitmap stands at its indexes. */
function keyOf(node: Node): string {
  const own = node['Index Cond'] ?? ''
  return own || (node.Plans ?? []).map(keyOf).join(' ')
}

async function withMoney(name?: string): Promise<Insured> {
  const who = await clinic.insured(name)
  const { personId } = who
  const held = { personId, day: plainDate('2020-01-01'), currentYear: fen(90_000), pastYears: fen(5_000) }
  await inTransaction(clinic.regionDb, (db) => bringIn(db, REGION, [held]))
  return who
}

const ACCOUNT = { acct_used_flag: '1' }

async function atTheClinic(): Promise<void> {
  const who = await withMoney()
  const code = await issueVoucher(clinic.db, who.personId, new Date())
  const asked = { mdtrt_cert_type: '02', mdtrt_cert_no: who.idNumber, psn_cert_type: '01' }
  await ask('1101', { data: asked })
  const voucher = { mdtrt_cert_type: '01', mdtrt_cert_no: code }
  const first = await ask('2201', registration(who, voucher))
  await ask('2202', { data: { mdtrt_id: first.data.mdtrt_id, psn_no: who.psnNo, ipt_otp_no: 'MZ1' } })
  const { data } = await ask('2201', registration(who))
  const visitId = data.mdtrt_id as string
  await ask('2203', finding(who, visitId))
  await ask('2204', feeLines(who, visitId, 'B1', fiveLines))
  await ask('2205', { data: { mdtrt_id: visitId, psn_no: who.psnNo, chrg_bchno: 'B1' } })
  await ask('2204', feeLines(who, visitId, 'B1', fiveLines))
  await ask('2206', settling(who, visitId, 'B1', fiveTotal, ACCOUNT))
  const invoice = { ...ACCOUNT, invono: '330601200001234567' }
  const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal, invoice), { msgid: 'r-1' })
  expect(setlinfo.acct_pay).toBeGreaterThan(0)
  const ids = { mdtrt_id: visitId, psn_no: who.psnNo, setl_id: setlinfo.setl_id }
  const range = { begntime: '2020-10-01 00:00:00', endtime: '2020-10-31 00:00:00', med_type: '11' }
  await ask('5201', { data: { psn_no: who.psnNo, ...range } })
  await ask('5202', { data: ids })
  await ask('5203', { data: ids })
  await ask('5204', { data: ids })
  await ask('2208', { data: ids })
  await ask('2207', settling(who, visitId, 'B1', fiveTotal, ACCOUNT), { msgid: 'r-2' })
  await ask('2207', settling(who, visitId, 'B1', fiveTotal, ACCOUNT), { msgid: 'r-2' })
  await ask('2601', { data: { psn_no: who.psnNo, omsgid: 'r-2', oinfno: '2207' } })
}

async function atThePharmacy(): Promise<void> {
  const who = await withMoney()
  const sender = { institution: PHARMACY }
  const more = { psn_cert_type: '01', certno: who.idNumber, psn_type: '11', psn_name: '王芳', ...ACCOUNT }
  const druginfo = {
    ...settling(who, '', '', fiveTotal, more).data,
    med_type: '41',
    begntime: '2020-10-12 09:00:00',
  }
  const drugdetail = feeLines(who, '', 'B1', fiveLines).feedetail
  await ask('2101', { druginfo, drugdetail }, sender)
  const { setlinfo } = await ask('2102', { druginfo, drugdetail }, sender)
  const { mdtrt_id, setl_id } = setlinfo
  await ask('2103', { data: { mdtrt_id, setl_id, psn_no: who.psnNo } }, sender)
}

async function inTheWard(): Promise<void> {
  const who = await withMoney()
  const { result } = await ask('2401', admission(who))
  const id = result.mdtrt_id as string
  await ask('2403', change(who, id))
  await ask('2301', wardLines(who, id, TEN))
  await ask('2302', stayOf(who, id, { feedetl_sn: '1' }))
  await ask('2301', wardLines(who, id, TEN.slice(0, 1)))
  await ask('5303', {
    data: { psn_no: who.psnNo, begntime: '2020-10-01 00:00:00', endtime: '2020-10-31 00:00:00' },
  })
  await ask('2303', staySettling(who, id, TEN_TOTAL, ACCOUNT))
  await ask('2402', leaving(who, id))
  await ask('2405', stayOf(who, id))
  await ask('2402', leaving(who, id))
  const { setlinfo } = await ask('2304', staySettling(who, id, TEN_TOTAL, ACCOUNT))
  await ask('2305', stayOf(who, id, { setl_id: setlinfo.setl_id }))
  await ask('2304', staySettling(who, id, TEN_TOTAL))
  const { result: wrong } = await ask('2401', admission(who, { begntime: '2020-10-12 10:00:00' }))
  await ask('2404', stayOf(who, wrong.mdtrt_id))
}

/** No region's own: lists for everybody, and registries by a number that is unique everywhere (bill, ID number, voucher). */
const COMMON = [
  'claims.bill',
  'claims.card_settlement',
  'institutions.agreement',
  'insured.known_id_number',
  'insured.voucher',
  'organisations.hospital',
]

describe('the statements of the flow', () => {
  it('touch the rows of one region each, bound by parameter and found by a key that begins with it', async () => {
    const sent = await recorded(async () => {
      await atTheClinic()
      await atThePharmacy()
      await inTheWard()
    })
    expect(sent.length).toBeGreaterThan(50)
    const faults: string[] = []
    const common = new Set<string>()
    const touched = new Set<string>()
    for (const one of sent) {
      // A region in the text itself would be no parameter.
      if (/'\d{6}'/.test(one.text)) faults.push(`${one.name}: a region stands in its text`)
      const found = await faultsOf(one)
      faults.push(...found.faults)
      for (const table of found.others) common.add(table)
      if (found.others.length === 0) touched.add(one.name)
    }
    expect(faults).toEqual([])
    expect([...common].toSorted()).toEqual(COMMON)
    expect(touched.size).toBeGreaterThan(40)
  })

  it('would be found out if one read by anything else, or two regions', async () => {
    const byVisit = 'select * from settlement.visit where visit_id = $1'
    const planted = (name: string, text: string, values: unknown[]) => faultsOf({ name, text, values })
    expect((await planted('planted.no-region', byVisit, ['x'])).faults[0]).toContain('of settlement.visit by')
    const both = `select 1 from settlement.visit v, settlement.fees f
      where v.region_code = $1 and v.visit_id = 'x' and f.region_code = $2 and f.visit_id = 'x'`
    expect((await planted('planted.two', both, [REGION, '370800'])).faults.join()).toContain('370800')
    const elsewhere = `insert into accounts.account values ($1, $2, 2020, 0, 0, 0, null)`
    const values = ['370800', '00000000-0000-7000-8000-000000000001']
    expect((await planted('planted.write', elsewhere, values)).faults[0]).toContain('370800')
    const filtered = 'select * from settlement.visit where med_type = $1 and region_code || $2 = $2'
    expect((await planted('planted.filter', filtered, ['11', REGION])).faults).toHaveLength(1)
  })
})
