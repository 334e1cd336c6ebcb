import { canonicalJson, chainHash } from '../../platform/crypto.ts'

/** What the first row of a chain follows. */
export const CHAIN_START = ''

/**
 * The hash of a row in its chain, in hex: SM3 over the hash before it and the row as canonical JSON (keys sorted, instants
 * as ISO text, undefined left out), so that it survives a round trip through `jsonb`.
 * @example const hash = chain(previous.hash, { regionCode, caseId, seq, at, act, detail })
 */
export function chain(previous: string, row: object): string {
  const before = previous === CHAIN_START ? undefined : Buffer.from(previous, 'hex')
  return chainHash(before, canonicalJson(row)).toString('hex')
}

/** Where a chain must end: kept apart from its rows, so that a cut tail shows. */
export interface ChainEnd {
  readonly seq: number
  readonly hash: string
}

/** A row as stored: `content` is all of it but the hash. */
export interface ChainRow {
  readonly seq: number
  readonly content: object
  readonly hash: string
}

export interface Broken {
  /** the row that does not fit, counted from 1 */
  readonly seq: number
  /** `changed`: it does not fit its hash; `missing`: it is gone; `end`: the rows go on behind the recorded end */
  readonly why: 'changed' | 'missing' | 'end'
}

/** Recomputes a whole chain, its rows in order; answers the first row that does not fit. */
export function brokenLink(end: ChainEnd, rows: readonly ChainRow[]): Broken | undefined {
  let last = { seq: 0, hash: CHAIN_START }
  for (const row of rows) {
    if (row.seq !== last.seq + 1) return { seq: last.seq + 1, why: 'missing' }
    if (row.hash !== chain(last.hash, row.content)) return { seq: row.seq, why: 'changed' }
    last = row
  }
  if (last.seq < end.seq) return { seq: last.seq + 1, why: 'missing' }
  if (last.seq > end.seq) return { seq: end.seq + 1, why: 'end' }
  return last.hash === end.hash ? undefined : { seq: last.seq, why: 'changed' }
}
