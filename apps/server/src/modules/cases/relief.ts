import type { ReliefView } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { ServiceItem } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import type { Actor } from '../audit/index.ts'
import type { CaseRow } from './case-row.ts'
import type { CaseRef } from './handler.ts'
import { around } from './world.ts'

/** A relief measure that acted on a case: `<set>.<measure>`, by the activation that put it in force. */
export interface MarkedBy {
  readonly id: string
  readonly activation: string
}

/** A material a case may be accepted without, and until when it is owed. */
export interface LaterPaper {
  readonly materialId: string
  readonly dueOn: PlainDate
  readonly by: MarkedBy | undefined
}

/** The number somebody was taken in with on a day on which a hall limits them, and why although they were used up. */
export interface HallNumber {
  readonly number: number
  readonly limit: number
  readonly reason?: string
}

/** What relief measures do at the acts of a case; the module that knows them is above this one. */
export interface Relief {
  /** takes a number of the day at a window whose numbers are limited; throws `hall-full` where a reason is needed */
  number(
    db: Db,
    about: CaseRef & { readonly officeId: string },
    at: { readonly today: PlainDate; readonly reason: string | undefined },
  ): Promise<HallNumber | undefined>
  /** the materials of the item that this person may hand in later, by id */
  later(db: Db, row: CaseRow, item: ServiceItem, today: PlainDate): Promise<ReadonlyMap<string, LaterPaper>>
  /** keeps which measures acted at an act, and what is owed since */
  keep(
    db: Db,
    row: CaseRow,
    kept: {
      readonly act: string
      readonly day: PlainDate
      readonly marks: readonly MarkedBy[]
      readonly owed?: readonly LaterPaper[]
      readonly item?: ServiceItem
      /** yuan; what the fund pays more because of the measures, where that is known */
      readonly extra?: string | undefined
    },
  ): Promise<void>
  /** what a case that was handed in still owes, by material */
  owed(db: Db, ref: CaseRef): Promise<ReadonlyMap<string, LaterPaper>>
  received(
    db: Db,
    row: CaseRow,
    materialId: string,
    by: { readonly actor: Actor; readonly at: Date; readonly today: PlainDate },
  ): Promise<void>
  view(db: Db, row: CaseRow, language: Language): Promise<ReliefView | undefined>
}

/** The measures module, where the application has one. */
export function relief(): Relief | undefined {
  return around().parts.relief
}

/** Every measure that acted at the hand-in: it opened the channel, let a paper come later, or kept a bill acceptable. */
export function marksAtHandIn(
  item: ServiceItem,
  channel: string,
  owed: readonly LaterPaper[],
  ofContent: readonly MarkedBy[],
): MarkedBy[] {
  const opened = item.channels.find((entry) => entry.channel === PACK_CHANNEL[channel])?.source?.measure
  const all = [opened, ...owed.map(({ by }) => by), ...ofContent].filter((mark) => mark !== undefined)
  return [...new Map(all.map(({ id, activation }) => [id, { id, activation }])).values()]
}

/** How the item's data calls the channel a case came in by. */
export const PACK_CHANNEL: Readonly<Record<string, string>> = {
  window: 'window',
  web: 'web',
  phone: 'mobile',
  kiosk: 'kiosk',
  hotline: 'phone',
  im: 'im',
  township: 'station',
  village: 'station',
  hospital: 'hospital',
}
