/** A province or a city: its six-digit code and its name. */
export interface Place {
  readonly code: string
  readonly name: string
}

/** What an installation knows by name: every province, and those cities that have a policy pack. */
export interface KnownPlaces {
  readonly items: readonly Place[]
  readonly cities: readonly Place[]
}

/** The code of the province a code lies in; empty for an empty one. */
export const provinceOf = (code: string): string => (code === '' ? '' : `${code.slice(0, 2)}0000`)

/** What a code is called: by its own name where it is known, else by its city's or province's with the code behind. */
export function placeName(places: KnownPlaces | undefined, code: string): string {
  const names = new Map(
    [...(places?.items ?? []), ...(places?.cities ?? [])].map((one) => [one.code, one.name]),
  )
  const around = names.get(`${code.slice(0, 4)}00`) ?? names.get(provinceOf(code))
  return names.get(code) ?? (around === undefined ? code : `${around}（${code}）`)
}
