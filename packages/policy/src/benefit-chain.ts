import type { ChainScheme, Cited, DiseaseCap, PotScheme, Source, StageScheme } from '@yichuang/benefits'
import { benefitScheme, setOn, tablesFor } from './benefit-scheme.ts'
import type { SchemeFacts } from './benefit-scheme.ts'
import { EVERYONE, rowsFor } from './check-chains.ts'
import { missingRule } from './missing-rule.ts'
import type { MissingRule } from './missing-rule.ts'
import { inForceOn } from './periods.ts'
import type { BenefitChains, Pack, SupplementTables, Text } from './types.ts'

/** For whom, where and when a chain is asked for. */
export interface ChainFacts extends SchemeFacts {
  /** groups the person is in, by the ids of the place's chain file; others are of no concern */
  readonly groups?: readonly string[] | undefined
  /** recognised chronic and special diseases of the person, for caps that several share */
  readonly recognised?: readonly string[] | undefined
}

type Chain = BenefitChains['chains'][number]
type Stage = Chain['stages'][number]

/** The chain in force at a place for an insurance, kind of care and day; undefined where the place has loaded none. */
export function chainOn(
  pack: Pack,
  { insurance, kind, on }: Pick<SchemeFacts, 'insurance' | 'kind' | 'on'>,
): Chain | undefined {
  const all = [...pack.chains.values()].flatMap(({ chains }) => chains)
  return inForceOn(
    all.filter((chain) => chain.insurance === insurance && chain.kind === kind),
    on,
  )
}

/**
 * Compiles basic tables and chain of a place for one person, hospital and day, or lists every rule that is missing. Where
 * the place has no chain the basic fund is all there is.
 */
export function benefitChain(pack: Pack, facts: ChainFacts): ChainScheme | readonly MissingRule[] {
  const missing: MissingRule[] = []
  const basic = benefitScheme(pack, facts)
  if (!('bands' in basic)) missing.push(...basic)
  const chain = chainOn(pack, facts)
  const groups = groupsOf(pack, facts.groups ?? [])
  const stages = (chain?.stages ?? []).flatMap((stage) => {
    if (!stage.entitled.some((group) => group === EVERYONE || groups.includes(group))) return []
    const tables = pack.supplements.get(stage.table)!
    return stageOf(pack, stage, tables, groups, facts, missing) ?? []
  })
  if (!('bands' in basic) || missing.length > 0) return missing
  const disease = diseaseOf(pack, facts)
  return { basic, ...(disease && { disease }), stages, pots: potsOf(chain) }
}

/** One payer after the basic fund for one person and day, or the rules that are missing: for trying tables alone. */
export function benefitStage(
  pack: Pack,
  table: string,
  facts: ChainFacts,
): StageScheme | readonly MissingRule[] {
  const missing: MissingRule[] = []
  const stage = chainOn(pack, facts)?.stages.find((entry) => entry.table === table)
  const tables = pack.supplements.get(table)
  if (!stage || !tables)
    return [missingRule(pack, table, { zh: '支付顺序', en: 'place in the chain' }, facts.on)]
  return stageOf(pack, stage, tables, groupsOf(pack, facts.groups ?? []), facts, missing) ?? missing
}

/** The groups of people a place's chains tell apart, those first whose rules come first. */
export function personGroups(pack: Pack): readonly { readonly id: string; readonly title: Text }[] {
  return [...pack.chains.values()].flatMap((chain) => chain.groups ?? [])
}

/** The person's groups in the order of the place's list, which says whose rules come first. */
function groupsOf(pack: Pack, groups: readonly string[]): readonly string[] {
  return personGroups(pack)
    .map(({ id }) => id)
    .filter((id) => groups.includes(id))
}

