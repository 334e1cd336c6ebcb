/** Settlement lists (医疗保障基金结算清单): sent by institutions, checked against the settlement, reviewed. */
export { listHandlers, missingLists } from './messages.ts'
export { sealedLists } from './list.queries.ts'
export { listRoutes } from './list.routes.ts'
