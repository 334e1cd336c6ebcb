import { auditJson, replay, replayChain } from '@yichuang/benefits'
import type { TraceStep } from '@yichuang/benefits'
import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import type { CaseRef } from '../cases/index.ts'
import { around } from './claims-world.ts'
import { readDecision } from './decision.queries.ts'
import { isScheme, schemeFor } from './scheme-shelf.ts'
import { workOut } from './work-out.ts'

export interface Replay {
  /** whether facts and pack give the stored trace byte for byte, the trace gives itself, and its hash is right */
  readonly same: boolean
  readonly stored: string
  /** worked out anew from the stored facts and the pack version they name */
  readonly replayed: string
}

/** Works a decision out again from the facts and the pack it used; undefined when it rests on no calculation. */
export async function replayDecision(db: Db, ref: CaseRef): Promise<Replay | undefined> {
  const decision = await readDecision(db, ref)
  if (!decision?.trace || !decision.facts || !('scheme' in decision.facts)) return undefined
  const { trace: stored, traceHash, facts, packId, packHash } = decision
  const scheme = schemeFor(await around().packs.byHash(packId, packHash), facts.scheme)
  if (!isScheme(scheme))
    throw new Error(`The pack of case ${ref.caseId} no longer has the rules it was decided by`)
  const replayed = auditJson(workOut(scheme, facts.claim).trace)
  const again = 'used' in facts.claim ? replayChain : replay
  const fromItself = auditJson(again(JSON.parse(stored) as TraceStep).trace)
  const hash = createHash('sm3').update(stored, 'utf8').digest('hex')
  return { same: replayed === stored && fromItself === stored && hash === traceHash, stored, replayed }
}
