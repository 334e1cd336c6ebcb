import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Session } from '@yichuang/contracts'
import { call } from '../shared/api.ts'
import { Failure, Loading } from './parts/loaded.tsx'
import { SessionContext } from './session.ts'

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
