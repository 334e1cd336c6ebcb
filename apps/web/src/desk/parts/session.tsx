import type { StaffRole } from '@yichuang/contracts'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { Reply } from './queries.ts'

const STORE = 'yichuang.desk.office'
type Session = Reply<'getSession'>
export type Staff = NonNullable<Session['staff']>

export interface DeskOffice {
  officeId: string
  officeName: string
  regionCode: string
  roles: StaffRole[]
}

interface Desk {
  session: Session
  staff: Staff
  offices: DeskOffice[]
  office: DeskOffice
  /** the roles held at the office in use */
  has: (...roles: StaffRole[]) => boolean
  chooseOffice: (officeId: string) => void
}
const DeskContext = createContext<Desk | null>(null)

/** The offices a member of staff works at, each with the roles held there, in the order the server gives. */
export function officesOf(staff: Staff): DeskOffice[] {
  const offices = new Map<string, DeskOffice>()
  for (const { role, officeId, officeName, regionCode } of staff.roles) {
    const office = offices.get(officeId)
    if (office) office.roles.push(role)
    else offices.set(officeId, { officeId, officeName, regionCode, roles: [role] })
  }
  return [...offices.values()]
}

export function DeskProvider(props: {
  session: Session
  staff: Staff
  offices: DeskOffice[]
  children: ReactNode
}) {
  const { session, staff, offices } = props
  const [chosen, setChosen] = useState(() => localStorage.getItem(STORE))
  const office = offices.find(({ officeId }) => officeId === chosen) ?? offices[0]!
  const desk = useMemo<Desk>(
    () => ({
      session,
      staff,
      offices,
      office,
      has: (...roles) => roles.some((role) => office.roles.includes(role)),
      chooseOffice(officeId) {
        localStorage.setItem(STORE, officeId)
        setChosen(officeId)
      },
    }),
    [session, staff, offices, office],
  )
  return <DeskContext value={desk}>{props.children}</DeskContext>
}

/** The signed-in member of staff and the office in use; only below `DeskProvider`. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk outside DeskProvider')
  return desk
}
