import { useState } from 'react'
import { call } from '../../../shared/api.ts'
import { useDesk } from '../../parts/session.tsx'

export type Subject = 'caseId' | 'personId' | 'userId'
/** What was found: its id for the trail, and how people call it. */
export interface Found {
  id: string
  label: string
}

/** Finds a case by number, name or bill; a person by name or ID number; a member of staff by name or login. */
export function useAuditSearch() {
  const { regionCode } = useDesk().office
  const [found, setFound] = useState<Found[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const reset = () => {
    setFound(null)
    setError(null)
  }
  const find = async (subject: Subject, typed: string) => {
    reset()
    setBusy(true)
    try {
      setFound(await searches[subject](regionCode, typed))
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return { found, error, busy, find, reset }
}

const searches: Record<Subject, (regionCode: string, typed: string) => Promise<Found[]>> = {
  async caseId(regionCode, q) {
    const { items } = await call('searchCases', { query: { regionCode, q, limit: 20 } })
    return items.map((row) => ({
      id: row.caseId,
      label: [row.number ?? row.itemName, row.applicantName, row.stateName].join(' · '),
    }))
  },
  async personId(regionCode, typed) {
    // Numbers begin with digits; names never do.
    const by = /^\d/.test(typed) ? { idNumber: typed.slice(0, 18) } : { name: typed }
    const { items } = await call('findPersons', { body: { regionCode, ...by } })
    return items.map(({ personId, name, idNumberMasked }) => ({
      id: personId,
      label: `${name} · ${idNumberMasked}`,
    }))
  },
  async userId(_, q) {
    const { items } = await call('listStaff', { query: { q: q.slice(0, 50) } })
    return items.map(({ userId, name, login, roles }) => ({
      id: userId,
      label: [name, login, roles[0]?.officeName].filter(Boolean).join(' · '),
    }))
  },
}
