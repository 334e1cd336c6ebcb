/** Clearing of institutions (清算): what they apply for, what is taken off, and their payment, to the fen. */
import type { FastifyInstance } from 'fastify'
import type { AnyHandler } from '../hospital/index.ts'
import { clearingRoutes as applicationRoutes } from './clearing.routes.ts'
import type { ClearingDeps } from './deps.ts'
import { listHandlers, listRoutes, sealedLists } from './lists/index.ts'
import { clearingHandlers as applicationHandlers } from './messages.ts'
import { clearingRunRoutes } from './run/run.routes.ts'
import { sealedAccounts } from './run/sealed.queries.ts'
import type { ClearingWorld } from './world.ts'

export type { ClearingDeps } from './deps.ts'
export type { Books, ClearingWorld } from './world.ts'

/** What this module answers institutions: 3203, 3204, 4101–4105. */
export const clearingHandlers = (world: ClearingWorld): readonly AnyHandler[] => [
  ...applicationHandlers(world),
  ...listHandlers(world),
]

export function clearingRoutes(app: FastifyInstance, deps: ClearingDeps): void {
  applicationRoutes(app, deps)
  clearingRunRoutes(app, deps)
  listRoutes(app, deps)
}

export const sealedOfClearing = [...sealedAccounts, ...sealedLists]
