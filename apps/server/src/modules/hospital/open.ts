import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db.ts'
import type { Files } from '../../platform/files/index.ts'
import type { Logger } from '../../platform/log.ts'
import type { Afar } from './afar.ts'
import { openDispatch } from './dispatch.ts'
import { hospitalEntry } from './entry.routes.ts'
import type { FrontDoor } from './front-door.ts'
import type { RecentCalls } from './front/recent-calls.ts'
import type { AnyHandler } from './handler.ts'
import { reversal, type UnknownMessage } from './reverse.ts'
import { signIn, signOut } from './sign-in.ts'

export interface HospitalOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  readonly front: FrontDoor
  /** what the subjects serve; sign-in and reversal are the entry's own */
  readonly handlers: readonly AnyHandler[]
  /** the ways to other places; without them only people of the institution's own city are settled */
  readonly afar?: Afar | undefined
  /** keeps the last calls of each institution */
  readonly recent?: RecentCalls | undefined
  /** default `accept` */
  readonly unknownMessage?: UnknownMessage
}

export interface HospitalEntry {
  /** Adds the addresses institutions call; `files` holds what comes beside messages. */
  routes(app: FastifyInstance, files: Files): Promise<void>
  /** gives a message whose sender is known to its handler */
  readonly dispatch: ReturnType<typeof openDispatch>
}

/** Puts the handlers of all subjects behind one entry. Throws when two serve the same number. */
export function openHospital(options: HospitalOptions): HospitalEntry {
  const { front, handlers, recent, unknownMessage = 'accept', ...rest } = options
  const all = [...handlers, signIn, signOut, reversal(handlers, unknownMessage)]
  const dispatch = openDispatch({ ...rest, handlers: all })
  return {
    dispatch,
    routes: (app, files) => hospitalEntry(app, { front, files, dispatch, clock: options.clock, recent }),
  }
}
