import { call } from '../../shared/api.ts'
import { useLanguage } from '../../shared/language.ts'
import { useLoad } from './use-load.ts'

/** Names places in the reader's language; `otherwise` for one that is not served here, and until the list is there. */
export function usePlaceNames(): (regionCode: string, otherwise: string) => string {
  const places = useLoad((signal) => call('listPlaces', { signal }), ['places', useLanguage()])
  return (regionCode, otherwise) =>
    places.value?.items.find((place) => place.regionCode === regionCode)?.name ?? otherwise
}
