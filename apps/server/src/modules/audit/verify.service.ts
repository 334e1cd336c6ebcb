import type { Db } from '../../platform/db.ts'
import { allStreams, findStrayEntry } from './audit.queries.ts'
import { brokenLink, type Broken, type ChainEnd, type ChainRow } from './chain.ts'

/** A chain by name, whole. */
export interface WholeChain {
  readonly name: string
  readonly end: ChainEnd
  readonly rows: readonly ChainRow[]
}

export interface Verdict {
  readonly chains: number
  readonly rows: number
  /** the first chain that does not hold, and where */
  readonly broken?: Broken & { readonly chain: string }
}

/** Recomputes chains as they stream past and stops at the first row that does not fit. */
export async function verifyChains(chains: AsyncIterable<WholeChain>): Promise<Verdict> {
  let [count, rows] = [0, 0]
  for await (const chain of chains) {
    const broken = brokenLink(chain.end, chain.rows)
    if (broken) return { chains: count, rows, broken: { ...broken, chain: chain.name } }
    count++
    rows += chain.rows.length
  }
  return { chains: count, rows }
}

/** Verifies every stream of the audit trail. */
export async function verifyStreams(db: Db): Promise<Verdict> {
  const verdict = await verifyChains(wholeStreams(db))
  const stray = verdict.broken ? undefined : await findStrayEntry(db)
  if (!stray) return verdict
  return {
    ...verdict,
    broken: { chain: `${stray.regionCode} ${stray.stream}`, seq: stray.seq, why: 'end' },
  }
}

async function* wholeStreams(db: Db): AsyncGenerator<WholeChain> {
  for await (const { regionCode, stream, end, rows } of allStreams(db)) {
    const chainRows = rows.map(
      ({ regionCode, stream, seq, at, actorId, actorName, act, personId, caseId, detail, hash }) => ({
        seq,
        hash,
        content: { regionCode, stream, seq, at, actorId, actorName, act, personId, caseId, detail },
      }),
    )
    yield { name: `${regionCode} ${stream}`, end, rows: chainRows }
  }
}
