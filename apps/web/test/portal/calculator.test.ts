import { CalculateInput } from '@yichuang/contracts'
import type { CalculatorPlace } from '@yichuang/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculator as t } from '../../src/portal/messages/calculator.zh.ts'
import { newQuestion } from '../../src/portal/pages/calculator/question.ts'
import type { Question } from '../../src/portal/pages/calculator/question.ts'
import { readQuestion } from '../../src/portal/pages/calculator/read-question.ts'

const place: CalculatorPlace = {
  pack: 'here',
  regionCode: '330600',
  name: '这里',
  figuresOnly: false,
  schemes: [],
  groups: [{ id: 'hardship', title: '困难群体' }],
  stages: [
    {
      id: 'second',
      title: '大病保险',
      insurance: 'resident',
      kind: 'inpatient',
      from: '2020-01-01',
      countsYears: true,
    },
  ],
}
const question = newQuestion('here', '2020-10-15', 'inpatient')
const read = (part: Partial<Question>) => readQuestion({ ...question, ...part }, place, t)
const faultsOf = (part: Partial<Question>) => {
  const answer = read(part)
  return 'faults' in answer ? answer.faults.map(({ path }) => path) : []
}
const bodyOf = (part: Partial<Question>) => {
  const answer = read(part)
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults))
  return CalculateInput.parse(answer.body)
}

test('a sum is split into the classes, and what is not said is class A', () => {
  const { lines } = bodyOf({ total: '1,000', classB: '300', ratioB: '10%', classC: '100' })
  expect(lines.map(({ class: one, amount, selfPayRatio }) => [one, amount, selfPayRatio])).toEqual([
    ['A', '600.00', '0'],
    ['B', '300.00', '0.100000'],
    ['C', '100.00', '0'],
  ])
})

test('whatever the parts, the lines add up to the sum and the contract takes them', () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 })
  const yuan = (fen: number) => (fen / 100).toFixed(2)
  fc.assert(
    fc.property(cents, cents, cents, fc.integer({ min: 0, max: 100 }), (a, b, c, percent) => {
      fc.pre(a + b + c > 0)
      const { lines } = bodyOf({
        total: yuan(a + b + c),
        classB: yuan(b),
        classC: yuan(c),
        ratioB: String(percent),
      })
      const sum = lines.reduce((all, { amount }) => all + Math.round(Number(amount) * 100), 0)
      expect(sum).toBe(a + b + c)
    }),
  )
})

test('all faults come at once, each with its field', () => {
  expect(faultsOf({ on: '', total: '一千', classB: '-3', used: { ...question.used, fund: 'x' } })).toEqual([
    'on',
    'total',
    'classB',
    'used.fund',
  ])
  expect(faultsOf({})).toEqual(['total'])
  expect(faultsOf({ total: '0' })).toEqual(['total'])
})

test('parts above the sum, and class B without its share, are refused', () => {
  expect(faultsOf({ total: '100', classB: '60', classC: '50', ratioB: '10' })).toEqual(['classB'])
  expect(faultsOf({ total: '100', classB: '60' })).toEqual(['ratioB'])
  expect(faultsOf({ total: '100', classB: '60', ratioB: '101' })).toEqual(['ratioB'])
})

test('items keep their class, and an item without an amount is named', () => {
  const line = { id: '1', name: '', amount: '80', class: 'B', ratio: '5' } as const
  expect(bodyOf({ way: 'lines', lines: [line] }).lines).toMatchObject([
    { name: '第 1 项', amount: '80.00', class: 'B', selfPayRatio: '0.050000' },
  ])
  expect(faultsOf({ way: 'lines', lines: [line, { ...line, id: '2', amount: '' }] })).toEqual([
    'lines.1.amount',
  ])
})

test('only what the place asks for is sent', () => {
  const typed = { total: '10', groups: ['hardship', 'other'], bonusYears: '3', disease: 'unknown' }
  const used = { base: '1', deductible: '2', fund: '3' }
  const body = bodyOf({ ...typed, stages: { second: used, elsewhere: used } })
  expect(body).toMatchObject({ groups: ['hardship'], bonusYears: 3 })
  expect(body.disease).toBeUndefined()
  expect(Object.keys(body.stagesUsed)).toEqual(['second'])
  expect(bodyOf({ ...typed, kind: 'outpatient' }).stagesUsed).toEqual({})
  expect(bodyOf({ ...typed, on: '2019-12-31' }).stagesUsed).toEqual({})
})
