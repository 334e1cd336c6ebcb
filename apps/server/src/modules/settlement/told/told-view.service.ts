import { PAYERS } from '@yichuang/benefits'
import type { SettledLine, SettlementSummary, SettlementView } from '@yichuang/contracts'
import { fen, formatYuan, maskName, type Fen } from '@yichuang/kernel'
import type { Db } from '../../../platform/db.ts'
import type { Language } from '../../../platform/problem.ts'
import { borrowedOf, explanationOf } from '../../catalogue/index.ts'
import { getPerson } from '../../insured/index.ts'
import { sharesById } from '../../personal-accounts/index.ts'
import { FUND_TYPE } from '../codes.ts'
import type { ClassedLine, SentLine } from '../fee-lines.ts'
import { feeDetails } from '../fees.queries.ts'
import { findSettlement, settlementsOfVisit, type SettlementRow } from '../settlement.queries.ts'
import { partsInOrder } from '../stay/net-lines.ts'
import { around, itemsByCode } from '../world.ts'
import { institutionName, told, type NameElsewhere } from './told-list.service.ts'
import { SettlementNotFound } from './told.problems.ts'
import { toldById, type ToldRow, type ToldVisit } from './told.queries.ts'
import { workAgain } from './work-again.ts'

/** A settlement that was found, before it is known whether the caller may read it. */
export interface FoundSettlement {
  readonly regionCode: string
  readonly row: ToldRow & ToldVisit
}

/** Finds a settlement, by its own id or by that of what took it back; throws `settlement-not-found`. */
export async function findTold(db: Db, regionCode: string, settlementId: string): Promise<FoundSettlement> {
  const row = await toldById(db, regionCode, settlementId)
  if (row) return { regionCode, row }
  const taker = await findSettlement(db, regionCode, settlementId)
  const original = taker?.cancels ? await toldById(db, regionCode, taker.cancels) : undefined
  if (!original) throw SettlementNotFound()
  return { regionCode, row: original }
}

/** The whole page of a settlement: its lines, who paid, and every step of the calculation. */
export async function settlementView(
  db: Db,
  { regionCode, row }: FoundSettlement,
  language: Language,
  elsewhere: NameElsewhere,
): Promise<SettlementView> {
  const [ofVisit, { name }, hospital] = await Promise.all([
    settlementsOfVisit(db, regionCode, row.visitId),
    getPerson(db, regionCode, row.personId),
    institutionName(db, row.institutionCode, elsewhere),
  ])
  const settled = ofVisit.find(({ settlementId }) => settlementId === row.settlementId)!
  const { sent, classed } = await linesOf(db, regionCode, settled)
  const items = await itemsByCode(
    db,
    regionCode,
    sent.map(({ med_list_codg }) => med_list_codg),
    row.careFrom,
  )
  const titles = new Map(
    sent.map((line) => [line.feedetl_sn, items.get(line.med_list_codg)?.name ?? line.med_list_codg]),
  )
  const { pack: ran } = settled.workings
  const pack = await around().packs.byHash(ran.id, ran.hash)
  const again = workAgain(settled, pack, classed, (serial) => titles.get(serial) ?? serial)
  const { registered, findings } = row
  return {
    ...told(row, { regionCode, name, hospital }),
    visitNo: row.visitNo,
    department: registered.department || null,
    doctor: registered.doctor || null,
    diagnosis: findings?.diseaseName || firstDiagnosis(findings),
    invoice: settled.invoice,
    paidBy: paidBy(settled),
    relatives: await relativesOf(db, regionCode, settled),
    // Lines that somebody changed after it was taken back are not those it was settled on.
    lines: again ? settledLines(sent, classed, (code) => items.get(code)?.name ?? null) : [],
    amounts: again?.amounts ?? null,
    explanation: again ? explanationOf(again.trace, language) : null,
    borrowed: again ? borrowedOf(again.trace, language) : null,
    traceHash: again?.traceHash ?? null,
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    settledAgain: settledAgainAs(ofVisit, settled),
  }
}

/** The lines of a settlement. Once it is taken back they belong to nobody, or to the one that settled them again. */
export async function linesOf(
  db: Db,
  regionCode: string,
  { settlementId, visitId, chargeBatch, cancelledBy }: SettlementRow,
): Promise<{ readonly sent: readonly SentLine[]; readonly classed: readonly ClassedLine[] }> {
  const uploads =
    cancelledBy === null
      ? await feeDetails(db, regionCode, visitId, settlementId)
      : (await feeDetails(db, regionCode, visitId, undefined)).filter(
          (one) => one.chargeBatch === chargeBatch,
        )
  return {
    sent: uploads.flatMap(({ sent }) => sent),
    classed: uploads.flatMap(({ classed }) => classed),
  }
}

