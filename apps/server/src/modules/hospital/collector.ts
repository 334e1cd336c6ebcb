/** A call waiting for its round, and who waits for its answer. */
export interface Waiting<Call, Result> {
  readonly asked: Call
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

export interface CollectorOptions<Call> {
  /** how long a round waits for more calls to come */
  readonly windowMs: number
  readonly most: number
  /** calls with the same key are never in one round, and go in the order they came */
  readonly alone: (call: Call) => string
}

/**
 * Collects calls that come within a few milliseconds, and does them together. One round runs at a time; what comes
 * meanwhile is the next one, so rounds grow with the load, and on an idle server nobody waits for more than the window.
 * `work` answers each of the calls it is given; whom it leaves without an answer gets its failure.
 */
export function collector<Call, Result>(
  work: (round: readonly Waiting<Call, Result>[]) => Promise<void>,
  { windowMs, most, alone }: CollectorOptions<Call>,
): (call: Call) => Promise<Result> {
  let waiting: Waiting<Call, Result>[] = []
  let busy = false

  const run = async () => {
    const round = take()
    try {
      await work(round)
    } catch (error) {
      // Whoever was answered before does not hear it.
      for (const { reject } of round) reject(error)
    }
    if (waiting.length > 0) setTimeout(() => void run(), windowMs)
    else busy = false
  }
  const take = () => {
    const keys = new Set<string>()
    const round: typeof waiting = []
    const left: typeof waiting = []
    for (const one of waiting) {
      const key = alone(one.asked)
      if (round.length < most && !keys.has(key)) round.push(one)
      else left.push(one)
      keys.add(key)
    }
    waiting = left
    return round
  }
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      if (busy) return
      busy = true
      setTimeout(() => void run(), windowMs)
    })
}
