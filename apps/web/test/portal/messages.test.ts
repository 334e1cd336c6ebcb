import { expect, test } from 'vitest'
import { en as firstEn } from '../../src/portal/messages.en.ts'
import { zh as firstZh } from '../../src/portal/messages.zh.ts'
import { apply as applyEn } from '../../src/portal/messages/apply.en.ts'
import { apply as applyZh } from '../../src/portal/messages/apply.zh.ts'
import { calculator as calculatorEn } from '../../src/portal/messages/calculator.en.ts'
import { calculator as calculatorZh } from '../../src/portal/messages/calculator.zh.ts'
import { cases as casesEn } from '../../src/portal/messages/case.en.ts'
import { cases as casesZh } from '../../src/portal/messages/case.zh.ts'

const en = { ...firstEn, apply: applyEn, calculator: calculatorEn, cases: casesEn }
const zh = { ...firstZh, apply: applyZh, calculator: calculatorZh, cases: casesZh }

function entries(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, path ? `${path}.${key}` : key))
}

test('English has every message of Chinese and no other', () => {
  expect(entries(en).map(([path]) => path)).toEqual(entries(zh).map(([path]) => path))
})

test('no message is empty, and a message with values takes as many in both languages', () => {
  const shape = (value: unknown) => (typeof value === 'function' ? value.length : typeof value)
  const shapes = (texts: object) => entries(texts).map(([path, value]) => [path, shape(value)])
  expect(shapes(en)).toEqual(shapes(zh))
  expect(entries([en, zh]).filter(([, value]) => value === '')).toEqual([])
})

test('English messages hold no Chinese but the name of the other language', () => {
  const han = /\p{Script=Han}/u
  const chinese = entries(en).filter(([, value]) => typeof value === 'string' && han.test(value))
  expect(chinese).toEqual([['otherLanguage', '中文']])
})
