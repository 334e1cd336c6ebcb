import type { PlainDate } from '@yichuang/kernel'
import type { z } from 'zod'
import type { Resolved } from '../types.ts'
import type { GROUPS, SourceRef } from '../schema/common.ts'
import type { MeasureFile } from './schema.ts'

/** The measures of one document, as the pack that holds it defines them. */
export type MeasureSet = Resolved<z.output<typeof MeasureFile>> & { readonly pack: string }
export type Measure = MeasureSet['measures'][number]
export type Effect = Measure['effect']
export type EffectKind = Effect['kind']
export type Group = (typeof GROUPS)[number]

/** A measure that was put in force: by the document itself, or by a leader's act. Plain data; it makes a pack version. */
export interface ActingMeasure {
  /** `document`, or the id of the activation */
  readonly activation: string
  /** `<set>.<measure>` */
  readonly measure: string
  readonly from: PlainDate
  /** last day; without one a later document ends it */
  readonly until?: PlainDate
  /** the day somebody switched it on; the document's own are known with the document */
  readonly known?: PlainDate
  /** county codes; empty = everywhere in the city */
  readonly places: readonly string[]
  /** empty = everybody the measure is for */
  readonly groups: readonly Group[]
  /** calendar days after the hand-in, for papers handed in later */
  readonly papersWithin?: number
  /** people a hall takes in a day, for limited numbers */
  readonly perDay?: number
}

/** Where and for whom measures are asked for. A field left out is not known, and then only what is for all of them acts. */
export interface MeasureScope {
  readonly place?: string | undefined
  readonly groups?: readonly Group[] | undefined
}

/** What an item's material may be handed in by later, and by which measure. */
export interface Later {
  /** calendar days after the hand-in */
  readonly days: number
  /** absent when the item itself allows it, for good */
  readonly measure?: string
  readonly activation?: string
  /** those it is for; left out = everybody */
  readonly groups?: readonly Group[]
}

/** A relief measure that is to hold for good (固化), from a day, on the words that decide it. */
export interface PermanentRule {
  readonly pack: string
  /** `<set>.<measure>` */
  readonly measure: string
  readonly from: PlainDate
  readonly source: z.output<typeof SourceRef>
  /** calendar days for papers handed in later, as they were switched on with */
  readonly papersWithin?: number | undefined
}
