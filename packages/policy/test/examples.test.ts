import { calculateChain, calculateStage, explainChain, NOTHING_USED, reimburse } from '@yichuang/benefits'
import type { BenefitClaim, ChainClaim, StageUsed } from '@yichuang/benefits'
import { ONE, fen, yearOf } from '@yichuang/kernel'
import { describe, expect, it, test } from 'vitest'
import { benefitChain, benefitScheme, benefitStage, isMissing } from '../src/index.ts'
import type { Example } from '../src/index.ts'
import { realPacks } from './files.ts'

const packs = realPacks()
const examples = [...packs.values()].flatMap((pack) =>
  pack.examples.map((example) => ({ pack, example, name: `${pack.id}: ${example.name}` })),
)
const basic = examples.filter(({ example }) => example.expect.payers === undefined)
const chains = examples.filter(({ example }) => example.expect.payers !== undefined)
const stages = [...packs.values()].flatMap((pack) =>
  pack.stageExamples.map((example) => ({ pack, example, name: `${pack.id}: ${example.name}` })),
)

describe('a worked example of a published set comes out to the fen:', () => {
  test.each(basic)('$name', ({ pack, example }) => {
    const scheme = benefitScheme(pack, example.scheme)
    if (!('deductible' in scheme)) throw new Error(scheme.map((missing) => missing.sentence.en).join('\n'))
    expect(reimburse(scheme, claimOf(example))).toMatchObject(example.expect)
  })
})

describe('a worked example of a whole chain comes out to the fen for every payer:', () => {
  test.each(chains)('$name', ({ pack, example }) => {
    const chain = benefitChain(pack, example.scheme)
    if (!('basic' in chain)) throw new Error(chain.map((missing) => missing.sentence.en).join('\n'))
    const claim = chainClaimOf(example)
    const { fund, payers = {}, person, cash, ...amounts } = example.expect
    const result = calculateChain(chain, claim)
    expect(result.basic).toMatchObject(amounts)
    expect(result).toMatchObject({ basicPaid: fund, payers, person, ...(cash !== undefined && { cash }) })
    expect(explainChain(chain, claim).result).toEqual(result)
  })
})

describe('a worked example of one payer after the basic fund comes out to the fen:', () => {
  test.each(stages)('$name', ({ pack, example }) => {
    const stage = benefitStage(pack, example.table, example.scheme)
    if (!('payer' in stage)) throw new Error(stage.map((missing) => missing.sentence.en).join('\n'))
    const result = calculateStage(
      stage,
      fen(example.base),
      (example.used as StageUsed | undefined) ?? NOTHING_USED,
      {
        bonusYears: example.bonusYears ?? 0,
        paidByBasic: fen(example.paidByBasic ?? 0),
      },
    )
    expect(result).toMatchObject(example.expect)
  })
})

it('every payer after a basic fund has worked examples', () => {
  const without = [...packs.values()].flatMap((pack) => {
    const tried = new Set(pack.stageExamples.map((example) => example.table))
    const whole = new Set(
      pack.examples.flatMap(({ expect }) =>
        Object.entries(expect.payers ?? {}).flatMap(([payer, paid]) => (paid ? [payer] : [])),
      ),
    )
    return [...pack.supplements.values()]
      .filter(({ id, payer }) => !tried.has(id) && !whole.has(payer))
      .map(({ id }) => `${pack.id} ${id}`)
  })
  expect(without).toEqual([])
})

it('every set that can be calculated has worked examples', () => {
  const without = [...packs.values()].flatMap((pack) =>
    [...pack.benefits.values()]
      .filter((tables) => tables.bands && tables.deductible)
      .filter(
        (tables) =>
          !pack.examples.some(
            ({ scheme }) => scheme.insurance === tables.insurance && scheme.kind === tables.kind,
          ),
      )
      .map((tables) => `${pack.id} ${tables.id}`),
  )
  expect(without).toEqual([])
})

it('a set with only part of its figures says which are missing and who can load them', () => {
  const shangluo = packs.get('cn-61-10-shangluo')!
  const facts = {
    insurance: 'employee',
    kind: 'inpatient',
    level: 'tertiary',
    personClass: 'active',
    carePlace: 'local',
  } as const
  const answer = benefitScheme(shangluo, { ...facts, on: shangluo.calendars.at(-1)!.work.at(-1)! })
  if ('deductible' in answer) throw new Error('a scheme without bands was compiled')
  expect(answer.every(isMissing)).toBe(true)
  expect(answer.map((missing) => missing.rule)).toEqual(['employee-inpatient.bands'])
  expect(answer[0]?.sentence.zh).toBe(
    '缺少规则：商洛市在 2026-10-10 的“职工医保住院支付比例（三级医院）”，由商洛市医疗保障局加载后即可使用；在此之前由工作人员人工办理。',
  )
})

function chainClaimOf(example: Example): ChainClaim {
  const { lines, accumulators } = claimOf(example)
  const { used, otherPaid, bonusYears, transferred, accounts } = example.claim
  return {
    lines,
    used: {
      basic: accumulators,
      stages: (used?.stages ?? {}) as ChainClaim['used']['stages'],
      diseases: (used?.diseases ?? {}) as ChainClaim['used']['diseases'],
    },
    ...(otherPaid !== undefined && { otherPaid: fen(otherPaid) }),
    ...(bonusYears !== undefined && { bonusYears }),
    ...(transferred && {
      transferred: { admission: transferred.admission, deducted: fen(transferred.deducted) },
    }),
    ...(accounts && { accounts: accounts as ChainClaim['accounts'] }),
  }
}

function claimOf({ claim, scheme }: Example): BenefitClaim {
  return {
    lines: claim.lines.map(({ name, amount, class: group, selfPayRatio, inPlan }, index) => ({
      id: String(index),
      name,
      amount: fen(amount),
      class: group,
      ...(inPlan && { inPlan }),
      selfPayRatio: selfPayRatio ?? (group === 'C' ? ONE : (0 as typeof ONE)),
    })),
    accumulators: {
      year: yearOf(scheme.on),
      deductibleUsed: fen(claim.used?.deductibleUsed ?? 0),
      inScopeUsed: fen(claim.used?.inScopeUsed ?? 0),
      fundPaid: fen(claim.used?.fundPaid ?? 0),
      admissions: claim.used?.admissions ?? 0,
    },
  }
}
