import type { NameElsewhere } from '../settlement/index.ts'

/** What this module is given by the application around it. */
export interface ObjectionsWorld {
  /** what institutions of other centres are called */
  readonly nameElsewhere: NameElsewhere
}

let world: ObjectionsWorld | undefined

/** `app.ts` calls it once, tests once per file. */
export function openObjections(around: ObjectionsWorld): void {
  world = around
}

export function around(): ObjectionsWorld {
  if (!world) throw new Error('openObjections was not called before the first objection')
  return world
}
