import type { DemoAccount } from './identity-provider/index.ts'
import { citizens, visitor } from './people.ts'
import { demoStaff } from './staff.ts'

const PEOPLE = { zh: '参保人', en: 'Insured people' }

/** Everybody one can sign in as: citizens at the portal, staff at the desk. */
export const demoAccounts: readonly DemoAccount[] = [
  ...[...citizens, visitor].map(({ login, name, who, idNumber }) => ({
    login,
    name,
    who,
    idNumber,
    group: PEOPLE,
    for: 'portal' as const,
  })),
  ...demoStaff.map(({ login, name, who, city }) => ({
    login,
    name,
    who,
    group: city.name,
    for: 'desk' as const,
  })),
]
