import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../shared/api.ts'
import { useSession } from '../session.ts'

/** Unread messages of the person, asked again on every change of page. */
export function useUnread(): number {
  const { session, round } = useSession()
  const [location] = useLocation()
  const [unread, setUnread] = useState<{ personId: string; count: number }>()
  const personId = session.person?.personId
  useEffect(() => {
    if (!personId) return
    const stop = new AbortController()
    call('listMessages', { signal: stop.signal })
      .then((reply) => setUnread({ personId, count: reply.unread }))
      .catch(() => undefined) // the count is a courtesy; the page itself reports what fails
    return () => stop.abort()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked again on every page and demo day
  }, [personId, location, round])
  return unread && unread.personId === personId ? unread.count : 0
}
