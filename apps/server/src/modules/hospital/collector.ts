/** A call waiting for its batch. */
interface Waiting<Call, Result> {
  readonly call: Call
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

export interface CollectorOptions<Call> {
  /** how long the first call waits for others */
  readonly windowMs: number
  readonly most: number
  /** calls with the same key are never in one batch, and go in the order they came */
  readonly alone: (call: Call) => string
}

/**
 * Collects calls that come within a few milliseconds, and does them together. One batch runs at a time; what comes
 * meanwhile is the next one, so batches grow with the load and an idle server waits for nobody but the window.
 */
export function collector<Call, Result>(
  work: (calls: readonly Call[]) => Promise<readonly (() => Result)[]>,
  { windowMs, most, alone }: CollectorOptions<Call>,
): (call: Call) => Promise<Result> {
  let waiting: Waiting<Call, Result>[] = []
  let busy = false

  const run = async () => {
    const group = take()
    try {
      const results = await work(group.map(({ call }) => call))
      for (const [at, { resolve, reject }] of group.entries()) settle(results[at]!, resolve, reject)
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
    if (waiting.length > 0) void run()
    else busy = false
  }
  const take = () => {
    const keys = new Set<string>()
    const group: typeof waiting = []
    const left: typeof waiting = []
    for (const one of waiting) {
      const key = alone(one.call)
      if (group.length < most && !keys.has(key)) group.push(one)
      else left.push(one)
      keys.add(key)
    }
    waiting = left
    return group
  }
  return (call) =>
    new Promise((resolve, reject) => {
      waiting.push({ call, resolve, reject })
      if (busy) return
      busy = true
      setTimeout(() => void run(), windowMs)
    })
}

function settle<Result>(
  result: () => Result,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): void {
  try {
    resolve(result())
  } catch (error) {
    reject(error)
  }
}
