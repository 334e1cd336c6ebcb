import type { Config } from '../config.ts'
import type { Clock, DemoClock } from './clock.ts'
import type { BlindIndex, FieldCipher } from './crypto.ts'
import type { Database } from './db.ts'
import type { Files } from './files/index.ts'
import type { Once } from './http/once.ts'
import type { Jobs } from './jobs.ts'
import type { Logger } from './log.ts'
import type { Outbox } from './outbox.ts'

/** Everything a module may be given. A module names the part it needs: `Pick<Deps, 'database' | 'clock'>`. */
export interface Deps {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock | DemoClock
  readonly cipher: FieldCipher
  readonly blindIndex: BlindIndex
  readonly files: Files
  readonly once: Once
  readonly outbox: Outbox
  readonly jobs: Jobs
  readonly log: Logger
}
