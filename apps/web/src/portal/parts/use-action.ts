import { useRef, useState } from 'react'
import { newIntent, Problem } from '../../shared/api.ts'

/** A write the user starts: never twice at once, and a repeated try carries the same key until it has succeeded. */
export function useAction<T>(act: (intent: string) => Promise<T>, done?: (result: T) => void) {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()
  const running = useRef(false)
  const intent = useRef<string>(undefined)
  const run = async () => {
    if (running.current) return
    running.current = true
    intent.current ??= newIntent()
    setPending(true)
    setError(undefined)
    try {
      const result = await act(intent.current)
      intent.current = undefined
      done?.(result)
    } catch (failure) {
      // A lost connection, or a gateway that answers instead, leaves it open whether the server did it; after a refusal
      // the next try is a new intent.
      if (failure instanceof Problem && failure.status < 500) intent.current = undefined
      setError(failure)
    } finally {
      running.current = false
      setPending(false)
    }
  }
  return { run: () => void run(), pending, error }
}
