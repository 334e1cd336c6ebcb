import { formatYuan, parseCaseNumber, type PlainDate } from '@yichuang/kernel'
import type { Deps } from '../../platform/deps.ts'
import type { Database, Db } from '../../platform/db.ts'
import { caseByNumber } from '../cases/index.ts'
import { getPerson, personIdsOf } from '../insured/index.ts'
import { findSettlement } from '../settlement/index.ts'
import type { Settled } from './change.service.ts'
import type { EntryRow } from './entry-row.ts'
import { checkAmounts } from './open.service.ts'
import { ID_NUMBER, isResident } from './person.ts'
import { TreatFirstNotSettled } from './treat-first.problems.ts'

/** How somebody says an entry was settled. */
export type Claimed =
  | { readonly how: 'settlement'; readonly settlementId: string }
  | { readonly how: 'claim'; readonly caseNumber: string }
  | {
      readonly how: 'settled-elsewhere' | 'other-payer'
      readonly reference: string
      readonly total: string
      readonly fund?: string | undefined
    }

/** Whose entry it is, as far as it is known. */
interface Patient extends EntryRow {
  /** an ID number in plain; undefined for no number, or one of another document */
  readonly residentId: string | undefined
  readonly today: PlainDate
}

/**
 * What an entry is closed by, looked up where this installation can: a settlement must stand and be of the same
 * institution, a claim must have been paid, and either be the patient's own. Throws `treat-first-not-settled`.
 */
export async function settledBy(
  { database, cipher, clock }: Pick<Deps, 'cipher' | 'clock'> & { database: Pick<Database, 'forRegion'> },
  served: readonly string[],
  entry: EntryRow,
  said: Claimed,
): Promise<Settled> {
  const regions = placesOf(entry, served).map((code) => [code, database.forRegion(code)] as const)
  const number = entry.idNumberEnc === null ? '' : cipher.decrypt(entry.idNumberEnc, ID_NUMBER)
  const residentId = isResident(number) ? number : undefined
  const patient = { ...entry, residentId, today: clock.today() }
  if (said.how === 'settlement') return bySettlement(regions, patient, said.settlementId)
  if (said.how === 'claim') return byClaim(regions, patient, said.caseNumber)
  checkAmounts(said)
  return { ...said, region: null, fund: said.fund ?? null }
}

/** Where the person's settlement can lie: the place that insures them, and the place of care. */
function placesOf({ regionCode, insuredPlace }: EntryRow, served: readonly string[]): string[] {
  const city = insuredPlace === null ? undefined : `${insuredPlace.slice(0, 4)}00`
  return [...new Set([...(city !== undefined && served.includes(city) ? [city] : []), regionCode])]
}

type Regions = readonly (readonly [string, Db])[]

async function bySettlement(regions: Regions, patient: Patient, settlementId: string): Promise<Settled> {
  for (const [region, db] of regions) {
    const found = await findSettlement(db, region, settlementId)
    if (!found) continue
    if (found.institutionCode !== patient.hospitalCode)
      throw TreatFirstNotSettled({
        zh: `结算 ${settlementId} 不是本笔所在医疗机构的。`,
        en: `Settlement ${settlementId} is of another institution.`,
      })
    if (found.cancelledBy !== null || found.cancels !== null)
      throw TreatFirstNotSettled({
        zh: `结算 ${settlementId} 已撤销。`,
        en: `Settlement ${settlementId} was taken back.`,
      })
    if (!(await isTheirs(db, region, found.personId, patient)))
      throw TreatFirstNotSettled({
        zh: `结算 ${settlementId} 是另一个人的。姓名或证件号码有误的，请先补充情况改正。`,
        en: `Settlement ${settlementId} is another person’s. If name or number are wrong here, correct them first.`,
      })
    const { medfee_sumamt, fund_pay_sumamt } = found.amounts
    const sums = { total: formatYuan(medfee_sumamt), fund: formatYuan(fund_pay_sumamt) }
    return { how: 'settlement', reference: settlementId, region, ...sums }
  }
  throw TreatFirstNotSettled({
    zh: `本平台没有结算 ${settlementId}。在外地平台结算的，请选“参保地已结算”并附结算单号。`,
    en: `There is no settlement ${settlementId} here. If another centre settled it, choose “settled elsewhere”.`,
  })
}

async function byClaim(regions: Regions, patient: Patient, typed: string): Promise<Settled> {
  const read = parseCaseNumber(typed)
  const number = read.ok ? read.value.number : undefined
  for (const [region, db] of number === undefined ? [] : regions) {
    const [found] = await caseByNumber(db, region, number!)
    // Whose claim it is nobody is told; it is as if there were none.
    if (!found || !(await isTheirs(db, region, found.personId, patient))) continue
    if (found.state !== 'paid')
      throw TreatFirstNotSettled({
        zh: `办件 ${number} 还没有支付完成。`,
        en: `Case ${number} is not paid yet.`,
      })
    return { how: 'claim', reference: number!, region, total: found.total ?? '0.00', fund: found.fund }
  }
  throw TreatFirstNotSettled({
    zh: `这位患者没有编号为 ${typed} 的手工报销办件。`,
    en: `This patient has no claim with the number ${typed}.`,
  })
}

/** By the ID number where one is known, else by the name. */
async function isTheirs(
  db: Db,
  region: string,
  personId: string,
  { residentId, personName, today }: Patient,
): Promise<boolean> {
  if (residentId === undefined) return (await getPerson(db, region, personId)).name === personName
  return (await personIdsOf(db, region, [residentId], today)).get(residentId) === personId
}
