import { formatYuan } from '@yichuang/kernel'
import type { Step } from '../trace-step.ts'
import { bands, cite, money, share, step, writeBasic } from '../write-trace.ts'
import { bonusYearsOf, withAccumulators } from './calculate-chain.ts'
import type { ChainClaim, ChainScheme, PotScheme, StageScheme } from './chain.ts'

/** Writes down the steps of a claim through the chain with their facts and cited values only. */
export function writeChain(chain: ChainScheme, claim: ChainClaim): Step {
  const steps = [soFar(chain, claim), writeBasic('basic', chain.basic, withAccumulators(claim))]
  if (chain.disease) steps.push(disease(chain.disease))
  for (const entry of chain.stages) steps.push(stage(entry, claim))
  for (const entry of chain.pots) {
    const balance = claim.accounts?.[entry.pot]
    if (balance !== undefined) steps.push(pot(entry, formatYuan(balance)))
  }
  steps.push(step('cash', 'cash', {}))
  return step('chain', 'chain', {}, undefined, steps)
}

function soFar({ stages }: ChainScheme, { used }: ChainClaim): Step {
  const ofStages = inOrder(
    used.stages,
    stages.map(({ id }) => id),
  ).map(([id, it]) => {
    const title = stages.find((stage) => stage.id === id)?.title
    return step(`so-far.${id}`, 'so-far.stage', {
      stage: id,
      zh: title?.zh ?? id,
      en: title?.en ?? id,
      inScopeUsed: formatYuan(it.inScopeUsed),
      deductibleUsed: formatYuan(it.deductibleUsed),
      fundPaid: formatYuan(it.fundPaid),
    })
  })
  const ofDiseases = inOrder(used.diseases, []).map(([id, paid]) =>
    step(`so-far.disease.${id}`, 'so-far.disease', { disease: id, paid: formatYuan(paid) }),
  )
  return step('chain.so-far', 'chain.so-far', {}, undefined, [...ofStages, ...ofDiseases])
}

/** The order of a record's keys is lost where it is stored; the same claim must be the same trace again. */
function inOrder<T>(record: Readonly<Record<string, T>>, first: readonly string[]): [string, T][] {
  const known = first.filter((key) => key in record)
  const others = Object.keys(record).filter((key) => !known.includes(key))
  return [...known, ...others.sort()].map((key) => [key, record[key]!])
}

function disease({ id, cap }: NonNullable<ChainScheme['disease']>): Step {
  if (cap === undefined) return step('disease', 'disease', { disease: id })
  const facts = { disease: id, diseases: cap.diseases.join(','), zh: cap.title.zh, en: cap.title.en }
  return step('disease', 'disease-cap', facts, [money('cap', cap.amount)])
}

function stage(scheme: StageScheme, claim: ChainClaim): Step {
  const { id, payer, title, worksOn, only, deductible } = scheme
  const facts = { stage: id, payer, zh: title.zh, en: title.en, worksOn: worksOn.join(','), only: only ?? '' }
  const steps: Step[] = []
  if (deductible)
    steps.push(step(`${id}.deductible`, 'deductible.per-year', {}, [money('standard', deductible)]))
  steps.push(under(id, bands(scheme)))
  const cap = stageCap(scheme, claim)
  if (cap) steps.push(cap)
  return step(id, 'stage', facts, [cite('order', scheme.order, String)], steps)
}

function stageCap(scheme: StageScheme, claim: ChainClaim): Step | undefined {
  const { id, yearlyCap, capCounts, capBonus } = scheme
  if (yearlyCap === undefined) return undefined
  const years = bonusYearsOf(scheme, claim)
  const parameters = [money('cap', yearlyCap)]
  if (capBonus && years > 0) parameters.push(money('perYear', capBonus.perYear), share('most', capBonus.most))
  return step(`${id}.cap`, 'stage.cap', { counts: capCounts, bonusYears: String(years) }, parameters)
}

/** The same steps with ids of their own, for those of the basic fund stand in the same trace. */
function under(id: string, bands: Step): Step {
  return {
    ...bands,
    id: `${id}.${bands.id}`,
    children: bands.children!.map((band) => ({ ...band, id: `${id}.${band.id}` })),
  }
}

function pot({ pot, pays, order }: PotScheme, balance: string): Step {
  return step(`pot.${pot}`, 'pot', { pot, pays: pays.join(','), balance }, [cite('order', order, String)])
}
