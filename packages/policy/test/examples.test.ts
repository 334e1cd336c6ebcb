import { plainDate } from '@yichuang/kernel'
import { describe, expect, it, test } from 'vitest'
import {
  benefitScheme,
  exampleFaults,
  isMissing,
  runAllowanceExample,
  runExample,
  runStageExample,
} from '../src/index.ts'
import type { Pack } from '../src/index.ts'
import { filesBelow, here, realPacks } from './files.ts'

const packs = realPacks()
const named = <E extends { readonly name: string }>(of: (pack: Pack) => readonly E[]) =>
  [...packs.values()].flatMap((pack) =>
    of(pack).map((example) => ({ pack, example, name: `${pack.id}: ${example.name}` })),
  )

describe('a worked example of a published set comes out to the fen for every payer:', () => {
  test.each(named(({ examples }) => examples))('$name', ({ pack, example }) => {
    expect(runExample(pack, example)).toEqual([])
  })
})

describe('a worked example of one payer after the basic fund comes out to the fen:', () => {
  test.each(named(({ stageExamples }) => stageExamples))('$name', ({ pack, example }) => {
    expect(runStageExample(pack, example)).toEqual([])
  })
})

describe('a worked example of a maternity allowance comes out to the fen:', () => {
  test.each(named(({ allowanceExamples }) => allowanceExamples))('$name', ({ pack, example }) => {
    expect(runAllowanceExample(pack, example)).toEqual([])
  })
})

it('the pack check works the examples of all packs out', () => {
  expect(exampleFaults(packs, filesBelow(here('../../../policy-packs')))).toEqual([])
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
  const answer = benefitScheme(shangluo, { ...facts, on: plainDate('2026-10-10') })
  if ('deductible' in answer) throw new Error('a scheme without bands was compiled')
  expect(answer.every(isMissing)).toBe(true)
  expect(answer.map((missing) => missing.rule)).toEqual(['employee-inpatient.bands'])
  expect(answer[0]?.sentence.zh).toBe(
    '缺少规则：商洛市在 2026-10-10 的“职工医保住院支付比例（三级医院）”（摘录没有写住院的支付比例），由商洛市医疗保障局加载后即可使用；在此之前由工作人员人工办理。',
  )
})
