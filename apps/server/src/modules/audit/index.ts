/** The audit trail: who did what to which person, member of staff, office or run, chained so that a change shows. */
export { actorOf } from './actor.ts'
export { brokenLink, chain, CHAIN_START, type ChainEnd, type ChainRow } from './chain.ts'
export { SYSTEM, type Actor, type AuditAct, type Stream } from './entry.ts'
export { record } from './record.service.ts'
export { verifyChains, verifyStreams, type Verdict, type WholeChain } from './verify.service.ts'
export {
  entriesByActor,
  entriesOfCase,
  entriesOfPerson,
  entriesOfRegion,
  entriesOfStream,
  type TrailPlace,
} from './audit.queries.ts'
export type { AuditRow } from './entry.ts'
