/** Relief measures (应急措施): switched on by leaders, acting on cases, marked, counted, and made permanent. */
export { openMeasuredPacks, type CaseAbout, type MeasuredPacks } from './measured-packs.ts'
export { openMeasures, readMeasuresAnew } from './measures-world.ts'
export { relief } from './relief.service.ts'
export { changeEnd, switchOn } from './activation.service.ts'
export { measuresFor } from './panel.service.ts'
export { measuresRoutes } from './measures.routes.ts'
export { measuresJobs, watchMeasures } from './jobs.ts'
export { findProposal, proposalsOf, type ProposalRow } from './proposal.queries.ts'
