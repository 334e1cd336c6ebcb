/** What is filed of people: designated institutions (定点), care elsewhere (异地就医), accidents (意外伤害). */
export {
  designate,
  fileAccident,
  fileRemote,
  filingsOf,
  remoteInForce,
  remotePlace,
  revokeFiling,
  wordsOf,
  type Filer,
} from './file.service.ts'
export { filingsInForce, lockFilingByNumber } from './filing.queries.ts'
export type { FilingKind, FilingRow } from './filing-row.ts'
export { FilingUnknown } from './filings.problems.ts'
export { personFilingsRoutes } from './filings.routes.ts'
