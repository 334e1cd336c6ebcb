import type { StaffRole } from '@yichuang/contracts'

/** The groups of the menu, in the order in which they stand there. */
export const groups = ['business', 'institutions', 'money', 'oversight', 'policy', 'system'] as const
export type GroupName = (typeof groups)[number]

/**
 * One entry of the navigation: the group of the menu it stands in (the inbox stands alone, before all), its address and
 * the roles it is offered to; `any` is everybody of the agency's own.
 */
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
  readonly group?: GroupName
  readonly path: string
  readonly roles: readonly StaffRole[] | 'any'
}

export const entries: readonly Entry[] = [
  { name: 'inbox', path: '/', roles: 'any' },
  { name: 'window', group: 'business', path: '/window', roles: ['clerk'] },
  { name: 'payments', group: 'money', path: '/payments', roles: ['finance', 'supervisor', 'auditor'] },
  { name: 'refer', group: 'business', path: '/refer', roles: ['hospital'] },
  { name: 'treat', group: 'business', path: '/treat', roles: ['hospital'] },
  { name: 'chronic', group: 'business', path: '/chronic', roles: ['hospital'] },
  {
    name: 'mappings',
    group: 'institutions',
    path: '/mappings',
    roles: ['hospital', 'reviewer', 'supervisor', 'auditor'],
  },
  { name: 'objections', group: 'business', path: '/objections', roles: ['hospital'] },
  { name: 'panel', group: 'business', path: '/panel', roles: ['expert'] },
  {
    name: 'referrals',
    group: 'business',
    path: '/referrals',
    roles: ['clerk', 'reviewer', 'supervisor', 'auditor'],
  },
  {
    name: 'chronicLists',
    group: 'business',
    path: '/chronic-lists',
    roles: ['clerk', 'reviewer', 'supervisor', 'auditor'],
  },
  {
    name: 'filings',
    group: 'business',
    path: '/filings',
    roles: ['clerk', 'reviewer', 'supervisor', 'auditor'],
  },
  {
    name: 'treatFirst',
    group: 'business',
    path: '/treat-first',
    roles: ['hospital', 'clerk', 'reviewer', 'approver', 'finance', 'leader', 'supervisor', 'auditor'],
  },
  {
    name: 'reconciliation',
    group: 'institutions',
    path: '/reconciliation',
    roles: ['hospital', 'finance', 'supervisor'],
  },
  { name: 'ownClearing', group: 'institutions', path: '/own-clearing', roles: ['hospital'] },
  {
    name: 'clearing',
    group: 'institutions',
    path: '/clearing',
    roles: ['reviewer', 'approver', 'finance', 'supervisor', 'auditor', 'leader'],
  },
  {
    name: 'corrections',
    group: 'money',
    path: '/corrections',
    roles: ['reviewer', 'approver', 'finance', 'supervisor', 'auditor'],
  },
  {
    name: 'prepayments',
    group: 'money',
    path: '/prepayments',
    roles: ['finance', 'leader', 'supervisor', 'auditor'],
  },
  {
    name: 'measures',
    group: 'policy',
    path: '/measures',
    roles: ['leader', 'policy', 'supervisor', 'auditor'],
  },
  { name: 'owed', group: 'business', path: '/owed', roles: ['clerk', 'reviewer'] },
  {
    name: 'supervision',
    group: 'oversight',
    path: '/supervision',
    roles: ['supervisor', 'administrator', 'auditor'],
  },
  {
    name: 'institutions',
    group: 'institutions',
    path: '/institutions',
    roles: ['leader', 'supervisor', 'administrator', 'finance', 'auditor', 'policy'],
  },
  {
    name: 'traffic',
    group: 'institutions',
    path: '/cross-region',
    roles: ['finance', 'supervisor', 'auditor'],
  },
  { name: 'access', group: 'system', path: '/access', roles: ['administrator', 'auditor'] },
  { name: 'offices', group: 'system', path: '/offices', roles: ['administrator'] },
  { name: 'staff', group: 'system', path: '/staff', roles: ['administrator', 'supervisor'] },
  { name: 'audit', group: 'oversight', path: '/audit', roles: ['administrator', 'auditor'] },
  { name: 'policy', group: 'policy', path: '/policy', roles: ['policy', 'leader', 'supervisor', 'auditor'] },
  { name: 'packs', group: 'policy', path: '/packs', roles: 'any' },
]

/** People who do not work for the agency; as `outsideRoles` of the contracts, which the browser does not load. */
const OUTSIDE: ReadonlySet<StaffRole> = new Set(['hospital', 'expert'])

/** Whether somebody with these roles works for a hospital, not for the agency. */
export function worksOutside(roles: readonly StaffRole[]): boolean {
  return roles.every((role) => OUTSIDE.has(role))
}

/** The entries offered to someone with these roles. */
export function entriesFor(roles: readonly StaffRole[]): Entry[] {
  const ofAgency = !worksOutside(roles)
  return entries.filter((entry) =>
    entry.roles === 'any' ? ofAgency : entry.roles.some((role) => roles.includes(role)),
  )
}

/** A group of the menu with the entries of it that someone is offered: always two or more. */
export interface MenuGroup {
  readonly name: GroupName
  readonly entries: readonly Entry[]
}

/** So many entries stand side by side on a screen of 1280 pixels in either language; more are grouped. */
const SIDE_BY_SIDE = 6

/** The menu of someone with these roles: entries, and groups where there are many; a group of one is that entry. */
export function menuFor(roles: readonly StaffRole[]): (Entry | MenuGroup)[] {
  const offered = entriesFor(roles)
  if (offered.length <= SIDE_BY_SIDE) return offered
  const alone = offered.filter(({ group }) => group === undefined)
  const grouped = groups.flatMap((name): (Entry | MenuGroup)[] => {
    const members = offered.filter(({ group }) => group === name)
    return members.length > 1 ? [{ name, entries: members }] : members
  })
  return [...alone, ...grouped]
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
