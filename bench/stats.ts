/** The value below which `share` (0..1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('No samples were taken')
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
}

/** Runs `work` in `lanes` lanes until `seconds` are over or `most` are done; gives what each run took in milliseconds. */
export async function inLanes(
  lanes: number,
  limits: { readonly seconds: number; readonly most?: number },
  work: (lane: number, turn: number) => Promise<void>,
): Promise<{ readonly times: number[]; readonly perSecond: number }> {
  const times: number[] = []
  const begin = performance.now()
  const end = begin + limits.seconds * 1000
  let started = 0
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < end && started < (limits.most ?? Infinity)) {
        const turn = started++
        const before = performance.now()
        await work(lane, turn)
        times.push(performance.now() - before)
      }
    }),
  )
  return { times, perSecond: times.length / ((performance.now() - begin) / 1000) }
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
