import type { Source } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import { allowanceScheme } from '../maternity.ts'
import { benefitScheme, tablesFor } from '../benefit-scheme.ts'
import { isMissing } from '../missing-rule.ts'
import type { MissingRule } from '../missing-rule.ts'
import type { AllowanceExample, BenefitTables, Example, MaternityTables, Pack } from '../types.ts'

/** The pack as an example reads it, or the part that it assumes although the place has loaded it. */
export type Assumed = Pack | { readonly known: string }

/** Puts what a claim's example assumes where its place has loaded nothing. */
export function assuming(pack: Pack, { scheme, assume }: Pick<Example, 'scheme' | 'assume'>): Assumed {
  const tables = tablesFor(pack, scheme)
  if (!assume || !tables) return pack
  const { level, on } = scheme
  const lacks = lackedBy(benefitScheme(pack, scheme))
  const row = { level, from: on, source: sourceOf(assume.why, on) } as const
  let own: BenefitTables = tables
  if (assume.deductible !== undefined) {
    if (!lacks('deductible')) return { known: 'deductible' }
    const { design, rows } = own.deductible ?? { design: 'per-year', rows: [] }
    own = { ...own, deductible: { design, rows: [...rows, { ...row, amount: assume.deductible }] } }
  }
  if (assume.fundShare !== undefined) {
    if (!lacks('bands')) return { known: 'bands' }
    const { base, yearToDate, rows } = own.bands ?? { base: 'over-deductible', yearToDate: false, rows: [] }
    const above = 0 as NonNullable<BenefitTables['bands']>['rows'][number]['above']
    own = {
      ...own,
      bands: { base, yearToDate, rows: [...rows, { ...row, above, fundShare: assume.fundShare }] },
    }
  }
  return { ...pack, benefits: new Map(pack.benefits).set(own.id, own) }
}

/** Puts what an allowance's example assumes where its place has loaded nothing. */
export function assumingAllowance(pack: Pack, { on, assume, event }: AllowanceExample): Assumed {
  if (!assume) return pack
  const { why, divisor, rounding, bonusDays } = assume
  const lacks = lackedBy(allowanceScheme(pack, on, event))
  for (const part of ['divisor', 'rounding', 'bonusDays'] as const)
    if (assume[part] !== undefined && !lacks(part)) return { known: part }
  const row = { from: on, source: sourceOf(why, on) }
  const added: MaternityTables = {
    id: ASSUMED,
    pack: pack.id,
    title: { zh: why, en: why },
    maternity: true,
    ...(divisor !== undefined && { divisor: [{ value: divisor, ...row }] }),
    ...(rounding !== undefined && { rounding: [{ order: rounding, ...row }] }),
    ...(bonusDays !== undefined && { bonusDays: [{ ...bonusDays, ...row }] }),
  }
  return { ...pack, maternity: new Map(pack.maternity).set(ASSUMED, added) }
}
const ASSUMED = 'assumed'

function lackedBy(answer: object): (part: string) => boolean {
  const missing = (Array.isArray(answer) ? answer : []).filter((one): one is MissingRule => isMissing(one))
  return (part) => missing.some(({ rule }) => rule.endsWith(`.${part}`))
}

function sourceOf(why: string, from: PlainDate): Source {
  return { document: ASSUMED, citation: why, clause: '算例的假定', quote: why, from }
}
