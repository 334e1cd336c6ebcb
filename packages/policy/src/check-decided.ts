import type { z } from 'zod'
import { CLASSES, sayOnce, sayPeriods, setsOf, type Row, type Say } from './check-tables.ts'
import type { PackFault } from './fault.ts'
import { CARE_PLACES, LEVELS } from './schema/common.ts'
import type { BenefitFile } from './schema/parameters.ts'
import { unknownIn } from './unknown.ts'
import type { Path, YamlFile } from './yaml-file.ts'

type Tables = z.output<typeof BenefitFile>

/**
 * Reports what a table leaves undecided: a hospital level, a class of persons or a place of care without a row, a cap
 * nobody spoke of, days between two sets of rows. A case named under `unknown` is left open on purpose.
 */
export function checkDecided(file: YamlFile<Tables>, faults: PackFault[]): void {
  const tables = file.value
  const say = sayOnce(file, faults)
  const { id, insurance, deductible, bands, outOfArea, yearlyCap, chronic, unknown = [] } = tables
  const people = LEVELS.flatMap((level) => CLASSES[insurance].map((personClass) => ({ level, personClass })))
  const parts: [part: string, rows: readonly Row[] | undefined, path: Path][] = [
    ['deductible', deductible?.rows, ['deductible']],
    ['bands', bands?.rows, ['bands']],
    ['yearlyCap', yearlyCap, ['yearlyCap']],
  ]
  for (const [part, rows, path] of parts) {
    if (rows === undefined) continue
    const open = people.filter(
      (one) => !rows.some((row) => fits(row, one)) && !unknownIn(unknown, { part, ...one }),
    )
    if (open.length > 0) say('case-open', path, { part, who: open.map(named).join('; ') })
    if (part === 'yearlyCap') continue
    for (const one of people) checkSets(rows, one, [...path, 'rows'], `${id} ${part} (${named(one)})`, say)
  }
  if (outOfArea) {
    const there = new Set<string>(outOfArea.rows.map(({ carePlace }) => carePlace))
    const open = CARE_PLACES.filter(
      (carePlace) =>
        carePlace !== 'local' &&
        !there.has(carePlace) &&
        !unknownIn(unknown, { part: 'outOfArea', carePlace }),
    )
    if (open.length > 0) say('case-open', ['outOfArea'], { part: 'outOfArea', who: open.join('; ') })
  }
  if (deductible && bands && !chronic) checkCapSaid(yearlyCap, unknown, ['bands'], say)
  for (const [index, { part }] of unknown.entries())
    if (tables[part] !== undefined && isDecided(tables, unknown[index]!))
      say('known-after-all', ['unknown', index], { part })
}

/** A table that can be calculated says its yearly cap: an amount, that there is none, or that it is unknown. */
export function checkCapSaid(
  yearlyCap: unknown,
  unknown: readonly { readonly part: string }[],
  path: Path,
  say: Say,
): void {
  if (yearlyCap === undefined && !unknown.some(({ part }) => part === 'yearlyCap'))
    say('cap-unsaid', path, {})
}

/** Rows that begin on one day are one set: they end together, and no day lies between two sets. */
function checkSets(rows: readonly Row[], one: Person, path: Path, what: string, say: Say): void {
  const heads = new Set<Row>()
  for (const { rows: set } of setsOf(rows, (row) => fits(row, one), path)) {
    const [head, ...others] = set
    if (!head) continue
    heads.add(head.row)
    for (const { row, index } of others)
      if (row.until !== head.row.until)
        say('set-ends-apart', [...path, index, row.until === undefined ? 'from' : 'until'], {
          from: row.from,
        })
  }
  sayPeriods(rows, (row) => heads.has(row), path, what, say)
}

interface Person {
  readonly level: string
  readonly personClass: string
}

function fits(row: Row, { level, personClass }: Person): boolean {
  return (
    (row.level === undefined || row.level === level) &&
    (row.personClass === undefined || row.personClass === personClass)
  )
}

function isDecided(
  tables: Tables,
  { part, level, personClass, carePlace }: NonNullable<Tables['unknown']>[number],
): boolean {
  if (part === 'outOfArea')
    return (tables.outOfArea?.rows ?? []).some(
      (row) => carePlace === undefined || row.carePlace === carePlace,
    )
  const rows: readonly Row[] = (part === 'yearlyCap' ? tables.yearlyCap : tables[part]?.rows) ?? []
  return rows.some(
    (row) =>
      (row.level === undefined || level === undefined || row.level === level) &&
      (row.personClass === undefined || personClass === undefined || row.personClass === personClass),
  )
}

function named({ level, personClass }: Person): string {
  return `${level}, ${personClass}`
}
