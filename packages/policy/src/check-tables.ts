import { formatYuan, parsePlainDate, parseYuan } from '@yichuang/kernel'
import type { Fen, PlainDate } from '@yichuang/kernel'
import type { z } from 'zod'
import { fault } from './fault.ts'
import type { FaultKind, PackFault } from './fault.ts'
import { periodFaults } from './periods.ts'
import { LEVELS, Share } from './schema/common.ts'
import type { BenefitFile, ParameterFile } from './schema/parameters.ts'
import type { Path, YamlFile } from './yaml-file.ts'

export const CLASSES = {
  employee: ['active', 'retired'],
  resident: ['resident-adult', 'resident-minor', 'resident-senior'],
} as const

export interface Row {
  readonly level?: string
  readonly personClass?: string
  readonly from: PlainDate
  readonly until?: PlainDate
}
export type Say = (kind: FaultKind, path: Path, values: Record<string, string>) => void

const WHOLE = { fits: (text: string) => /^\d{1,5}$/.test(text), example: '30' }
const UNITS: Record<
  z.output<typeof ParameterFile>['unit'],
  { fits: (text: string) => boolean; example: string }
> = {
  yuan: { fits: (text) => (parseYuan(text) ?? -1) >= 0, example: '800.00' },
  ratio: { fits: (text) => Share.safeParse(text).success, example: '0.85' },
  date: { fits: (text) => parsePlainDate(text) !== undefined, example: '2020-12-31' },
  'working-days': WHOLE,
  days: WHOLE,
  'office-hours': { fits: areOfficeHours, example: '08:30-17:00' },
  'counting-day': {
    fits: (text) => text === 'same-day' || text === 'next-working-day',
    example: 'same-day',
  },
  boolean: { fits: (text) => text === 'true' || text === 'false', example: 'true' },
  text: { fits: (text) => text.trim() !== '', example: '医保中心' },
}

/** An example of the unit when the text is no value of it; undefined when it is. */
export function fitsUnit(unit: z.output<typeof ParameterFile>['unit'], text: string): string | undefined {
  return UNITS[unit].fits(text) ? undefined : UNITS[unit].example
}

function areOfficeHours(text: string): boolean {
  const [, opens, closes] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? []
  return opens !== undefined && closes !== undefined && opens < closes
}

/** Reports values that do not fit the unit, and histories of a parameter that overlap or leave a gap, key by key. */
export function checkParameter(file: YamlFile<z.output<typeof ParameterFile>>, faults: PackFault[]): void {
  const { id, unit, values } = file.value
  const say = sayOnce(file, faults)
  for (const [index, { value }] of values.entries())
    if (!UNITS[unit].fits(value))
      say('unit', ['values', index, 'value'], { given: value, unit, example: UNITS[unit].example })
  for (const key of new Set(values.map((value) => value.key)))
    sayPeriods(
      values,
      (value) => value.key === key,
      ['values'],
      key === undefined ? id : `${id} [${key}]`,
      say,
    )
}

/** Reports rows that hold for the same person on the same day, holes between bands, and missing admissions. */
export function checkBenefits(file: YamlFile<z.output<typeof BenefitFile>>, faults: PackFault[]): void {
  const { deductible, bands, ownShareFactor, outOfArea, yearlyCap, insurance, id } = file.value
  const say = sayOnce(file, faults)
  const tables: [readonly Row[], Path][] = [
    [deductible?.rows ?? [], ['deductible', 'rows']],
    [bands?.rows ?? [], ['bands', 'rows']],
    [ownShareFactor ?? [], ['ownShareFactor']],
    [yearlyCap ?? [], ['yearlyCap']],
  ]
  const allowed: readonly string[] = CLASSES[insurance]
  for (const [rows, path] of tables)
    for (const [index, { personClass }] of rows.entries())
      if (personClass !== undefined && !allowed.includes(personClass))
        say('person-class', [...path, index, 'personClass'], { personClass, insurance })

  for (const [index, { amount, none }] of (yearlyCap ?? []).entries())
    if ((amount === undefined) === (none === undefined)) say('amount-or-none', ['yearlyCap', index], {})
  for (const level of LEVELS)
    for (const personClass of CLASSES[insurance]) {
      const fits = (row: Row) =>
        (row.level === undefined || row.level === level) &&
        (row.personClass === undefined || row.personClass === personClass)
      const who = `${level}, ${personClass}`
      for (const { rows, path } of setsOf(bands?.rows ?? [], fits, ['bands', 'rows']))
        checkBands(rows, path, who, say)
      for (const { rows, path } of setsOf(deductible?.rows ?? [], fits, ['deductible', 'rows']))
        checkAdmissions(rows, path, who, say)
      sayPeriods(ownShareFactor ?? [], fits, ['ownShareFactor'], `${id} ownShareFactor`, say)
      sayPeriods(yearlyCap ?? [], fits, ['yearlyCap'], `${id} yearlyCap`, say)
    }
  sayPeriods(file.value.transfer ?? [], () => true, ['transfer'], `${id} transfer`, say)
  checkDiseases(file.value, say)
  for (const carePlace of new Set(outOfArea?.rows.map((row) => row.carePlace)))
    sayPeriods(
      outOfArea?.rows ?? [],
      (row) => row.carePlace === carePlace,
      ['outOfArea', 'rows'],
      `${id} ${carePlace}`,
      say,
    )
}

