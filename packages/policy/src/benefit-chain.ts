import { PARTS as LEFT } from '@yichuang/benefits'
import type { ChainScheme, Cited, DiseaseCap, PotScheme, Source, StageScheme } from '@yichuang/benefits'
import { ageOn, type PlainDate } from '@yichuang/kernel'
import { accountSharing } from './account-sharing.ts'
import { benefitScheme, setOn, tablesFor } from './benefit-scheme.ts'
import type { SchemeFacts } from './benefit-scheme.ts'
import { EVERYONE, rowsFor } from './check-chains.ts'
import { stageUnderMeasures, stateStages } from './measures/later-payers.ts'
import { isMissing, missingRule } from './missing-rule.ts'
import type { MissingRule } from './missing-rule.ts'
import { parameterOn } from './parameter.ts'
import { inForceOn } from './periods.ts'
import { unknownIn } from './unknown.ts'
import type { BenefitChains, Pack, SupplementTables, Text } from './types.ts'

/** For whom, where and when a chain is asked for. */
export interface ChainFacts extends SchemeFacts {
  /** groups the person is in, by the ids of the place's chain file; others are of no concern */
  readonly groups?: readonly string[] | undefined
  /** recognised chronic and special diseases of the person, for caps that several share */
  readonly recognised?: readonly string[] | undefined
  /** whole years of unbroken enrolment before the year of `on`, where an incentive asks for them */
  readonly enrolledYears?: number | undefined
}

type Chain = BenefitChains['chains'][number]
type Stage = Chain['stages'][number]

/** A chain with the payers it names: the place's own, or another's that stands in. */
interface Found {
  readonly chain: Chain
  readonly supplements: ReadonlyMap<string, SupplementTables>
  /** the day its figures are read on, and the mark they carry */
  readonly readOn: PlainDate
  readonly mark: Pick<Source, 'borrowed'>
}

/** The chain in force at a place for an insurance, kind of care and day; undefined where the place has loaded none. */
export function chainOn(
  pack: Pack,
  facts: Pick<SchemeFacts, 'insurance' | 'kind' | 'on'>,
): Chain | undefined {
  return findChain(pack, facts)?.chain
}

function findChain(
  pack: Pack,
  { insurance, kind, on }: Pick<SchemeFacts, 'insurance' | 'kind' | 'on'>,
): Found | undefined {
  const { supplements, borrowed } = pack
  const fitting = (files: Pack['chains']) =>
    [...files.values()]
      .flatMap(({ chains }) => chains)
      .filter((chain) => chain.insurance === insurance && chain.kind === kind)
  const own = fitting(pack.chains)
  if (own.length > 0 || !borrowed || borrowed.from > on) {
    const chain = inForceOn(own, on)
    return chain && { chain, supplements, readOn: on, mark: {} }
  }
  const { readOn, lender, lenderTitle, why } = borrowed
  const chain = inForceOn(fitting(borrowed.chains), readOn)
  const mark = { borrowed: { pack: lender, from: lenderTitle, why } }
  return chain && { chain, supplements: borrowed.supplements, readOn, mark }
}

/**
 * Compiles basic tables and chain of a place for one person, hospital and day, or lists every rule that is missing. Where
 * the place has no chain the basic fund is all there is.
 */
export function benefitChain(pack: Pack, facts: ChainFacts): ChainScheme | readonly MissingRule[] {
  const missing: MissingRule[] = []
  const basic = benefitScheme(pack, facts)
  if (!('bands' in basic)) missing.push(...basic)
  const found = findChain(pack, facts)
  const groups = groupsOf(pack, facts.groups ?? [])
  const stages = (found?.chain.stages ?? []).flatMap((stage) => {
    if (!stage.entitled.some((group) => group === EVERYONE || groups.includes(group))) return []
    const own = stageOf(pack, found!, stage, groups, facts, missing)
    return own ? stageUnderMeasures(pack, own, facts.on) : []
  })
  if (!('bands' in basic) || missing.length > 0) return missing
  const disease = diseaseOf(pack, facts)
  stages.push(...stateStages(pack, groups, facts.on))
  return { basic, ...(disease && { disease }), stages, pots: potsOf(pack, found, facts) }
}

/** Whether the basic fund is the only fund of a chain; the personal account is the person's own, and pays only where asked to. */
export function isBasicOnly({ stages, disease }: ChainScheme): boolean {
  return stages.length === 0 && disease === undefined
}

/** One payer after the basic fund for one person and day, or the rules that are missing: for trying tables alone. */
export function benefitStage(
  pack: Pack,
  table: string,
  facts: ChainFacts,
): StageScheme | readonly MissingRule[] {
  const missing: MissingRule[] = []
  const found = findChain(pack, facts)
  const stage = found?.chain.stages.find((entry) => entry.table === table)
  if (!found || !stage || !found.supplements.has(table))
    return [missingRule(pack, table, { zh: '支付顺序', en: 'place in the chain' }, facts.on)]
  const own = stageOf(pack, found, stage, groupsOf(pack, facts.groups ?? []), facts, missing)
  return own ? stageUnderMeasures(pack, own, facts.on) : missing
}

/** A group of people that a place's chains tell apart; one with an age is told by the day of birth. */
export interface PersonGroup {
  readonly id: string
  readonly title: Text
  readonly age?: { readonly from: number } | undefined
}

