/** How many things took how many days, in the order of days. */
export type Histogram = readonly { readonly days: number; readonly count: number }[]

/** Adds up histograms that may share days. */
export function histogramOf(entries: Histogram): { days: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const { days, count } of entries) counts.set(days, (counts.get(days) ?? 0) + count)
  return [...counts].map(([days, count]) => ({ days, count })).sort((a, b) => a.days - b.days)
}

/** The smallest number of days that at least this share of all took (nearest rank); null when there is none. */
export function percentile(histogram: Histogram, share: number): number | null {
  const total = histogram.reduce((sum, { count }) => sum + count, 0)
  let passed = 0
  for (const { days, count } of histogram) {
    passed += count
    if (count > 0 && passed >= share * total) return days
  }
  return null
}

/** A part of a whole as text, `66.7%`; null when there is no whole. */
export function percent(part: number, whole: number): string | null {
  return whole === 0 ? null : `${((part / whole) * 100).toFixed(1)}%`
}
