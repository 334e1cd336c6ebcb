/** People treated first and settled later (先救治后结算): a list of open debts, kept until each is closed. */
export { openEntry, type Opened } from './open.service.ts'
export { treatFirstJobs, watchTreatFirst } from './jobs.ts'
export { treatFirstRoutes } from './treat-first.routes.ts'
export { sealedFields as sealedOfTreatFirst } from './sealed.queries.ts'
