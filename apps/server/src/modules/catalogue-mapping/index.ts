/** The catalogue as institutions read it, and 目录对照: which entry of it an institution's own item stands for. */
export { catalogueHandlers } from './catalogue-messages.ts'
export { mappingHandlers } from './mapping-messages.ts'
export { mappingRoutes } from './mapping.routes.ts'
