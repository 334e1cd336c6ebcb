import { useGet } from '../../parts/queries.ts'

/** The institution somebody works for, above the title of a page of the hospital room. */
export function OwnInstitution() {
  const own = useGet('myInstitution', {}, { staleTime: 600_000 })
  return <p className="muted flat">{own.data?.institution.name ?? '\u00a0'}</p>
}
