/** Withdrawals of the personal account (个人账户一次性支取): why, to whom, how much, and once only. */
export { withdrawalHandler } from './withdrawal-handler.ts'
export { openWithdrawals, type WithdrawalsWorld } from './withdrawals-world.ts'
export { sealedFields as sealedOfWithdrawals } from './sealed.queries.ts'
