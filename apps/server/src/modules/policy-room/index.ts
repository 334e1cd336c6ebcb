/** The policy room: looking into the rules through time, drafting new ones, trying them on real cases, publishing. */
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { draftFileRoutes } from './draft-file.routes.ts'
import { draftRoutes } from './draft.routes.ts'
import { placeRoutes } from './place.routes.ts'
import type { PolicyRoomDeps } from './policy-room.deps.ts'
import { endLostTrials, openTrials } from './trial.service.ts'
import { trialRoutes } from './trial.routes.ts'

export { startDraftWith } from './draft.service.ts'
export { changeViews } from './views.ts'

const REFRESH_MS = 5000

/** Registers the calls of the policy room, and watches for what other processes of the installation publish. */
export function policyRoomRoutes(app: FastifyInstance, deps: PolicyRoomDeps & Pick<Deps, 'jobs'>): void {
  const { database, packs, jobs, log } = deps
  const trials = openTrials(database, packs, log)
  const room = { ...deps, trials }
  placeRoutes(app, room)
  draftRoutes(app, room)
  draftFileRoutes(app, room)
  trialRoutes(app, room)
  app.addHook('onReady', () => endLostTrials(database))
  app.addHook('onClose', () => trials.close())
  for (const { file, publication } of packs.library().conflicts)
    log.warn(
      { file, publication },
      'a delivery changed a file that this agency had published; the agency’s text stands',
    )
  jobs.add({
    name: 'take-over-publications',
    everyMs: REFRESH_MS,
    atMostMs: REFRESH_MS * 12,
    run: async () => {
      if (await packs.refresh())
        log.info({ publication: packs.library().publication }, 'newer rules are in force')
    },
  })
}
