import { useEffect, useRef, useState } from 'react'
import { call, newIntent, Offline } from '../../shared/api.ts'

export interface Upload {
  key: string
  file: File
  state: 'sending' | 'waiting' | 'failed'
  /** 0 to 1 */
  share: number
  error?: unknown
}
interface Target {
  caseId: string
  regionCode: string
  materialId: string
}
export type Uploaded = Awaited<ReturnType<typeof call<'addMaterial'>>>

/** Files on their way to the server: with progress, sent again when the connection is back, or on request. */
export function useUploads(target: Target, onDone: (reply: Uploaded) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const latest = useRef(uploads)
  useEffect(() => {
    latest.current = uploads
  }, [uploads])

  const patch = (key: string, change: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const drop = (key: string) => setUploads((before) => before.filter((one) => one.key !== key))

  const send = async ({ key, file }: Upload) => {
    const stop = new AbortController()
    stops.current.set(key, stop)
    patch(key, { state: 'sending', share: 0, error: undefined })
    try {
      const reply = await call('addMaterial', {
        params: { caseId: target.caseId, materialId: target.materialId },
        query: { regionCode: target.regionCode },
        file,
        intent: key, // the same file sent again is the same act
        signal: stop.signal,
        onProgress: (share) => patch(key, { share }),
      })
      drop(key)
      onDone(reply)
    } catch (error) {
      if (stop.signal.aborted) return
      patch(key, error instanceof Offline ? { state: 'waiting', error } : { state: 'failed', error })
    }
  }

  useEffect(() => {
    const online = () => {
      for (const one of latest.current) if (one.state === 'waiting') void send(one)
    }
    window.addEventListener('online', online)
    return () => window.removeEventListener('online', online)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `send` reads only refs and setters
  }, [])

  return {
    uploads,
    add: async (files: readonly File[]) => {
      const added = files.map((file): Upload => ({ key: newIntent(), file, state: 'sending', share: 0 }))
      setUploads((before) => [...before, ...added])
      for (const one of added) await send(one)
    },
    retry: (one: Upload) => void send(one),
    stop: (one: Upload) => {
      stops.current.get(one.key)?.abort()
      drop(one.key)
    },
  }
}
