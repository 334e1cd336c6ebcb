import type {
  BenefitScheme,
  CareKind,
  CarePlace,
  Cited,
  HospitalLevel,
  Insurance,
  PersonClass,
  Source,
} from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import { isMissing, missingRule } from './missing-rule.ts'
import type { MissingRule } from './missing-rule.ts'
import { parameterOn } from './parameter.ts'
import { inForceOn } from './periods.ts'
import type { BenefitTables, InForce, Pack, Text } from './types.ts'
import { unknownIn } from './unknown.ts'

/** For whom, where and when a scheme is asked for. */
export interface SchemeFacts {
  readonly insurance: Insurance
  readonly kind: CareKind
  readonly level: HospitalLevel
  readonly personClass: PersonClass
  readonly carePlace: CarePlace
  readonly on: PlainDate
  /** id of a chronic or special disease of the place's tables, when the claim is for one */
  readonly disease?: string | undefined
  /** the stay goes on from another hospital */
  readonly transferred?: boolean | undefined
}

type Cite = <T>(part: string, value: T, source: Source) => Cited<T>

/**
 * Compiles the tables of a pack, or those it borrows, into the scheme that `reimburse` needs; or lists every rule that
 * is missing. A yearly cap its table names as unknown is no fault: the scheme then has none, and `openPoints` says so.
 */
export function benefitScheme(pack: Pack, facts: SchemeFacts): BenefitScheme | readonly MissingRule[] {
  const { insurance, kind, on } = facts
  const own = tablesFor(pack, facts)
  const { borrowed } = pack
  const lent = own ? undefined : lentTablesFor(pack, facts)
  const tables = own ?? lent
  const missing: MissingRule[] = []
  const lack = (part: keyof typeof PARTS): void => {
    const why = unknownIn(tables?.unknown, { part, ...facts })
    missing.push(missingRule(pack, `${insurance}-${kind}.${part}`, titleOf(part, facts), on, undefined, why))
  }
  if (!tables) {
    lack('deductible')
    lack('bands')
    return missing
  }

  const readOn = lent && borrowed ? borrowed.readOn : on
  const mark =
    lent && borrowed
      ? { borrowed: { pack: borrowed.lender, from: borrowed.lenderTitle, why: borrowed.why } }
      : {}
  const cite: Cite = (part, value, source) => ({
    value,
    parameter: `${tables.id}.${part}`,
    source: { ...source, ...mark },
  })

  const deductible = deductibleOf(tables, facts, readOn, cite)
  if (!deductible) lack('deductible')
  const bands = setOn(
    (tables.bands?.rows ?? []).filter((row) => fits(row, facts)),
    readOn,
  ).toSorted((a, b) => a.above - b.above)
  if (bands.length === 0) lack('bands')
  const outOfArea = outOfAreaOf(pack, tables, facts, readOn, cite)
  if (outOfArea === 'missing') lack('outOfArea')
  const transfer = facts.transferred ? inForceOn(tables.transfer ?? [], readOn) : undefined
  if (facts.transferred && !transfer) lack('transfer')
  if (missing.length > 0 || !deductible || !tables.bands || outOfArea === 'missing') return missing

  const factor = inForceOn(
    (tables.ownShareFactor ?? []).filter((row) => fits(row, facts)),
    readOn,
  )
  const cap = inForceOn(
    (tables.yearlyCap ?? []).filter((row) => fits(row, facts)),
    readOn,
  )
  const { level, personClass, carePlace } = facts
  return {
    insurance,
    kind,
    level,
    personClass,
    carePlace,
    on,
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    deductible,
    bands: bands.map(({ upTo, fundShare, source }) => ({
      ...(upTo !== undefined && { upTo: cite('bands', upTo, source) }),
      fundShare: cite('bands', fundShare, source),
    })),
    bandBase: tables.bands.base,
    bandsYearToDate: tables.bands.yearToDate,
    ...(factor && { ownShareFactor: cite('ownShareFactor', factor.value, factor.source) }),
    ...outOfArea,
    ...(transfer && { transfer: cite('transfer', transfer.design, transfer.source) }),
    ...(cap?.amount !== undefined && { yearlyCap: cite('yearlyCap', cap.amount, cap.source) }),
    rounding: tables.rounding,
  }
}

/** A place's own tables for an insurance and kind of care, or for a disease. */
export function tablesFor(pack: Pack, facts: SchemeFacts): BenefitTables | undefined {
  return tablesOf(pack.benefits, facts)
}

