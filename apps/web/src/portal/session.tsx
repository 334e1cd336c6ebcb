import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Session } from '@yichuang/contracts'
import { call } from '../shared/api.ts'
import { Failure, Loading } from './parts/loaded.tsx'

interface SessionValue {
  session: Session
  reload: () => Promise<void>
  /** changes when the demo day is moved, so that pages load again */
  round: number
}
const SessionContext = createContext<SessionValue | null>(null)

/** Loads who is signed in before anything else shows. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>()
  const [error, setError] = useState<unknown>()
  const [round, setRound] = useState(0)
  const reload = useCallback(async () => {
    try {
      setSession(await call('getSession'))
      setError(undefined)
      setRound((before) => before + 1)
    } catch (failure) {
      setError(failure)
    }
  }, [])
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- it sets only once the server has answered
    void reload()
  }, [reload])
  const value = useMemo(() => (session ? { session, reload, round } : null), [session, reload, round])
  if (value) return <SessionContext value={value}>{children}</SessionContext>
  return (
    <main className="column">
      {error ? <Failure error={error} retry={() => void reload()} /> : <Loading />}
    </main>
  )
}

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
