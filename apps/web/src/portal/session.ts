import { createContext, useContext } from 'react'
import type { Session } from '@yichuang/contracts'

export interface SessionValue {
  session: Session
  reload: () => Promise<void>
  /** changes when the demo day is moved, so that pages load again */
  round: number
}
export const SessionContext = createContext<SessionValue | null>(null)

/** Who is signed in, and the business day. */
export function useSession(): SessionValue {
  const value = useContext(SessionContext)
  if (!value) throw new Error('useSession outside SessionProvider')
  return value
}

/** Address of the sign-in that comes back to where the reader is now. */
export function signInAddress(): string {
  const back = location.pathname + location.search
  return `/auth/sign-in?for=portal&return=${encodeURIComponent(back)}`
}
