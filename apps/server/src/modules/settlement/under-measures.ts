import type { ChainScheme, Source } from '@yichuang/benefits'
import { formatYuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { markDeed } from '../measures/index.ts'
import type { SettlementRow, Workings } from './settlement.queries.ts'

type Marks = NonNullable<Workings['measures']>
const known = new WeakMap<ChainScheme, Marks>()

/** The relief measures that compiled rules rest on; read once for each set of rules. */
export function measuresIn(chain: ChainScheme): Marks {
  const found = known.get(chain)
  if (found) return found
  const marks = new Map<string, Marks[number]>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { measure } = value as Partial<Source>
    if (measure) marks.set(measure.id, { id: measure.id, activation: measure.activation })
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(chain)
  const all = [...marks.values()]
  known.set(chain, all)
  return all
}

/** Keeps that measures acted on settlements, or on their cancellations. One statement for each that rests on one. */
export async function markUnderMeasures(
  db: Db,
  regionCode: string,
  rows: readonly Omit<SettlementRow, 'cancelledBy'>[],
): Promise<void> {
  for (const { settlementId, cancels, settledOn, amounts, workings } of rows) {
    const { measures = [] } = workings
    if (measures.length === 0) continue
    await markDeed(
      db,
      {
        regionCode,
        subject: 'settlement',
        id: newId(),
        number: cancels ?? settlementId,
        act: cancels === null ? 'settle' : 'cancel',
        day: settledOn,
        total: formatYuan(amounts.medfee_sumamt),
        fund: formatYuan(amounts.fund_pay_sumamt),
      },
      measures.map(({ id, activation }) => ({ measureId: id, activationId: activation })),
    )
  }
}
