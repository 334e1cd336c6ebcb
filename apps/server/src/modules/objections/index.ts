/** Objections to settlements at the bedside: what is wrong, the institution's word, the agency's answer. */
export { objectionHandler } from './objection-handler.ts'
export { openObjections, type ObjectionsWorld } from './objections-world.ts'
export { objectionsRoutes } from './objections.routes.ts'