function stageOf(
  pack: Pack,
  { worksOn, only, source }: Stage,
  tables: SupplementTables,
  groups: readonly string[],
  { personClass, on }: ChainFacts,
  missing: MissingRule[],
): StageScheme | undefined {
  const { id, title, payer, rounding, deductible, bands, yearlyCap, enrolmentBonus } = tables
  const cite = citing(id)
  const lack = (part: keyof typeof PARTS) =>
    void missing.push(missingRule(pack, `${id}.${part}`, titleOf(title, part), on))
  const amount = inForceOn(rowsFor(deductible?.rows ?? [], groups, personClass), on)
  if (!amount) lack('deductible')
  const rows = setOn(rowsFor(bands?.rows ?? [], groups, personClass), on)
  if (rows.length === 0 || !bands) lack('bands')
  const cap = inForceOn(rowsFor(yearlyCap?.rows ?? [], groups, personClass), on)
  if (yearlyCap && !cap) lack('yearlyCap')
  if (!amount || !bands || rows.length === 0 || (yearlyCap && !cap)) return undefined
  const bonus = inForceOn(enrolmentBonus ?? [], on)
  return {
    id,
    title,
    payer,
    order: cite('order', 'true', source),
    worksOn,
    ...(only && { only }),
    ...(amount.amount !== undefined && { deductible: cite('deductible', amount.amount, amount.source) }),
    bands: rows
      .toSorted((a, b) => a.above - b.above)
      .map(({ upTo, fundShare, source }) => ({
        ...(upTo !== undefined && { upTo: cite('bands', upTo, source) }),
        fundShare: cite('bands', fundShare, source),
      })),
    bandBase: bands.base,
    bandsYearToDate: bands.yearToDate,
    rounding,
    ...(cap?.amount !== undefined && { yearlyCap: cite('yearlyCap', cap.amount, cap.source) }),
    capCounts: yearlyCap?.counts ?? 'own',
    ...(bonus && {
      capBonus: {
        perYear: cite('enrolmentBonus', bonus.perYear, bonus.source),
        most: cite('enrolmentBonus', bonus.most, bonus.source),
      },
    }),
  }
}

/** The cap of the disease: of the rows whose diseases the person has, that of the most diseases. */
function diseaseOf(pack: Pack, facts: ChainFacts): ChainScheme['disease'] {
  const { disease, recognised = [], on } = facts
  if (disease === undefined) return undefined
  const tables = tablesFor(pack, facts)
  const has = (id: string) => id === disease || recognised.includes(id)
  const rows = (tables?.chronic?.caps ?? []).filter(
    ({ diseases }) => diseases.includes(disease) && diseases.every(has),
  )
  const most = Math.max(...rows.map(({ diseases }) => diseases.length))
  const row = inForceOn(
    rows.filter(({ diseases }) => diseases.length === most),
    on,
  )
  if (!tables || !row) return { id: disease }
  const names = (language: 'zh' | 'en') =>
    row.diseases.map((id) => tables.chronic!.diseases.find((entry) => entry.id === id)!.title[language])
  const cap: DiseaseCap = {
    diseases: row.diseases,
    title: { zh: names('zh').join('、'), en: names('en').join(', ') },
    amount: citing(tables.id)('chronic', row.amount, row.source),
  }
  return { id: disease, cap }
}

function potsOf(chain: Chain | undefined): readonly PotScheme[] {
  return (chain?.account ?? []).map(({ pot, pays, source }) => ({
    pot,
    pays,
    order: citing('account')(pot, 'true', source),
  }))
}

const citing =
  (id: string) =>
  <T>(part: string, value: T, source: Source): Cited<T> => ({ value, parameter: `${id}.${part}`, source })

const PARTS = {
  deductible: { zh: '起付标准', en: 'deductible' },
  bands: { zh: '支付比例', en: 'share paid' },
  yearlyCap: { zh: '年度最高支付限额', en: 'yearly cap' },
} as const

function titleOf(title: Text, part: keyof typeof PARTS): Text {
  return { zh: `${title.zh}${PARTS[part].zh}`, en: `${PARTS[part].en}, ${title.en}` }
}
