import { useCallback, useEffect, useState } from 'react'

/** Something that is loading, loaded, or failed; `reload` asks again and keeps showing what there is. */
export interface Load<T> {
  value: T | undefined
  error: unknown
  reload: () => void
  set: (value: T) => void
}

/** Runs `load` now and whenever one of `keys` changes; an answer that comes too late is dropped. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, keys: readonly unknown[]): Load<T> {
  const key = JSON.stringify(keys)
  const [state, setState] = useState<{ key: string; value?: T; error?: unknown }>({ key })
  const [round, setRound] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `load` is new at each render; `keys` say what it reads
    load(stop.signal)
      .then((value) => !stop.signal.aborted && setState({ key, value }))
      .catch((error: unknown) => !stop.signal.aborted && setState({ key, error }))
    return () => stop.abort()
  }, [key, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  const set = useCallback((value: T) => setState({ key, value }), [key])
  const current = state.key === key ? state : undefined
  return { value: current?.value, error: current?.error, reload, set }
}
