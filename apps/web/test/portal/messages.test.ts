import { expect, test } from 'vitest'
import { en } from '../../src/portal/messages.en.ts'
import { zh } from '../../src/portal/messages.zh.ts'

function entries(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, path ? `${path}.${key}` : key))
}

test('English has every message of Chinese and no other', () => {
  expect(entries(en).map(([path]) => path)).toEqual(entries(zh).map(([path]) => path))
})

test('no message is empty, and a message with values takes them in both languages', () => {
  const chinese = new Map(entries(zh))
  for (const [path, value] of entries(en)) {
    const other = chinese.get(path)
    expect(typeof value, path).toBe(typeof other)
    if (typeof value === 'string') expect(value && other, path).toBeTruthy()
    if (typeof value === 'function') expect(value.length, path).toBe((other as () => string).length)
  }
})

test('English messages are in English and Chinese ones in Chinese', () => {
  const han = /\p{Script=Han}/u
  const foreign = new Set(['otherLanguage'])
  for (const [path, value] of entries(en)) {
    if (typeof value === 'string' && !foreign.has(path)) expect(han.test(value), path).toBe(false)
  }
})
