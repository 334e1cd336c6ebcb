export * from './scheme.ts'
export { ceilingOf, LARGEST_CLAIM } from './arithmetic.ts'
export { checkClaim, type ClaimFault } from './check-claim.ts'
export { reimburse } from './reimburse.ts'
export { explain, replay, type Explanation } from './explain.ts'
export { borrowedFrom, sayClauses, sayStep, termOf } from './sentences.ts'
export { clerkRows, type ClerkRow } from './clerk-rows.ts'
export { auditJson } from './audit-json.ts'
export * from './chain/chain.ts'
export { calculateChain, calculateStage, NOTHING_USED } from './chain/calculate-chain.ts'
export { explainChain, replayChain, type ChainExplanation } from './chain/explain-chain.ts'
export { checkChainClaim } from './chain/check-chain-claim.ts'
export { settlementOf } from './chain/settlement.ts'
export { correctYear, liveYear, type Correction, type Difference, type YearEntry } from './chain/correct.ts'
export * from './maternity/maternity.ts'
export {
  explainAllowance,
  explainMaternityMedical,
  replayAllowance,
  replayMaternityMedical,
} from './maternity/explain-maternity.ts'
