import type { ClaimLine } from '@yichuang/benefits'
import type { LineCoding } from '@yichuang/contracts'
import { ratio, yuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { feeItemsExactly, type FeeItemRow } from '../catalogue/index.ts'
import type { CheckedLine, Costs } from './checked.ts'
import type { AssumedLine } from './claim-row.ts'
import type { Findings } from './findings.ts'

/** Lines as coded, in the order of the bills. Every line must be in `coding`. */
export function claimLines(
  lines: readonly CheckedLine[],
  coding: ReadonlyMap<string, LineCoding>,
): ClaimLine[] {
  return lines.map((line) => codedLine(line, coding.get(line.lineId)!))
}

function codedLine({ lineId, name, quantity, amount }: CheckedLine, coding: LineCoding): ClaimLine {
  const { class: class_, selfPayRatio, ceilingPrice, cutAmount, cutReason } = coding
  const cut = cutAmount === null ? 0 : yuan(cutAmount)
  // The quantity only matters beside a ceiling price; without one it would count as a claim with half a ceiling.
  return {
    id: lineId,
    name,
    amount,
    class: class_,
    selfPayRatio: ratio(selfPayRatio),
    ...(ceilingPrice !== null && {
      ceilingPrice: yuan(ceilingPrice),
      ...(quantity !== undefined && { quantity }),
    }),
    ...(cutAmount !== null && cut > 0 && { cut: { amount: yuan(cutAmount), reason: cutReason ?? '' } }),
  }
}

/** The coding by line; finds lines that do not exist and lines that were coded twice. */
export function codingOf(
  found: Findings,
  lines: readonly CheckedLine[],
  coding: readonly LineCoding[],
): Map<string, LineCoding> {
  const existing = new Set(lines.map(({ lineId }) => lineId))
  const byLine = new Map<string, LineCoding>()
  coding.forEach((entry, index) => {
    const path = `coding.${index}.lineId`
    if (!existing.has(entry.lineId))
      found.fault(path, 'line-unknown', {
        zh: `编码的第 ${index + 1} 行不在费用明细中，明细可能已经更改。请刷新后重新编码。`,
        en: `Entry ${index + 1} of the coding belongs to no fee line; the lines may have changed. Reload and code again.`,
      })
    else if (byLine.has(entry.lineId))
      found.fault(path, 'line-coded-twice', {
        zh: `编码的第 ${index + 1} 行与前面的重复。请只保留一行。`,
        en: `Entry ${index + 1} codes a line that was coded before. Keep one of them.`,
      })
    else byLine.set(entry.lineId, entry)
  })
  return byLine
}

/**
 * How the lines nobody has coded are taken for an estimate: by the fee catalogue of the place, by code or else by exact
 * name; what is not in it counts as class A. One statement, none when every line is coded.
 */
export async function assumedCoding(
  db: Db,
  regionCode: string,
  { lines, on }: Pick<Costs, 'lines' | 'on'>,
  coding: ReadonlyMap<string, LineCoding>,
): Promise<AssumedLine[]> {
  const open = lines.filter(({ lineId }) => !coding.has(lineId))
  if (open.length === 0) return []
  const texts = new Set(open.flatMap(({ code, name }) => (code === undefined ? [name] : [code, name])))
  const items = await feeItemsExactly(db, regionCode, [...texts], on)
  const byCode = new Map(items.map((item) => [item.code, item]))
  const byName = new Map(items.map((item) => [item.name, item]))
  return open.map((line) => {
    const item = (line.code === undefined ? undefined : byCode.get(line.code)) ?? byName.get(line.name)
    return { name: line.name, found: item !== undefined, coding: assumed(line, item) }
  })
}

function assumed({ lineId, quantity }: CheckedLine, item: FeeItemRow | undefined): LineCoding {
  return {
    lineId,
    class: item?.class ?? 'A',
    selfPayRatio: item?.class === 'B' ? item.selfPayRatio : '0',
    ...(item && { catalogueCode: item.code }),
    // Without a quantity nobody can say what lies above the price of one.
    ceilingPrice: (quantity !== undefined && item?.ceilingPrice) || null,
    cutAmount: null,
    cutReason: null,
  }
}
