import { staffRoles, type StaffRole } from '@yichuang/contracts'
import { describe, expect, test } from 'vitest'
import { entriesFor, entryOf, mayOpen, menuFor } from './navigation.ts'

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

describe('the menu', () => {
  const names = (role: StaffRole) =>
    menuFor([role]).map((item) =>
      'entries' in item ? [item.name, ...item.entries.map(({ name }) => name)] : item.name,
    )

  test('gathers what finance has many of, and leaves the inbox before all', () => {
    expect(names('finance')).toEqual([
      'inbox',
      'treatFirst',
      ['institutions', 'reconciliation', 'clearing', 'institutions', 'traffic'],
      ['money', 'payments', 'corrections', 'prepayments'],
      'packs',
    ])
  })

  test('of a role with few entries has no groups', () => {
    expect(names('approver')).toEqual(['inbox', 'treatFirst', 'clearing', 'corrections', 'packs'])
  })

  test.each(staffRoles)(
    'offers %s each of its entries once, and seven things side by side at most',
    (role) => {
      const menu = menuFor([role])
      const offered = menu.flatMap((item) => ('entries' in item ? item.entries : [item]))
      expect(offered.map(({ name }) => name).toSorted()).toEqual(
        entriesFor([role])
          .map(({ name }) => name)
          .toSorted(),
      )
      expect(menu.length).toBeLessThanOrEqual(7)
    },
  )
})
