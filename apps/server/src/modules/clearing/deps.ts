import type { Deps } from '../../platform/deps.ts'
import type { ClearingWorld } from './world.ts'

export type ClearingDeps = Pick<Deps, 'database' | 'clock' | 'once' | 'cipher'> & Pick<ClearingWorld, 'books'>
