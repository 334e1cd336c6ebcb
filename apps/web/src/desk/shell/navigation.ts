import type { StaffRole } from '@yichuang/contracts'

/** One entry of the navigation: its address and the roles it is offered to; `any` is everybody of the agency's own. */
export interface Entry {
  readonly name:
    | 'inbox'
    | 'window'
    | 'payments'
    | 'supervision'
    | 'offices'
    | 'staff'
    | 'audit'
    | 'packs'
    | 'policy'
    | 'measures'
    | 'owed'
    | 'refer'
    | 'treat'
    | 'referrals'
    | 'chronic'
    | 'panel'
    | 'chronicLists'
    | 'institutions'
    | 'mappings'
    | 'corrections'
    | 'prepayments'
    | 'reconciliation'
    | 'clearing'
    | 'ownClearing'
    | 'treatFirst'
    | 'objections'
    | 'access'
    | 'traffic'
    | 'filings'
  readonly path: string
  readonly roles: readonly StaffRole[] | 'any'
}

export const entries: readonly Entry[] = [
  { name: 'inbox', path: '/', roles: 'any' },
  { name: 'window', path: '/window', roles: ['clerk'] },
  { name: 'payments', path: '/payments', roles: ['finance', 'supervisor', 'auditor'] },
  { name: 'refer', path: '/refer', roles: ['hospital'] },
  { name: 'treat', path: '/treat', roles: ['hospital'] },
  { name: 'chronic', path: '/chronic', roles: ['hospital'] },
  { name: 'mappings', path: '/mappings', roles: ['hospital'] },
  { name: 'objections', path: '/objections', roles: ['hospital'] },
  { name: 'panel', path: '/panel', roles: ['expert'] },
  { name: 'referrals', path: '/referrals', roles: ['clerk', 'reviewer', 'supervisor', 'auditor'] },
  { name: 'chronicLists', path: '/chronic-lists', roles: ['clerk', 'reviewer', 'supervisor', 'auditor'] },
  { name: 'filings', path: '/filings', roles: ['clerk', 'reviewer', 'supervisor', 'auditor'] },
  {
    name: 'treatFirst',
    path: '/treat-first',
    roles: ['hospital', 'clerk', 'reviewer', 'approver', 'finance', 'leader', 'supervisor', 'auditor'],
  },
  { name: 'reconciliation', path: '/reconciliation', roles: ['hospital', 'finance', 'supervisor'] },
  { name: 'ownClearing', path: '/own-clearing', roles: ['hospital'] },
  {
    name: 'clearing',
    path: '/clearing',
    roles: ['reviewer', 'approver', 'finance', 'supervisor', 'auditor', 'leader'],
  },
  {
    name: 'corrections',
    path: '/corrections',
    roles: ['reviewer', 'approver', 'finance', 'supervisor', 'auditor'],
  },
  { name: 'prepayments', path: '/prepayments', roles: ['finance', 'leader', 'supervisor', 'auditor'] },
  { name: 'measures', path: '/measures', roles: ['leader', 'policy', 'supervisor', 'auditor'] },
  { name: 'owed', path: '/owed', roles: ['clerk', 'reviewer'] },
  { name: 'supervision', path: '/supervision', roles: ['supervisor', 'administrator', 'auditor'] },
  {
    name: 'institutions',
    path: '/institutions',
    roles: ['leader', 'supervisor', 'administrator', 'finance', 'auditor', 'policy'],
  },
  { name: 'traffic', path: '/cross-region', roles: ['finance', 'supervisor', 'auditor'] },
  { name: 'access', path: '/access', roles: ['administrator', 'auditor'] },
  { name: 'offices', path: '/offices', roles: ['administrator'] },
  { name: 'staff', path: '/staff', roles: ['administrator', 'supervisor'] },
  { name: 'audit', path: '/audit', roles: ['administrator', 'auditor'] },
  { name: 'policy', path: '/policy', roles: ['policy', 'leader', 'supervisor', 'auditor'] },
  { name: 'packs', path: '/packs', roles: 'any' },
]

/** People who do not work for the agency; as `outsideRoles` of the contracts, which the browser does not load. */
const OUTSIDE: ReadonlySet<StaffRole> = new Set(['hospital', 'expert'])

/** The entries offered to someone with these roles. */
export function entriesFor(roles: readonly StaffRole[]): Entry[] {
  const ofAgency = roles.some((role) => !OUTSIDE.has(role))
  return entries.filter((entry) =>
    entry.roles === 'any' ? ofAgency : entry.roles.some((role) => roles.includes(role)),
  )
}

/** The entry an address belongs to; cases and search belong to the inbox. */
export function entryOf(path: string): Entry {
  return entries.find((entry) => entry.path !== '/' && isBelow(path, entry.path)) ?? entries[0]!
}

/** Whether an address is offered to someone with these roles. */
export function mayOpen(path: string, roles: readonly StaffRole[]): boolean {
  return entriesFor(roles).includes(entryOf(path))
}

const isBelow = (path: string, parent: string) => path === parent || path.startsWith(`${parent}/`)
