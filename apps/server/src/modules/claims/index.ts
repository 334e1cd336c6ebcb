/** Claims: bills not settled by card, checked, worked out to the fen and decided; the registry that makes a bill claimable once. */
export { claimHandler } from './claim-handler.ts'
export { openClaims, type ClaimsWorld } from './claims-world.ts'
export { claimsRoutes } from './claims.routes.ts'
export {
  forgetCardSettlement,
  noteCardSettlement,
  noteCardSettlements,
  type Settled,
} from './bill.queries.ts'
export { bookMany, usedByMany, type UsedVersion } from './accumulator-batch.queries.ts'
export { putUsed, usedBy, type AccumulatorKey, type YearKind } from './accumulator.queries.ts'
export { bookYear, lockYear, readYear, type YearNames } from './person-year.queries.ts'
export { replayDecision, type Replay } from './replay.service.ts'
export { sealedFields as sealedOfClaims } from './sealed.queries.ts'
/** What the forms of other items that pay share: account and telephone, read, sealed and masked alike. */
export { ACCOUNT, accountIndexed, maskedContent, PHONE, plainContent, sealedContent } from './open-content.ts'
export type { SealedContent } from './claim.queries.ts'
export { Findings } from './findings.ts'
export { readPayee, readPhone } from './read-content.ts'
export { isBlank, readAmount, readPastDay } from './typed.ts'
export { decisionFacts } from './decision.queries.ts'
export { CARE_PLACES, KINDS, LEVELS } from './replay-bytes.ts'
export { packReplay, type ReplaySource } from './replay-record.ts'
export type { PayerAmounts, WorkedClaim } from './claim-row.ts'
export { workOut } from './work-out.ts'
export { isScheme, schemeFor } from './scheme-shelf.ts'
export { monthOf, readReplays, schemeFactsOf, type ReplayRecord } from './replay-reader.ts'
export { countReplays, replayBlock } from './replay.queries.ts'
export { decidingDay } from './deciding-day.ts'
/** The year of a person as a correction works on it: its decisions as they stand, and what is used of every payer. */
export { decidedClaims, type DecidedClaim } from './decided.service.ts'
export { accountShareOn, faultsOfWorked, standingOn, type Standing, type Worked } from './standing.ts'
export { bookWholeYear, lockWholeYear, readWholeYear } from './whole-year.queries.ts'
export type { WholeYear, YearOf } from './whole-year.queries.ts'
