/** Personal accounts (个人账户): what each holds of this year and of the years before, and every entry that led there. */
export { accountView, balanceOn, bringIn, lockedBalance, payOut, type BroughtIn } from './account.service.ts'
export { lockAccounts, selectAccount as readAccount } from './account.queries.ts'
export { inYear, totalOf, type Balance } from './balance.ts'
export { personalAccountsRoutes } from './personal-accounts.routes.ts'
export { accountSharesRoutes } from './share.routes.ts'
export { heldBy, type Held } from './held.ts'
export {
  correctAccount,
  giveBackForSettlement,
  takeForSettlements,
  type Taken,
} from './settlement.service.ts'
export { grantShare, sharedWith, type SharedAccount } from './share.service.ts'
export { sharesById } from './share.queries.ts'