/** Every disease listed has a cap of its own where there are caps, and every cap is of diseases that are listed. */
function checkDiseases({ id, chronic }: z.output<typeof BenefitFile>, say: Say): void {
  if (chronic?.caps === undefined) return
  const { diseases, caps } = chronic
  const known = new Set<string>(diseases.map((disease) => disease.id))
  for (const [index, cap] of caps.entries())
    for (const disease of cap.diseases)
      if (!known.has(disease)) say('unknown-disease', ['chronic', 'caps', index, 'diseases'], { disease })
  for (const [index, { id: disease }] of diseases.entries())
    if (!caps.some((cap) => cap.diseases.length === 1 && cap.diseases[0] === disease))
      say('disease-without-cap', ['chronic', 'diseases', index], { disease })
  const setOf = (cap: { readonly diseases: readonly string[] }) => cap.diseases.toSorted().join('+')
  for (const set of new Set(caps.map(setOf)))
    sayPeriods(caps, (cap) => setOf(cap) === set, ['chronic', 'caps'], `${id} ${set}`, say)
}

/** Rows that begin on the same day form one set; a later set replaces it as a whole. */
export function setsOf<R extends Row>(
  all: readonly R[],
  fits: (row: R) => boolean,
  path: Path,
): { rows: Indexed<R>[]; path: Path }[] {
  const sets = Map.groupBy(
    all.map((row, index) => ({ row, index })).filter(({ row }) => fits(row)),
    ({ row }) => row.from,
  )
  return [...sets.values()].map((rows) => ({ rows, path }))
}
export interface Indexed<R> {
  readonly row: R
  readonly index: number
}

export function checkBands(
  rows: Indexed<Row & { above: Fen; upTo?: Fen }>[],
  path: Path,
  who: string,
  say: Say,
): void {
  const order = rows.toSorted((a, b) => a.row.above - b.row.above)
  let reached = 0 as Fen
  for (const [place, { row, index }] of order.entries()) {
    const earlier = order[place - 1]?.row
    if (earlier && earlier.above === row.above)
      say('overlap', [...path, index], { what: `band (${who})`, day: row.from })
    else if (row.above !== reached)
      say('band-hole', [...path, index, 'above'], {
        from: formatYuan(reached),
        to: formatYuan(row.above),
        who,
      })
    if (row.upTo !== undefined && row.upTo <= row.above)
      say('band-backwards', [...path, index, 'upTo'], {
        above: formatYuan(row.above),
        upTo: formatYuan(row.upTo),
      })
    if (row.upTo === undefined && place < order.length - 1)
      say('overlap', [...path, index], { what: `band (${who})`, day: row.from })
    reached = row.upTo ?? reached
    if (row.upTo !== undefined && place === order.length - 1)
      say('band-hole', [...path, index, 'upTo'], { from: formatYuan(row.upTo), to: '∞', who })
  }
}

function checkAdmissions(
  rows: Indexed<Row & { admission?: number }>[],
  path: Path,
  who: string,
  say: Say,
): void {
  const seen = new Set<number>()
  for (const { row, index } of rows) {
    const admission = row.admission ?? 1
    if (seen.has(admission)) say('overlap', [...path, index], { what: `deductible (${who})`, day: row.from })
    seen.add(admission)
  }
  for (let n = 1; n < Math.max(...seen); n += 1)
    if (!seen.has(n)) say('admission-hole', [...path, rows[0]?.index ?? 0], { admission: String(n), who })
}

export function sayPeriods<R extends Row>(
  all: readonly R[],
  fits: (row: R) => boolean,
  path: Path,
  what: string,
  say: Say,
): void {
  const rows = all.map((row, index) => ({ row, index })).filter(({ row }) => fits(row))
  for (const period of periodFaults(rows.map(({ row }) => row))) {
    const { row, index } = rows[period.index]!
    const here = [...path, index, period.kind === 'until-before-from' ? 'until' : 'from']
    if (period.kind === 'overlap') say('overlap', here, { what, day: period.day })
    else if (period.kind === 'gap') say('gap', here, { what, from: period.from, to: period.to })
    else say('until-before-from', here, { from: row.from, until: row.until ?? '' })
  }
}

/** One mistake in a row shows for every person it concerns; it is reported once. */
export function sayOnce(file: YamlFile<unknown>, faults: PackFault[]): Say {
  const said = new Set<string>()
  return (kind, path, values) => {
    const key = `${kind} ${path.join('.')}`
    if (said.has(key)) return
    said.add(key)
    faults.push(fault(kind, file.at(path), values))
  }
}