function settledLines(
  sent: readonly SentLine[],
  classed: readonly ClassedLine[],
  nameOf: (code: string) => string | null,
): SettledLine[] {
  const parts = partsInOrder(classed)
  return sent.map(({ feedetl_sn: serial, med_list_codg: code, cnt, pric }, at) => {
    const { own, over, first, inScope } = parts[at]!
    return {
      serial,
      code,
      name: nameOf(code),
      quantity: String(cnt),
      price: String(pric),
      amount: formatYuan(classed[at]!.amount),
      class: classed[at]!.class,
      outOfCatalogue: formatYuan(own),
      overCeiling: formatYuan(over),
      firstSelfPay: formatYuan(first),
      inScope: formatYuan(inScope),
      prescription: prescriptionTold(classed[at]!),
    }
  })
}

function prescriptionTold({ longer }: ClassedLine): SettledLine['prescription'] {
  return longer ? { days: longer.days, normal: longer.normal, relieved: longer.measure !== undefined } : null
}

/** Funds that paid something, the basic one always, and the personal account as one of them. */
function paidBy({ amounts, insurance }: SettlementRow): SettlementView['paidBy'] {
  const row = (payer: string, title: string, amount: Fen) => ({ payer, title, amount: formatYuan(amount) })
  return PAYERS.filter((payer) => payer === 'hifp_pay' || amounts[payer] !== 0).map((payer) =>
    row(payer, FUND_TYPE[payer][insurance][1], amounts[payer]),
  )
}

/** Whose accounts paid beside the person's own. One statement, none where nobody's did. */
async function relativesOf(
  db: Db,
  regionCode: string,
  { workings: { family = [] } }: SettlementRow,
): Promise<SettlementView['relatives']> {
  if (family.length === 0) return []
  const ids = family.map(({ shareId }) => shareId)
  const shares = new Map((await sharesById(db, regionCode, ids)).map((one) => [one.shareId, one]))
  return family.map(({ shareId, currentYear, pastYears }) => ({
    holder: maskName(shares.get(shareId)!.holderName),
    amount: formatYuan(fen(currentYear + pastYears)),
  }))
}

/** What settled the same fees after they were taken back. */
function settledAgainAs(ofVisit: readonly SettlementRow[], settled: SettlementRow): string | null {
  if (settled.cancelledBy === null) return null
  const later = ofVisit.findLast(
    ({ cancels, settlementId, chargeBatch }) =>
      cancels === null && chargeBatch === settled.chargeBatch && settlementId > settled.settlementId,
  )
  return later?.settlementId ?? null
}

function firstDiagnosis(findings: ToldVisit['findings']): string | null {
  const name = findings?.diagnoses[0]?.['diag_name']
  return typeof name === 'string' && name !== '' ? name : null
}

/** A settlement with its lines and nothing worked out again: for whoever asks about it rather than checks it. */
export interface SettlementBrief {
  readonly settlement: SettlementSummary
  readonly lines: readonly SettledLine[]
  readonly settledAgain: string | null
}

/** Throws `settlement-not-found`. Of one that was taken back the lines are those the visit has now. */
export async function settlementBrief(
  db: Db,
  regionCode: string,
  settlementId: string,
  elsewhere: NameElsewhere,
): Promise<SettlementBrief> {
  const { row } = await findTold(db, regionCode, settlementId)
  const [ofVisit, { name }, hospital] = await Promise.all([
    settlementsOfVisit(db, regionCode, row.visitId),
    getPerson(db, regionCode, row.personId),
    institutionName(db, row.institutionCode, elsewhere),
  ])
  const settled = ofVisit.find((one) => one.settlementId === row.settlementId)!
  const { sent, classed } = await linesOf(db, regionCode, settled)
  const codes = sent.map(({ med_list_codg }) => med_list_codg)
  const items = await itemsByCode(db, regionCode, codes, row.careFrom)
  return {
    settlement: told(row, { regionCode, name, hospital }),
    lines: settledLines(sent, classed, (code) => items.get(code)?.name ?? null),
    settledAgain: settledAgainAs(ofVisit, settled),
  }
}
