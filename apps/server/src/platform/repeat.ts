/** Work that is done over and over with a pause between, until it is stopped. */
export interface Repeated {
  readonly start: () => void
  /** Waits for the round under way. */
  readonly stop: () => Promise<void>
  readonly stopping: () => boolean
}

/** @param work one round; what it throws goes to `failed` and the next round comes all the same */
export function repeat(
  work: () => Promise<unknown>,
  pauseMs: number,
  failed: (error: unknown) => void,
): Repeated {
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  let stopping = false
  const next = async (): Promise<void> => {
    try {
      await work()
    } catch (error) {
      failed(error)
    }
    if (!stopping) timer = setTimeout(start, pauseMs)
  }
  const start = (): void => {
    round = next()
  }
  return {
    start,
    async stop() {
      stopping = true
      clearTimeout(timer)
      await round
    },
    stopping: () => stopping,
  }
}
