import { useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'

/** The places whose rules can be looked into, and the one the reader works for; nothing while it is read. */
export function usePlaces(): {
  readonly places: Reply<'listPolicyPlaces'>['items']
  readonly own: string
  readonly today: string
  readonly error: unknown
} {
  const { office } = useDesk()
  const { data, error } = useGet('listPolicyPlaces', {})
  const places = data?.items ?? []
  const own = places.find(({ regionCode, served }) => served && regionCode === office.regionCode) ?? places[0]
  return { places, own: own?.packId ?? '', today: data?.today ?? '', error }
}
