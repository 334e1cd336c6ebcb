import type {
  AllowanceScheme,
  Cited,
  MaternityBenefit,
  MaternityMedicalScheme,
  Source,
} from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import { setOn } from './benefit-scheme.ts'
import { missingRule } from './missing-rule.ts'
import type { MissingRule } from './missing-rule.ts'
import { inForceOn } from './periods.ts'
import type { InForce, MaternityTables, Pack } from './types.ts'

/**
 * Compiles how a place works out the maternity allowance on a day, or lists every rule that is missing. `child` counts the
 * mother's children with this one (1 = 一孩), by which some places give more reward leave; the first of a multiple birth.
 */
export function allowanceScheme(
  pack: Pack,
  on: PlainDate,
  { child = 1 }: { readonly child?: number | undefined } = {},
): AllowanceScheme | readonly MissingRule[] {
  const missing: MissingRule[] = []
  const part = <R extends InForce>(
    name: keyof typeof TITLES,
    rowsOf: (tables: MaternityTables) => Rows<R>,
  ) => {
    const row = nearest(pack, on, rowsOf)
    if (!row) missing.push(missingRule(pack, `maternity.${name}`, TITLES[name], on))
    return row
  }
  const divisor = part('divisor', (it) => it.divisor)
  const rounding = part('rounding', (it) => it.rounding)
  const birth = part('birthDays', (it) => it.birthDays)
  const difficult = part('difficultDays', (it) => it.difficultDays)
  const more = part('moreBabyDays', (it) => it.moreBabyDays)
  const bonus = part('bonusDays', (it) => it.bonusDays)
  part('miscarriage', (it) => it.miscarriage?.rows)
  const miscarriage = filesOf(pack).findLast((it) =>
    it.miscarriage?.rows.some((row) => row.from <= on),
  )?.miscarriage
  const leave = bonus?.leave
    ? part('rewardLeave', (it) => setOn(it.rewardLeave ?? [], on).filter((row) => isFor(row.children, child)))
    : undefined
  if (missing.length > 0) return missing
  if (!divisor || !rounding || !birth || !difficult || !more || !bonus || !miscarriage) return missing
  return {
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    on,
    divisor: cite('divisor', divisor.value, divisor.source),
    rounding: cite('rounding', rounding.order, rounding.source),
    birthDays: cite('birthDays', birth.days, birth.source),
    difficultDays: cite('difficultDays', difficult.days, difficult.source),
    moreBabyDays: cite('moreBabyDays', more.days, more.source),
    miscarriage: {
      by: miscarriage.by,
      rows: setOn(miscarriage.rows, on)
        .toSorted((a, b) => a.pregnancy - b.pregnancy)
        .map(({ pregnancy, days, source }) => ({ from: pregnancy, days: cite('miscarriage', days, source) })),
    },
    bonusDays: leave
      ? cite('rewardLeave', leave.days, leave.source)
      : bonus.days === undefined
        ? { none: bonus.source }
        : cite('bonusDays', bonus.days, bonus.source),
  }
}

/** What the fund of a place pays on a day of the medical costs of one kind, or the rule that is missing. */
export function maternityMedicalScheme(
  pack: Pack,
  {
    benefit,
    kind,
    on,
  }: { readonly benefit: MaternityBenefit; readonly kind: string; readonly on: PlainDate },
): MaternityMedicalScheme | MissingRule {
  const row = nearest(pack, on, (it) =>
    it.medical?.filter((entry) => entry.benefit === benefit && entry.kind === kind),
  )
  if (!row) return missingRule(pack, `maternity.${benefit}`, TITLES[benefit], on, kind)
  const { design, amount, share, source } = row
  return {
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    on,
    benefit,
    kind,
    pays:
      design === 'ratio'
        ? { design, share: cite(benefit, share!, source) }
        : { design, amount: cite(benefit, amount!, source) },
  }
}

function isFor(children: string | undefined, child: number): boolean {
  const { from, to } = childrenOf(children)
  return from <= child && child <= to
}

/** Which children of the mother a row is for: `2-3`, `3+`, or any. */
export function childrenOf(children = '1+'): { readonly from: number; readonly to: number } {
  const [from = '1', to] = children.split(/[-+]/)
  return { from: Number(from), to: to === undefined ? Number(from) : to === '' ? Infinity : Number(to) }
}

type Rows<R> = readonly R[] | undefined

/** What the place nearest to the person says, if it says anything on that day. */
function nearest<R extends InForce>(
  pack: Pack,
  on: PlainDate,
  rowsOf: (tables: MaternityTables) => Rows<R>,
): R | undefined {
  for (const tables of filesOf(pack).toReversed()) {
    const row = inForceOn(rowsOf(tables) ?? [], on)
    if (row) return row
  }
  return undefined
}

/** From the country to the place: each pack adds its files after those it extends. */
function filesOf(pack: Pack): readonly MaternityTables[] {
  const order = pack.chain.toReversed()
  return [...pack.maternity.values()].sort((a, b) => order.indexOf(a.pack) - order.indexOf(b.pack))
}

const cite = <T>(part: string, value: T, source: Source): Cited<T> => ({
  value,
  parameter: `maternity.${part}`,
  source,
})

const TITLES = {
  divisor: { zh: '生育津贴的日工资折算天数', en: 'days by which the monthly wage is divided' },
  rounding: { zh: '生育津贴的取整顺序', en: 'rounding of the maternity allowance' },
  birthDays: { zh: '产假天数', en: 'days of maternity leave' },
  difficultDays: { zh: '难产增加的天数', en: 'days for a difficult birth' },
  moreBabyDays: { zh: '多胞胎增加的天数', en: 'days for more than one baby' },
  miscarriage: { zh: '流产的产假天数', en: 'days after a miscarriage' },
  rewardLeave: { zh: '奖励假天数', en: 'days of reward leave' },
  bonusDays: { zh: '奖励假是否发放津贴', en: 'allowance for reward leave' },
  delivery: { zh: '生育医疗费支付标准', en: 'pay for the medical costs of a birth' },
  'check-ups': { zh: '产前检查费支付标准', en: 'pay for check-ups' },
  'family-planning': { zh: '计划生育手术费支付标准', en: 'pay for family planning' },
} as const
