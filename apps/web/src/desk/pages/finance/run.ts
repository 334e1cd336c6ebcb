import type { Reply } from '../../parts/queries.ts'

/** A payment run as its page shows it. */
export type Run = Reply<'getRun'>
