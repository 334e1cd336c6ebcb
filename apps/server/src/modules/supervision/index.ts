/** What supervisors and auditors see: figures with the cases behind them, and the trail of everything. */
export { supervisionRoutes, type SupervisionContext } from './supervision.routes.ts'
export { caseChain } from './trail.service.ts'