/** The groups of people a place's chains tell apart, those first whose rules come first. */
export function personGroups(pack: Pack): readonly PersonGroup[] {
  const own = [...pack.chains.values()].flatMap((chain) => chain.groups ?? [])
  const lent = [...(pack.borrowed?.chains.values() ?? [])].flatMap((chain) => chain.groups ?? [])
  return [...own, ...lent.filter(({ id }) => !own.some((group) => group.id === id))]
}

/** The groups a person is in on a day, in the order of the place: those recorded for them and those of their age. */
export function groupsOfPerson(
  pack: Pack,
  { recorded, birth }: { readonly recorded: readonly string[]; readonly birth: PlainDate },
  on: PlainDate,
): string[] {
  const age = ageOn(birth, on)
  return personGroups(pack)
    .filter((group) => (group.age === undefined ? recorded.includes(group.id) : age >= group.age.from))
    .map(({ id }) => id)
}

/** The person's groups in the order of the place's list, which says whose rules come first. */
function groupsOf(pack: Pack, groups: readonly string[]): readonly string[] {
  return personGroups(pack)
    .map(({ id }) => id)
    .filter((id) => groups.includes(id))
}

function stageOf(
  pack: Pack,
  found: Found,
  { table, worksOn, only, source }: Stage,
  groups: readonly string[],
  { personClass, on, enrolledYears }: ChainFacts,
  missing: MissingRule[],
): StageScheme | undefined {
  // In a lent order of payers the place's own tables stand before the lender's.
  const own = found.mark.borrowed && pack.supplements.get(table)
  const tables = own ?? found.supplements.get(table)!
  const { id, title, payer, rounding, deductible, bands, yearlyCap, enrolmentBonus } = tables
  const readOn = own ? on : found.readOn
  const cite = citing(id, own ? {} : found.mark)
  const whyOpen = (part: keyof typeof PARTS) =>
    [...groups, undefined]
      .map((group) => unknownIn(tables.unknown, { part, group, personClass }))
      .find((why) => why !== undefined)
  const lack = (part: keyof typeof PARTS) =>
    void missing.push(missingRule(pack, `${id}.${part}`, titleOf(title, part), on, undefined, whyOpen(part)))
  const amount = inForceOn(rowsFor(deductible?.rows ?? [], groups, personClass), readOn)
  if (!amount) lack('deductible')
  const rows = setOn(rowsFor(bands?.rows ?? [], groups, personClass), readOn)
  if (rows.length === 0 || !bands) lack('bands')
  const cap = inForceOn(rowsFor(yearlyCap?.rows ?? [], groups, personClass), readOn)
  const capOpen = yearlyCap !== undefined && !cap && !whyOpen('yearlyCap')
  if (capOpen) lack('yearlyCap')
  if (!amount || !bands || rows.length === 0 || capOpen) return undefined
  const bonus = inForceOn(enrolmentBonus ?? [], readOn)
  return {
    id,
    title,
    payer,
    order: citing(id, found.mark)('order', 'true', source),
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
        ...(bonus.countsAfter !== undefined &&
          enrolledYears !== undefined && { years: Math.max(0, enrolledYears - bonus.countsAfter) }),
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
    amount: citing(tables.id, {})('chronic', row.amount, row.source),
  }
  return { id: disease, cap }
}

/**
 * What personal accounts pay: as the place's chain says, else as the country says of employees' accounts. Those of relatives
 * pay the same, and for people without an account of their own.
 */
function potsOf(
  pack: Pack,
  found: Found | undefined,
  { insurance, on }: Pick<SchemeFacts, 'insurance' | 'on'>,
): readonly PotScheme[] {
  if (found?.chain.account)
    return found.chain.account.map(({ pot, pays, source }) => ({
      pot,
      pays,
      order: citing('account', found.mark)(pot, 'true', source),
    }))
  if (!pack.parameters.has(PAYS)) return []
  const allowed = LEFT.flatMap((part) => {
    const rule = parameterOn(pack, PAYS, part, on)
    return isMissing(rule) || rule.value !== 'true' ? [] : [{ part, source: rule.source }]
  })
  const [first] = allowed
  if (!first) return []
  const pays = allowed.map(({ part }) => part)
  const own = { value: 'true', parameter: PAYS, source: first.source } as const
  const [shared] = accountSharing(pack, on).values()
  return [
    ...(insurance === 'employee'
      ? (['current', 'past'] as const).map((pot) => ({ pot, pays, order: own }))
      : []),
    ...(shared
      ? [{ pot: 'family' as const, pays, order: { ...own, parameter: FAMILY, source: shared } }]
      : []),
  ]
}
const FAMILY = 'accounts.family'
const PAYS = 'accounts.pays'

const citing =
  (id: string, mark: Pick<Source, 'borrowed'>) =>
  <T>(part: string, value: T, source: Source): Cited<T> => ({
    value,
    parameter: `${id}.${part}`,
    source: { ...source, ...mark },
  })

const PARTS = {
  deductible: { zh: '起付标准', en: 'deductible' },
  bands: { zh: '支付比例', en: 'share paid' },
  yearlyCap: { zh: '年度最高支付限额', en: 'yearly cap' },
} as const

function titleOf(title: Text, part: keyof typeof PARTS): Text {
  return { zh: `${title.zh}${PARTS[part].zh}`, en: `${PARTS[part].en}, ${title.en}` }
}
