import type { z } from 'zod'
import { sayOnce, sayPeriods, setsOf, type Row } from './check-tables.ts'
import type { PackFault } from './fault.ts'
import type { MaternityFile } from './schema/maternity.ts'
import type { YamlFile } from './yaml-file.ts'

/** Reports parts of maternity benefits that hold twice on a day, leave a length of pregnancy out, or mix up designs. */
export function checkMaternity(file: YamlFile<z.output<typeof MaternityFile>>, faults: PackFault[]): void {
  const { id, miscarriage, bonusDays, medical, ...parts } = file.value
  const say = sayOnce(file, faults)
  for (const part of ['divisor', 'rounding', 'birthDays', 'difficultDays', 'moreBabyDays'] as const)
    sayPeriods<Row>(parts[part] ?? [], () => true, [part], `${id} ${part}`, say)
  sayPeriods(bonusDays ?? [], () => true, ['bonusDays'], `${id} bonusDays`, say)
  for (const [index, { days, none }] of (bonusDays ?? []).entries())
    if ((days === undefined) === (none === undefined)) say('amount-or-none', ['bonusDays', index], {})

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
