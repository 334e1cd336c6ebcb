import { useCallback, useState } from 'react'

const PREFIX = 'yichuang.kept.'

/**
 * What someone is typing, kept in the tab (session storage) until it is stored: signing in again, a reload or a
 * failed save loses nothing. `forget` after a successful save; closing the tab forgets it too, so that no personal
 * data stays on a shared counter machine.
 */
export function useKept<T>(key: string | null, initial: T): [T | undefined, (value: T) => void, () => void] {
  const [value, setValue] = useState<T | undefined>(() => (key ? readKept<T>(key) : undefined) ?? initial)
  const keep = useCallback(
    (next: T) => {
      setValue(next)
      if (!key) return
      try {
        sessionStorage.setItem(PREFIX + key, JSON.stringify(next))
      } catch {
        // A full or forbidden store only costs the copy; what is on screen stays.
      }
    },
    [key],
  )
  const forget = useCallback(() => {
    if (key) sessionStorage.removeItem(PREFIX + key)
  }, [key])
  return [value, keep, forget]
}

/** What was kept under a key, if anything readable was; the type is the caller's word for what it kept. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function readKept<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(PREFIX + key)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

/** Removes everything kept in this tab, at sign-out. */
export function forgetAll(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
