import type { CalculatorPlace } from '@yichuang/contracts'
import { personGroups, type Pack } from '@yichuang/policy'
import type { Language } from '../../platform/problem.ts'
import type { Packs } from '../catalogue/index.ts'

type Scheme = CalculatorPlace['schemes'][number]
type Tables = Pack['benefits'] extends ReadonlyMap<string, infer T> ? T : never

/** The places the calculator knows: those that are served first, then those that only lend their published figures. */
export function calculatorPlaces(packs: Packs, language: Language): CalculatorPlace[] {
  const lenders = [...packs.all().values()].filter(({ borrowedOnly }) => borrowedOnly)
  return [...packs.served(), ...lenders].map((pack) => ({
    pack: pack.id,
    regionCode: pack.regionCode,
    name: pack.title[language],
    figuresOnly: pack.borrowedOnly,
    schemes: schemesOf(pack, language),
    groups: personGroups(pack).map(({ id, title }) => ({ id, title: title[language] })),
    stages: stagesOf(pack, language),
  }))
}

/** One entry for each insurance and kind of care: the place's own tables before borrowed ones. */
function schemesOf(pack: Pack, language: Language): Scheme[] {
  const own = [...pack.benefits.values()]
  const lent = [...(pack.borrowed?.tables.values() ?? [])].filter(
    (tables) => !own.some((one) => !one.chronic && sameScheme(one, tables)),
  )
  const plain = [...own, ...lent].filter(({ chronic }) => !chronic)
  const alone = own.filter(({ chronic }, at) => {
    const before = own.slice(0, at)
    return chronic && ![...plain, ...before].some((one) => sameScheme(one, own[at]!))
  })
  return [...plain, ...alone].map((tables) => {
    const borrowed = lent.includes(tables) ? pack.borrowed : undefined
    return {
      insurance: tables.insurance,
      kind: tables.kind,
      from: tables.chronic ? null : (borrowed?.from ?? firstDay(tables)),
      borrowedFrom: borrowed?.lenderTitle[language] ?? null,
      diseases: own
        .filter((one) => sameScheme(one, tables))
        .flatMap(({ chronic }) => chronic?.diseases ?? [])
        .map(({ id, title }) => ({ id, title: title[language] })),
    }
  })
}

/** Nothing can be worked out before there is both a deductible and a share. */
function firstDay({ deductible, bands }: Tables): Scheme['from'] {
  const [amount, share] = [deductible, bands].map((part) => part?.rows.map(({ from }) => from).toSorted()[0])
  if (amount === undefined || share === undefined) return null
  return amount > share ? amount : share
}

function stagesOf(pack: Pack, language: Language): CalculatorPlace['stages'] {
  const own = [...pack.chains.values()].flatMap(({ chains }) => chains)
  const { borrowed } = pack
  // What stands in holds from the day it is borrowed, whenever it began with the lender.
  const lent = [...(borrowed?.chains.values() ?? [])]
    .flatMap(({ chains }) => chains)
    .filter((chain) => !own.some((one) => sameScheme(one, chain)))
    .map((chain) => ({ ...chain, from: borrowed!.from }))
  const stages = [...own, ...lent]
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap((chain) =>
      chain.stages.map(({ table }) => {
        const { insurance, kind, from } = chain
        const tables = pack.supplements.get(table) ?? borrowed?.supplements.get(table)
        const { title, enrolmentBonus = [] } = tables!
        return {
          id: table,
          title: title[language],
          insurance,
          kind,
          from,
          countsYears: enrolmentBonus.length > 0,
        }
      }),
    )
  return stages.filter(
    (stage, at) => stages.findIndex((one) => one.id === stage.id && sameScheme(one, stage)) === at,
  )
}

function sameScheme(a: Pick<Scheme, 'insurance' | 'kind'>, b: Pick<Scheme, 'insurance' | 'kind'>): boolean {
  return a.insurance === b.insurance && a.kind === b.kind
}
