import { useEffect, useState } from 'react'

const STORAGE_KEY = 'yichuang.place'
const DEFAULT_PLACE = '330600'

/** The insured place chosen last on this device, as a region code. */
export function rememberedPlace(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? DEFAULT_PLACE
  } catch {
    return DEFAULT_PLACE
  }
}

/** The chosen insured place, remembered on this device. */
export function usePlace(): [string, (regionCode: string) => void] {
  const [place, setPlace] = useState(rememberedPlace)
  useEffect(() => {
    try {
      localStorage.setItem(STORAGE_KEY, place)
    } catch {
      // storage is forbidden: the choice lasts for this page
    }
  }, [place])
  return [place, setPlace]
}
