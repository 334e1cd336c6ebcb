import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../shared/api.ts'
import { useSession } from '../session.tsx'

/** Unread messages of the person, asked again on every change of page. */
export function useUnread(): number {
  const { session, round } = useSession()
  const [location] = useLocation()
  const [unread, setUnread] = useState(0)
  const personId = session.person?.personId
  useEffect(() => {
    if (!personId) return setUnread(0)
    const stop = new AbortController()
    call('listMessages', { signal: stop.signal })
      .then((reply) => setUnread(reply.unread))
      .catch(() => undefined) // the count is a courtesy; the page itself reports what fails
    return () => stop.abort()
  }, [personId, location, round])
  return unread
}
