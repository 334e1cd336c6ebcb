import type { z } from 'zod'
import { sayOnce, sayPeriods, setsOf, type Row, type Say } from './check-tables.ts'
import { childrenOf } from './maternity.ts'
import type { PackFault } from './fault.ts'
import type { MaternityFile } from './schema/maternity.ts'
import type { YamlFile } from './yaml-file.ts'

/** Reports parts of maternity benefits that hold twice on a day, leave a length of pregnancy out, or mix up designs. */
export function checkMaternity(file: YamlFile<z.output<typeof MaternityFile>>, faults: PackFault[]): void {
  const { id, miscarriage, rewardLeave, bonusDays, medical, ...parts } = file.value
  const say = sayOnce(file, faults)
  for (const part of ['divisor', 'rounding', 'birthDays', 'difficultDays', 'moreBabyDays'] as const)
    sayPeriods<Row>(parts[part] ?? [], () => true, [part], `${id} ${part}`, say)
  sayPeriods(bonusDays ?? [], () => true, ['bonusDays'], `${id} bonusDays`, say)
  for (const [index, { days, none, leave }] of (bonusDays ?? []).entries())
    if ([days, none, leave].filter((one) => one !== undefined).length !== 1)
      say('bonus-days', ['bonusDays', index], {})
  checkRewardLeave(id, rewardLeave ?? [], say)

  const path = ['miscarriage', 'rows']
  for (const { rows } of setsOf(miscarriage?.rows ?? [], () => true, path)) {
    const seen = new Set<number>()
    for (const { row, index } of rows) {
      if (seen.has(row.pregnancy))
        say('overlap', [...path, index], { what: `${id} miscarriage`, day: row.from })
      seen.add(row.pregnancy)
    }
    if (!seen.has(0)) say('miscarriage-hole', [...path, rows[0]?.index ?? 0, 'pregnancy'], {})
  }

  for (const [index, { design, amount, share }] of (medical ?? []).entries())
    if ((design === 'ratio') !== (share !== undefined) || (design === 'ratio') === (amount !== undefined))
      say('medical-design', ['medical', index, 'design'], { design })
  const keyOf = (row: { readonly benefit: string; readonly kind: string }) => `${row.benefit} ${row.kind}`
  for (const key of new Set((medical ?? []).map(keyOf)))
    sayPeriods(medical ?? [], (row) => keyOf(row) === key, ['medical'], `${id} ${key}`, say)
}

/** Every child has the days of one row: rows of one day neither overlap nor leave a child between them out. */
function checkRewardLeave(
  id: string,
  rows: NonNullable<z.output<typeof MaternityFile>['rewardLeave']>,
  say: Say,
): void {
  for (const { rows: set, path } of setsOf(rows, () => true, ['rewardLeave'])) {
    const order = set
      .map(({ row, index }) => ({ row, index, ...childrenOf(row.children) }))
      .toSorted((a, b) => a.from - b.from)
    let next = 1
    for (const { row, index, from, to } of order) {
      const at = [...path, index]
      if (from < next) say('overlap', at, { what: `${id} rewardLeave (${from})`, day: row.from })
      else if (from > next || to < from) say('child-hole', [...at, 'children'], { child: String(next) })
      next = Math.max(next, to + 1)
    }
  }
}
