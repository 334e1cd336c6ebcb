/** Claims: bills not settled by card, checked, worked out to the fen and decided; the registry that makes a bill claimable once. */
export { claimHandler } from './claim-handler.ts'
export { openClaims, type ClaimsWorld } from './claims-world.ts'
export { claimsRoutes } from './claims.routes.ts'
export { noteCardSettlement, type Settled } from './bill.queries.ts'
export { putUsed, usedBy, type AccumulatorKey } from './accumulator.queries.ts'
export { readPayees, type PayeeRow } from './claim.queries.ts'
export { replayDecision, type Replay } from './replay.service.ts'
export { ACCOUNT } from './open-content.ts'
