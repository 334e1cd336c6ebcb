/** Catalogue mapping (目录对照): which entry of the place's catalogue an institution's own item stands for. */
export { mappingHandlers } from './mapping-messages.ts'
export { mappingRoutes } from './mapping.routes.ts'
