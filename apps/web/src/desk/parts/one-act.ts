import { newIntent } from '../../shared/api.ts'

/** Two clicks closer together than this are one double click, milliseconds. */
const DOUBLE_CLICK_MS = 700

interface Sent<Reply> {
  readonly intent: string
  /** `null` once it failed: after a lost connection nobody knows whether it was done. */
  answer: Promise<Reply> | null
}

/**
 * Sends one kind of write so that one intent of the user is one act. The same request while its answer is under way, or
 * has only just come, is a double click and gets that answer; the same request after a failure carries the same key, so
 * that the server does it once. `isNews` is true once for each answer.
 */
export function oneAct<Request, Reply>(write: (request: Request, intent: string) => Promise<Reply>) {
  const sent = new Map<string, Sent<Reply>>()
  const told = new WeakSet<object>()
  return {
    send(request: Request): Promise<Reply> {
      const key = keyOf(request)
      const before = sent.get(key)
      if (before?.answer) return before.answer
      const intent = before?.intent ?? newIntent()
      const answer = write(request, intent)
      const mine: Sent<Reply> = { intent, answer }
      sent.set(key, mine)
      answer.then(
        () => setTimeout(() => sent.delete(key), DOUBLE_CLICK_MS),
        () => (mine.answer = null),
      )
      return answer
    },
    isNews(reply: Reply): boolean {
      if (typeof reply !== 'object' || reply === null) return true
      if (told.has(reply)) return false
      told.add(reply)
      return true
    },
  }
}

/** A file is known by its name, size and time; its content is not in the text of the request. */
function keyOf(request: unknown): string {
  const { file } = request as { file?: File }
  return JSON.stringify([request, file?.name, file?.size, file?.lastModified])
}
