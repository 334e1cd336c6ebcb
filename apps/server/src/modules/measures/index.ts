/** Relief measures (应急措施): switched on by leaders, acting on cases, marked, counted, and made permanent. */
export { openMeasuredPacks, type MeasuredPacks } from './measured-packs.ts'
export { openMeasures, readMeasuresAnew } from './measures-world.ts'
export { recordedGroups } from './words.ts'
export { relief } from './relief.service.ts'
export { measuresOfKind } from './of-kind.ts'
export { switchOn } from './activation.service.ts'
export { measuresRoutes } from './measures.routes.ts'
export { measuresJobs, watchMeasures } from './jobs.ts'
