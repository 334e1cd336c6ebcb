import { plainDate, type PlainDate } from '@yichuang/kernel'
import { memberOfStaff } from '../../../../test/townsfolk.ts'
import { createFieldCipher, newKey, parseKeyRing } from '../../../platform/crypto.ts'
import { inTransaction, type Db } from '../../../platform/db.ts'
import type { StaffCaller } from '../../../platform/http/caller.ts'
import { createOnce } from '../../../platform/http/once.ts'
import { testApp } from '../../../platform/test-app.ts'
import { SYSTEM } from '../../audit/index.ts'
import { concludeAgreement, forgetAgreements } from '../../institutions/index.ts'
import { forgetOffices, foundCity, placeAtInstitution } from '../../organisations/index.ts'
import { prepaymentsRoutes } from '../../prepayments/index.ts'
import { settlementHandlers, sumsByDay } from '../../settlement/index.ts'
import {
  HOSPITAL,
  openClinic,
  OTHER_HOSPITAL,
  REGION,
  settling,
  visitWith,
  type Line,
  type Sender,
} from '../../settlement/test/clinic.ts'
import { clearingHandlers, clearingRoutes, type Books } from '../index.ts'

/** Books in which every day is closed once it is over, as it stands. */
export const books = (today: () => PlainDate): Books => ({
  async unclosedDays(db, regionCode, range) {
    const days = (await sumsByDay(db, regionCode, range)).map(({ day }) => day)
    return [...new Set(days)].filter((day) => day >= today())
  },
  async closedDays(db, regionCode, range) {
    const sums = (await sumsByDay(db, regionCode, range)).filter(({ day }) => day < today())
    return [...Map.groupBy(sums, ({ day }) => day)].map(([day, all]) => ({
      day,
      closings: [{ seq: 1, sums: all }],
    }))
  },
})

