import type { MEDICAL_DESIGNS } from './schema/maternity.ts'
import type { UNITS } from './schema/parameters.ts'

/** Which file a table of figures stands in. */
export type TableKind = 'benefit' | 'supplement' | 'maternity'
type Path = readonly string[]
type MedicalDesign = (typeof MEDICAL_DESIGNS)[number]

interface Part {
  readonly path: Partial<Readonly<Record<TableKind, Path>>>
  /** the field of a row that holds the value */
  readonly field: string
  readonly unit: (typeof UNITS)[number]
  /** how a medical cost is paid, where the part says it: the rows of all designs stand in one list */
  readonly design?: MedicalDesign
}

const benefit = (path: Path, field: string, unit: Part['unit']): Part => ({
  path: { benefit: path },
  field,
  unit,
})
const supplement = (path: Path, field: string, unit: Part['unit']): Part => ({
  path: { supplement: path },
  field,
  unit,
})
const maternity = (path: Path, field: string, unit: Part['unit']): Part => ({
  path: { maternity: path },
  field,
  unit,
})
const medical = (design: MedicalDesign, field: string, unit: Part['unit']) => ({
  ...maternity(['medical'], field, unit),
  design,
})
const DEDUCTIBLE = ['deductible', 'rows']
const BANDS = ['bands', 'rows']
export const BOUNDED = '支付比例'

/** The parts of tables that a workbook holds, by the word in its column. */
export const PARTS = {
  起付标准: { path: { benefit: DEDUCTIBLE, supplement: DEDUCTIBLE }, field: 'amount', unit: 'yuan' },
  支付比例: { path: { benefit: BANDS, supplement: BANDS }, field: 'fundShare', unit: 'ratio' },
  个人负担系数: benefit(['ownShareFactor'], 'value', 'ratio'),
  异地就医: benefit(['outOfArea', 'rows'], 'value', 'ratio'),
  转院: benefit(['transfer'], 'design', 'text'),
  年度限额: {
    path: { benefit: ['yearlyCap'], supplement: ['yearlyCap', 'rows'] },
    field: 'amount',
    unit: 'yuan',
  },
  病种限额: benefit(['chronic', 'caps'], 'amount', 'yuan'),
  连续参保每年提高: supplement(['enrolmentBonus'], 'perYear', 'yuan'),
  连续参保最多提高: supplement(['enrolmentBonus'], 'most', 'ratio'),
  连续参保不计年数: supplement(['enrolmentBonus'], 'countsAfter', 'days'),
  日工资除数: maternity(['divisor'], 'value', 'days'),
  计算次序: maternity(['rounding'], 'order', 'text'),
  产假天数: maternity(['birthDays'], 'days', 'days'),
  难产增加天数: maternity(['difficultDays'], 'days', 'days'),
  多胞胎增加天数: maternity(['moreBabyDays'], 'days', 'days'),
  流产天数: maternity(['miscarriage', 'rows'], 'days', 'days'),
  奖励假: maternity(['rewardLeave'], 'days', 'days'),
  奖励假天数: maternity(['bonusDays'], 'days', 'days'),
  生育医疗费定额: medical('fixed', 'amount', 'yuan'),
  生育医疗费限额: medical('limit', 'amount', 'yuan'),
  生育医疗费支付比例: medical('ratio', 'share', 'ratio'),
} as const satisfies Readonly<Record<string, Part>>
export type PartName = keyof typeof PARTS
export const PART_NAMES = Object.keys(PARTS) as readonly PartName[]

/** What stands in the value's cell where a rule says there is none. */
export const NONE = '没有'
/** What stands there where the fund pays for all reward leave the law gives. */
export const ALL_LEAVE = '全部奖励假'
const MAY_BE_NONE: readonly PartName[] = ['起付标准', '年度限额', '奖励假天数']

export function mayBeNone(part: PartName, kind: TableKind): boolean {
  return kind === 'benefit' ? part === '年度限额' : MAY_BE_NONE.includes(part)
}

/** Where the rows of a part stand in a table of a kind; undefined where that kind has no such part. */
export function pathOf(part: PartName, kind: TableKind): Path | undefined {
  const path: Part['path'] = PARTS[part].path
  return path[kind]
}

/** How a part says medical costs of maternity are paid; undefined for every other part. */
export function designOf(part: PartName): MedicalDesign | undefined {
  const { design }: Part = PARTS[part]
  return design
}

const OF_BANDS = ['下限（元）', '上限（元）'] as const
const OF_PLACES = ['医院级别', '人员类别', '就医地', '住院次数', ...OF_BANDS, '人群', '病种'] as const
const OF_MEDICAL = ['生育待遇', '类别'] as const
const OF_MATERNITY = ['怀孕满', '孩次', ...OF_MEDICAL] as const

/** The columns that a part leaves empty: what stands there could not be kept. */
export function emptyColumns(
  part: PartName,
  kind: TableKind,
): readonly ((typeof OF_PLACES)[number] | (typeof OF_MATERNITY)[number])[] {
  if (kind !== 'maternity') return part === BOUNDED ? OF_MATERNITY : [...OF_BANDS, ...OF_MATERNITY]
  const taken: readonly string[] =
    designOf(part) !== undefined
      ? OF_MEDICAL
      : part === '流产天数'
        ? ['怀孕满']
        : part === '奖励假'
          ? ['孩次']
          : []
  return [...OF_PLACES, ...OF_MATERNITY].filter((column) => !taken.includes(column))
}

export function fieldAt(table: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], table)
}
