/** Numbers that look random and are the same at every start, so that a demonstration can be described and repeated. */
export interface Random {
  /** a whole number from `from` to `to`, both included */
  int(from: number, to: number): number
  pick<T>(items: readonly T[]): T
  chance(share: number): boolean
}

/** Mulberry32: small, and good enough for made-up people. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { int, pick: (items) => items[int(0, items.length - 1)]!, chance: (share) => next() < share }
}