/** The clinic of the settlement's tests, with an agency that clears and pays its hospitals. */
export async function openClearingTown() {
  const cipher = createFieldCipher(parseKeyRing(newKey()))
  const clock = { today: (): PlainDate => plainDate('2020-10-12') }
  const world = { cipher, books: books(() => clock.today()) }
  const clinic = await openClinic({ handlers: [...settlementHandlers, ...clearingHandlers(world)] })
  clock.today = () => clinic.clock.today()
  const { database } = clinic
  const deps = { ...world, database, clock: clinic.clock, once: createOnce(cipher) }
  const { call } = await testApp(database, (app) => {
    clearingRoutes(app, deps)
    prepaymentsRoutes(app, { ...deps, packs: clinic.packs })
  })
  const at = new Date('2020-01-02T00:00:00Z')
  forgetOffices()
  const office = await inTransaction(clinic.regionDb, (db) =>
    foundCity(
      db,
      {
        regionCode: REGION,
        code: '330600001',
        name: '市中心',
        level: 'city',
        territory: REGION,
        parentId: null,
      },
      at,
    ),
  )
  forgetOffices()
  const by = { actor: SYSTEM, at, offices: [office.id] }
  const staff = (name: string, role: 'reviewer' | 'approver' | 'finance' | 'supervisor') =>
    memberOfStaff(clinic, name, office, role)
  const officeOf = async (code: string) => {
    const who = await memberOfStaff(clinic, `医保办${code}`, office, 'hospital')
    await inTransaction(clinic.regionDb, (db) => placeAtInstitution(db, who.userId, code, by))
    return who
  }
  const people = {
    reviewer: await staff('初审员', 'reviewer'),
    approver: await staff('复核员', 'approver'),
    finance: await staff('财务', 'finance'),
    colleague: await staff('另一位财务', 'finance'),
    supervisor: await staff('主任', 'supervisor'),
    hospital: await officeOf(HOSPITAL),
    other: await officeOf(OTHER_HOSPITAL),
  }
  /** A call of the API that must not fail, or with the problem's code it is refused by. */
  const api = async (what: string, as: StaffCaller, body?: object) => {
    const [method, url] = what.split(' ')
    return call(`${method} /api/v1${url}`, { as, ...(body && { body }) })
  }
  /** What finance enters of where an institution is paid. */
  const proposeAccount = (institutionCode: string, account: string, as = people.finance) =>
    api('POST /clearing/accounts', as, {
      regionCode: REGION,
      institutionCode,
      holder: '演示人民医院',
      bankName: '演示银行',
      account,
    })
  return {
    ...clinic,
    deps,
    people,
    api,
    call,
    proposeAccount,
    /** Where an institution is paid: entered by one person, confirmed by another. */
    async setAccount(institutionCode: string, account: string) {
      const { body: proposed } = await proposeAccount(institutionCode, account)
      const said = { regionCode: REGION, proposalId: proposed.proposalId, account }
      const done = await api(`POST /clearing/accounts/${institutionCode}/confirm`, people.supervisor, said)
      if (done.status !== 200) throw new Error(JSON.stringify(done.body))
    },
    /** An agreement of the year that holds a share back; null: it says nothing. */
    async agree(code: string, depositShare: string | null) {
      const terms = {
        number: `协${code}`,
        services: ['outpatient' as const, 'inpatient' as const],
        network: 'city' as const,
        networkedFrom: plainDate('2020-01-01'),
        from: plainDate('2020-01-01'),
        until: plainDate('2021-12-31'),
      }
      const said = { ...terms, depositShare, replace: true, reason: '年度' }
      const hand = { actor: SYSTEM, at, today: plainDate('2020-01-02') }
      await inTransaction(clinic.regionDb, (db: Db) => concludeAgreement(db, REGION, code, said, hand))
      forgetAgreements()
    },
    on(day: string) {
      clinic.clock.set(`${day}T02:00:00Z`)
    },
    /** Somebody treated and settled today. */
    async settled(
      lines: readonly Line[],
      total: string,
      sender: Sender = {},
      insurance: 'employee' | 'resident' = 'employee',
    ) {
      const who = await clinic.insured('王芳', { insurance })
      const visitId = await visitWith(clinic, who, lines, sender)
      const { setlinfo } = await clinic.ask('2207', settling(who, visitId, 'B1', total), sender)
      return setlinfo as Settled
    },
    async cancelled({ setl_id, mdtrt_id, psn_no }: Settled, sender: Sender = {}) {
      return (await clinic.ask('2208', { data: { setl_id, mdtrt_id, psn_no } }, sender)).setlinfo as Settled
    },
  }
}

export type ClearingTown = Awaited<ReturnType<typeof openClearingTown>>
export interface Settled {
  readonly setl_id: string
  readonly mdtrt_id: string
  readonly psn_no: string
  readonly medfee_sumamt: number
  readonly fund_pay_sumamt: number
  readonly hifp_pay: number
  readonly acct_pay: number
  readonly psn_cash_pay: number
}

/** What 3203 says of some settlements. */
export function application(rows: readonly Settled[], more: object = {}) {
  const sum = (name: 'medfee_sumamt' | 'fund_pay_sumamt' | 'acct_pay' | 'psn_cash_pay') =>
    rows.reduce((so, row) => so + Math.round(row[name] * 100), 0) / 100
  const data = {
    clr_type: '11',
    clr_way: '1',
    setlym: '202010',
    psntime: rows.length,
    medfee_sumamt: sum('medfee_sumamt').toFixed(2),
    med_sumfee: sum('medfee_sumamt').toFixed(2),
    fund_appy_sum: sum('fund_pay_sumamt').toFixed(2),
    cash_payamt: sum('psn_cash_pay').toFixed(2),
    acct_pay: sum('acct_pay').toFixed(2),
    begndate: '2020-10-01',
    enddate: '2020-10-31',
  }
  return { data: { ...data, ...more } }
}

/** The bank's return file of a run, handed in by finance. */
export function returned({ call, people }: ClearingTown, runId: string, content: string) {
  const boundary = 'clearing-return'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="return.csv"\r\ncontent-type: text/csv\r\n\r\n`
  return call(`POST /api/v1/clearing/runs/${runId}/return-file?regionCode=${REGION}`, {
    as: people.finance,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.from(`${head}${content}\r\n--${boundary}--\r\n`),
  })
}
