import { fen, type Fen, type PlainDate, yuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { HospitalFault } from '../hospital/index.ts'
import { detailByIds, detailInOrder, type DetailRow } from '../settlement/index.ts'
import { twice } from './check-file.ts'
import { centreSide, hospitalSide, identityOf, unequal, type Difference, type Side } from './match.ts'
import type { FileRow } from './rows.ts'

/** What is compared: settlements of an institution, from a day to a day, of one kind of clearing or of all. */
export interface Scope {
  readonly regionCode: string
  readonly institutionCode: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly clrType: string | undefined
}

/** What the centre had of a day and a kind of clearing when it was compared. */
export interface Covered {
  readonly day: PlainDate
  readonly clrType: string
  readonly count: number
  readonly medfee_sumamt: Fen
  readonly fund_pay_sumamt: Fen
  readonly acct_pay: Fen
}

/** A row of the file of results (3202). */
export interface ResultRow {
  readonly psn_no: string
  readonly mdtrt_id?: string
  readonly setl_id?: string
  readonly msgid?: string
  readonly stmt_rslt: '0' | '1'
  readonly refd_setl_flag: string
  readonly memo: string
  readonly medfee_sumamt: Fen
  readonly fund_pay_sumamt: Fen
  readonly acct_pay: Fen
}

/** Filled while the rows of results pass. */
export interface Outcome {
  readonly differences: Difference[]
  readonly covered: Map<string, Covered>
  rows: number
  centreRows: number
}

export const noOutcome = (): Outcome => ({ differences: [], covered: new Map(), rows: 0, centreRows: 0 })

/** More than this is no day with mistakes but another day's file. */
const MOST_DIFFERENCES = 5000

/**
 * Compares the rows of a file with the settlements of the centre, a thousand at a time: first each row of the file, then
 * what of the centre was in none. Yields the rows of results and notes in `outcome` what was found. Throws
 * `HospitalFault` for a row that is another institution's, and for more differences than anybody would clear.
 */
export async function* compareRows(
  db: Db,
  scope: Scope,
  lots: AsyncIterable<readonly FileRow[]>,
  outcome: Outcome,
): AsyncGenerator<ResultRow> {
  const lines = new Map<string, number>()
  for await (const lot of lots) {
    const centre = await centreRows(db, scope, lot)
    for (const row of lot) {
      outcome.rows += 1
      const found = meant(row, centre)
      if (found && found.institutionCode !== scope.institutionCode)
        throw new HospitalFault(
          `TXT 第 ${row.line} 行的结算ID（setl_id）不是本机构的结算。请只上传本机构的明细，核对后重新上传（9101）。`,
        )
      const inside = found && isInside(found, scope) ? found : undefined
      if (inside) {
        const before = lines.get(inside.settlementId)
        if (before !== undefined) throw twice(before, row.line)
        lines.set(inside.settlementId, row.line)
      }
      const { difference, result } = compared(scope, row, inside, found)
      if (difference) note(outcome, difference)
      yield result
    }
  }
  for await (const page of detailInOrder(db, scope.regionCode, scope)) {
    for (const row of page) cover(outcome, row)
    const missing = page.filter(({ settlementId }) => !lines.has(settlementId))
    const partners = await detailByIds(db, scope.regionCode, missing.flatMap(partnerOf))
    for (const row of missing) {
      const partner = partners.get(partnerOf(row)[0] ?? '')
      const offset = partner !== undefined && isInside(partner, scope) && !lines.has(partner.settlementId)
      const centre = centreSide(row)
      note(outcome, { ...place(row), ...sides('centre-only', null, centre), offset })
      yield missingResult(row, centre, offset)
    }
  }
}

/** Rows of the centre that a lot of the file names, and the cancellations of those. */
async function centreRows(db: Db, { regionCode }: Scope, lot: readonly FileRow[]) {
  const named = await detailByIds(
    db,
    regionCode,
    lot.map(({ setl_id }) => setl_id),
  )
  const cancellations = [...named.values()].flatMap(({ cancelledBy }) => cancelledBy ?? [])
  return new Map([...named, ...(await detailByIds(db, regionCode, cancellations))])
}

/** A refund is listed under its own id, or under that of the settlement it takes back. */
function meant(row: FileRow, centre: ReadonlyMap<string, DetailRow>): DetailRow | undefined {
  const named = centre.get(row.setl_id)
  if (named && row.medfee_sumamt < 0 && named.cancels === null && named.cancelledBy !== null)
    return centre.get(named.cancelledBy)
  return named
}

const partnerOf = ({ cancels, cancelledBy }: DetailRow): string[] =>
  [cancels ?? cancelledBy].filter((id) => id !== null)

function isInside({ settledOn, clrType }: DetailRow, scope: Scope): boolean {
  const ofKind = scope.clrType === undefined || clrType === scope.clrType
  return settledOn >= scope.from && settledOn <= scope.to && ofKind
}

function compared(
  scope: Scope,
  row: FileRow,
  inside: DetailRow | undefined,
  elsewhere: DetailRow | undefined,
): { readonly difference?: Difference; readonly result: ResultRow } {
  const hospital = hospitalSide(row)
  const own = { psn_no: row.psn_no, mdtrt_id: row.mdtrt_id, setl_id: row.setl_id }
  const { refd_setl_flag } = row
  if (!inside) {
    const memo = elsewhere
      ? `该结算在中心属于 ${elsewhere.settledOn}、清算类别 ${elsewhere.clrType}，不在本次对账范围。`
      : '机构有、中心无：请核对，确已收费的重新结算，未发生的在机构账中冲销。'
    const where = { day: scope.to, clrType: scope.clrType ?? '' }
    return {
      difference: { ...where, ...sides('hospital-only', hospital, null), offset: false },
      result: { ...own, stmt_rslt: '1', refd_setl_flag, memo, ...amounts(hospital) },
    }
  }
  const centre = centreSide(inside)
  const told = { ...own, msgid: inside.msgid, refd_setl_flag: centre.refd_setl_flag, ...amounts(centre) }
  const wrong = unequal(hospital, centre)
  if (wrong.length === 0) return { result: { ...told, stmt_rslt: '0', memo: '平' } }
  const memo = wrong
    .map(([name, title]) => `${title} 中心 ${centre[name]}、机构 ${hospital[name]}`)
    .join('；')
  return {
    difference: { ...place(inside), ...sides('unequal', hospital, centre), offset: false },
    result: { ...told, stmt_rslt: '1', memo: `不平：${memo}` },
  }
}

function missingResult(row: DetailRow, centre: Side, offset: boolean): ResultRow {
  return {
    psn_no: centre.psn_no,
    msgid: row.msgid,
    stmt_rslt: offset ? '0' : '1',
    refd_setl_flag: centre.refd_setl_flag,
    memo: offset
      ? '该结算与其撤销机构均未列，正负相抵，无需处理。'
      : '中心有、机构无：未收到应答的用 2601 冲正（omsgid 填本行报文ID）或撤销，已收费的在机构账中补记。',
    ...amounts(centre),
  }
}

const place = ({ settledOn, clrType }: DetailRow) => ({ day: settledOn, clrType })

const sides = (kind: Difference['kind'], hospital: Side | null, centre: Side | null) => ({
  kind,
  hospital,
  centre,
  identity: identityOf(kind, hospital, centre),
})

const amounts = (side: Side) => ({
  medfee_sumamt: yuan(side.medfee_sumamt),
  fund_pay_sumamt: yuan(side.fund_pay_sumamt),
  acct_pay: yuan(side.acct_pay),
})

function note(outcome: Outcome, difference: Difference): void {
  outcome.differences.push(difference)
  if (outcome.differences.length > MOST_DIFFERENCES)
    throw new HospitalFault(
      `差异超过 ${MOST_DIFFERENCES} 笔，没有保存任何结果。请核对文件是否属于该日期和清算类别，按日重新导出后再对账。`,
    )
}

function cover(outcome: Outcome, row: DetailRow): void {
  outcome.centreRows += 1
  const key = `${row.settledOn} ${row.clrType}`
  const so = outcome.covered.get(key)
  outcome.covered.set(key, {
    day: row.settledOn,
    clrType: row.clrType,
    count: (so?.count ?? 0) + 1,
    medfee_sumamt: fen((so?.medfee_sumamt ?? 0) + row.medfee_sumamt),
    fund_pay_sumamt: fen((so?.fund_pay_sumamt ?? 0) + row.fund_pay_sumamt),
    acct_pay: fen((so?.acct_pay ?? 0) + row.acct_pay),
  })
}
