/** Care outside the insured place (异地就医): the way to other places over the provincial hub, and the way back. */
export { openCrossRegion, type CrossRegion, type CrossRegionOptions } from './open.ts'
export { hubLine, signedByHub, HubSilent, type HubLine, type HubSettings } from './hub-line.ts'
export { crossRegionRoutes, type CrossRegionDeps } from './cross-region.routes.ts'
export { nameElsewhere } from './remote-institution.service.ts'
