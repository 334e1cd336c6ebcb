import type { z } from 'zod'
import {
  checkBands,
  CLASSES,
  sayOnce,
  sayPeriods,
  setsOf,
  type Row as TableRow,
  type Say,
} from './check-tables.ts'
import { checkCapSaid } from './check-decided.ts'
import type { PackFault } from './fault.ts'
import type { PackFiles } from './pack-files.ts'
import type { ChainFile, SupplementFile } from './schema/chains.ts'
import type { Pack, SupplementTables } from './types.ts'
import { unknownIn } from './unknown.ts'
import type { YamlFile } from './yaml-file.ts'

type Supplement = z.output<typeof SupplementFile>
interface Row extends TableRow {
  readonly group?: string
}

export const EVERYONE = 'everyone'

/** Reports within the tables of one payer: rows for the same people on the same day, holes between bands, amounts that are none. */
export function checkSupplement(file: YamlFile<Supplement>, faults: PackFault[]): void {
  const { id, insurance, deductible, bands, yearlyCap, enrolmentBonus } = file.value
  const say = sayOnce(file, faults)
  for (const [part, rows] of [
    ['deductible', deductible?.rows ?? []],
    ['yearlyCap', yearlyCap?.rows ?? []],
  ] as const)
    for (const [index, { amount, none }] of rows.entries())
      if ((amount === undefined) === (none === undefined)) say('amount-or-none', [part, 'rows', index], {})
  if (deductible && bands) checkCapSaid(yearlyCap, file.value.unknown ?? [], ['bands'], say)
  if (enrolmentBonus && !yearlyCap) say('bonus-without-cap', ['enrolmentBonus'], {})
  sayPeriods(enrolmentBonus ?? [], () => true, ['enrolmentBonus'], `${id} enrolmentBonus`, say)

  const all = [deductible?.rows ?? [], bands?.rows ?? [], yearlyCap?.rows ?? []].flat() as Row[]
  const allowed: readonly string[] = CLASSES[insurance]
  for (const group of new Set(all.map((row) => row.group)))
    for (const personClass of allowed) {
      const fits = (row: Row) =>
        row.group === group && (row.personClass === undefined || row.personClass === personClass)
      const who = [group ?? EVERYONE, personClass].join(', ')
      for (const { rows, path } of setsOf(bands?.rows ?? [], fits, ['bands', 'rows']))
        checkBands(rows, path, who, say)
      sayPeriods(deductible?.rows ?? [], fits, ['deductible', 'rows'], `${id} deductible (${who})`, say)
      sayPeriods(yearlyCap?.rows ?? [], fits, ['yearlyCap', 'rows'], `${id} yearlyCap (${who})`, say)
    }
  for (const [part, rows] of partsOf(file.value))
    for (const [index, { personClass }] of rows.entries())
      if (personClass !== undefined && !allowed.includes(personClass))
        say('person-class', [part, 'rows', index, 'personClass'], { personClass, insurance })
}

/** Reports a chain that names what is not there, or sends somebody to tables that do not decide their case. */
export function checkChains(set: PackFiles, pack: Pack, faults: PackFault[]): void {
  const ownFiles = new Map(set.supplements.map((file) => [file.value.id, sayOnce(file, faults)]))
  for (const file of set.chains) checkChain(file, pack, sayOnce(file, faults), ownFiles)
}

/**
 * Reports tables of later payers with rows for groups no chain knows, the place's own or a lent one; and own tables in a
 * lent chain that leave somebody's case undecided.
 */
export function checkSupplementGroups(set: PackFiles, pack: Pack, faults: PackFault[]): void {
  const lent = [...(pack.borrowed?.chains.values() ?? [])]
  const files = pack.chains.size > 0 ? [...pack.chains.values(), ...lent] : lent
  const groups = files.flatMap((chain) => (chain.groups ?? []).map(({ id }) => id))
  const stages = lent.flatMap(({ chains }) => chains.flatMap(({ stages }) => stages))
  for (const file of set.supplements) {
    const say = sayOnce(file, faults)
    for (const [part, rows] of partsOf(file.value))
      for (const [index, { group }] of rows.entries())
        if (group !== undefined && !groups.includes(group))
          say('unknown-person-group', [part, 'rows', index, 'group'], { group })
    const tables = pack.supplements.get(file.value.id)
    for (const { table, entitled } of stages)
      if (tables && table === tables.id)
        for (const group of entitled.includes(EVERYONE) ? [undefined, ...groups] : entitled)
          checkDecided(tables, group, [], say)
  }
}

function checkChain(
  file: YamlFile<z.output<typeof ChainFile>>,
  pack: Pack,
  say: Say,
  ownFiles: ReadonlyMap<string, Say>,
): void {
  const { id, chains, groups = [] } = file.value
  const known = groups.map((group) => group.id)
  for (const [at, chain] of chains.entries()) {
    const seen = new Set<string>()
    for (const [index, { table, entitled }] of chain.stages.entries()) {
      const path = ['chains', at, 'stages', index]
      if (seen.has(table)) say('stage-twice', [...path, 'table'], { table })
      seen.add(table)
      for (const group of entitled)
        if (group !== EVERYONE && !known.includes(group))
          say('unknown-person-group', [...path, 'entitled'], { group })
      const tables = pack.supplements.get(table)
      if (tables?.insurance !== chain.insurance)
        say('unknown-table', [...path, 'table'], { table, insurance: chain.insurance })
      else {
        const general = entitled.includes(EVERYONE) ? [undefined, ...known] : entitled
        // The hole is in the table where that is the place's own, else in naming it.
        const own = ownFiles.get(table)
        for (const group of general)
          checkDecided(tables, group, own ? [] : [...path, 'table'], own ?? say, own !== undefined)
      }
    }
    sayPeriods(
      chains,
      (other) => other.insurance === chain.insurance && other.kind === chain.kind,
      ['chains'],
      `${id} ${chain.insurance}-${chain.kind}`,
      say,
    )
  }
}

function checkDecided(
  tables: SupplementTables,
  group: string | undefined,
  path: readonly PropertyKey[],
  say: Say,
  inTable = false,
): void {
  for (const personClass of CLASSES[tables.insurance])
    for (const [part, rows] of partsOf(tables))
      if (
        !unknownIn(tables.unknown, { part, group, personClass }) &&
        rowsFor(rows, group === undefined ? [] : [group], personClass).length === 0
      )
        say('case-undecided', inTable ? [part] : path, {
          part,
          table: tables.id,
          who: `${group ?? EVERYONE}, ${personClass}`,
        })
}

function partsOf({
  deductible,
  bands,
  yearlyCap,
}: Pick<SupplementTables | Supplement, 'deductible' | 'bands' | 'yearlyCap'>): [string, readonly Row[]][] {
  const parts = { deductible, bands, yearlyCap }
  return Object.entries(parts).flatMap(([part, table]) => (table ? [[part, table.rows]] : []))
}

/** The rows for a person: those of the first of their groups that the table names, or else those that name none. */
export function rowsFor<R extends { readonly group?: string; readonly personClass?: string }>(
  rows: readonly R[],
  groups: readonly string[],
  personClass: string,
): readonly R[] {
  const group = groups.find((id) => rows.some((row) => row.group === id))
  return rows.filter(
    (row) => row.group === group && (row.personClass === undefined || row.personClass === personClass),
  )
}