/** Another place's tables that stand in for an insurance and kind of care where a place has none on that day. */
export function lentTablesFor(pack: Pack, facts: SchemeFacts): BenefitTables | undefined {
  const { borrowed } = pack
  return !borrowed || borrowed.from > facts.on ? undefined : tablesOf(borrowed.tables, facts)
}

function tablesOf(
  all: ReadonlyMap<string, BenefitTables>,
  { insurance, kind, disease }: SchemeFacts,
): BenefitTables | undefined {
  return [...all.values()].find(
    ({ chronic, ...entry }) =>
      entry.insurance === insurance &&
      entry.kind === kind &&
      (disease === undefined ? !chronic : chronic?.diseases.some(({ id }) => id === disease)),
  )
}

function deductibleOf(
  tables: BenefitTables,
  facts: SchemeFacts,
  readOn: PlainDate,
  cite: Cite,
): BenefitScheme['deductible'] | undefined {
  if (!tables.deductible) return undefined
  const rows = setOn(
    tables.deductible.rows.filter((row) => fits(row, facts)),
    readOn,
  )
  const amounts = rows
    .toSorted((a, b) => (a.admission ?? 1) - (b.admission ?? 1))
    .map((row) => cite('deductible', row.amount, row.source))
  const [first] = amounts
  if (!first) return undefined
  return tables.deductible.design === 'per-year'
    ? { design: 'per-year', amount: first }
    : { design: 'per-admission', amounts }
}

type OutOfArea = Pick<BenefitScheme, 'outOfAreaFirst' | 'outOfAreaCut' | 'outOfAreaWaived'>

/** A place may suspend the lower pay for care elsewhere (绍市医保〔2020〕9号 二（三）); then its size is not asked for. */
function outOfAreaOf(
  pack: Pack,
  tables: BenefitTables,
  facts: SchemeFacts,
  readOn: PlainDate,
  cite: Cite,
): OutOfArea | 'missing' {
  const { carePlace, on } = facts
  if (carePlace === 'local') return {}
  if (pack.parameters.has(CUT_APPLIES)) {
    const applies = parameterOn(pack, CUT_APPLIES, undefined, on)
    if (!isMissing(applies) && applies.value === 'false')
      return { outOfAreaWaived: { value: 'true', parameter: applies.parameter, source: applies.source } }
  }
  const row = inForceOn(
    (tables.outOfArea?.rows ?? []).filter((entry) => entry.carePlace === carePlace),
    readOn,
  )
  if (!row) return 'missing'
  const value = cite('outOfArea', row.value, row.source)
  return tables.outOfArea?.design === 'cut-in-share' ? { outOfAreaCut: value } : { outOfAreaFirst: value }
}
const CUT_APPLIES = 'claims.out-of-area-cut-applies'

function fits(row: { readonly level?: string; readonly personClass?: string }, facts: SchemeFacts): boolean {
  return (
    (row.level === undefined || row.level === facts.level) &&
    (row.personClass === undefined || row.personClass === facts.personClass)
  )
}

/** The rows of the latest set that has begun: a later set replaces an earlier one as a whole. */
export function setOn<R extends InForce>(rows: readonly R[], on: PlainDate): readonly R[] {
  const latest = inForceOn(rows, on)
  return latest ? rows.filter((row) => row.from === latest.from) : []
}

const PARTS = {
  deductible: { zh: '起付标准', en: 'deductible' },
  bands: { zh: '支付比例', en: 'share paid by the fund' },
  transfer: { zh: '转院起付标准', en: 'deductible after a transfer' },
  outOfArea: { zh: '异地就医待遇', en: 'benefit for care outside the insured place' },
} as const
const WORDS = {
  employee: { zh: '职工医保', en: 'employee insurance' },
  resident: { zh: '居民医保', en: 'resident insurance' },
  inpatient: { zh: '住院', en: 'in-patient' },
  outpatient: { zh: '普通门诊', en: 'out-patient' },
  primary: { zh: '一级医院', en: 'primary hospital' },
  secondary: { zh: '二级医院', en: 'secondary hospital' },
  tertiary: { zh: '三级医院', en: 'tertiary hospital' },
} as const

function titleOf(part: keyof typeof PARTS, { insurance, kind, level }: SchemeFacts): Text {
  const [i, k, l, p] = [WORDS[insurance], WORDS[kind], WORDS[level], PARTS[part]]
  return { zh: `${i.zh}${k.zh}${p.zh}（${l.zh}）`, en: `${p.en}, ${i.en}, ${k.en}, ${l.en}` }
}
