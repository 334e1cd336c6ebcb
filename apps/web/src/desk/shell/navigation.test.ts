import { expect, test } from 'vitest'
import { entriesFor, entryOf, mayOpen } from './navigation.ts'

test('a clerk is offered the inbox, the window, what is owed and the rules, nothing else', () => {
  expect(entriesFor(['clerk']).map(({ name }) => name)).toEqual([
    'inbox',
    'window',
    'referrals',
    'chronicLists',
    'filings',
    'treatFirst',
    'owed',
    'packs',
  ])
})

test('a hospital’s office is offered its own room and nothing of the agency', () => {
  expect(entriesFor(['hospital']).map(({ name }) => name)).toEqual([
    'refer',
    'treat',
    'chronic',
    'mappings',
    'objections',
    'treatFirst',
    'reconciliation',
    'ownClearing',
  ])
  expect(mayOpen('/', ['hospital'])).toBe(false)
  expect(entriesFor(['expert']).some(({ roles }) => roles === 'any')).toBe(false)
})

test.each([
  ['/', 'inbox'],
  ['/cases/330600/1', 'inbox'],
  ['/window/330600/1', 'window'],
  ['/payments', 'payments'],
  ['/windows', 'inbox'],
])('%s belongs to %s', (path, name) => expect(entryOf(path).name).toBe(name))

test('an auditor may open the runs but not the offices', () => {
  expect(mayOpen('/payments/330600/1', ['auditor'])).toBe(true)
  expect(mayOpen('/offices', ['auditor'])).toBe(false)
})
