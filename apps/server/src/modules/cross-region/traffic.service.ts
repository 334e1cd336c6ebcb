import type { CrossRegionMessage, CrossRegionSum } from '@yichuang/contracts'
import { formatYuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { traffic, trafficSums, type TrafficPlace, type TrafficState } from './traffic.queries.ts'

export interface TrafficAsked {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly state: TrafficState | undefined
  readonly cursor: string | undefined
  readonly limit: number
}

export interface Traffic {
  readonly sums: CrossRegionSum[]
  readonly items: CrossRegionMessage[]
  readonly next: string | null
}

/** What a place's institutions sent to other places on some days, latest first, and the sums of all of it by place. */
export async function trafficOf(db: Db, regionCode: string, asked: TrafficAsked): Promise<Traffic> {
  const { from, to, state, limit } = asked
  const [sums, rows] = await Promise.all([
    trafficSums(db, regionCode, from, to),
    traffic(db, regionCode, { from, to, before: placeOf(asked.cursor), state, limit: limit + 1 }),
  ])
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return {
    sums: sums.map((sum) => ({ ...sum, total: formatYuan(sum.total), fund: formatYuan(sum.fund) })),
    items: items.map(({ sentOn: _day, ...row }) => ({
      ...row,
      reason: row.reason === null ? null : masked(row.reason),
      total: yuan(row.total),
      fund: yuan(row.fund),
      sentAt: row.sentAt.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
    })),
    next: last ? `${last.sentAt.getTime()}_${last.msgid}` : null,
  }
}

/** Whoever keeps the accounts between two places needs no ID number that a refusal may name. */
const masked = (reason: string) =>
  reason.replace(/\d{14}(?=\d{3}[\dXx])/g, (digits) => `${digits.slice(0, 6)}********`)

const yuan = (amount: Fen | null) => (amount === null ? null : formatYuan(amount))

const CURSOR = /^(\d{1,15})_([\x21-\x7e]{1,60})$/
/** later than any message */
const FIRST: TrafficPlace = { sentAt: new Date('9999-12-31T00:00:00Z'), msgid: '' }

/** The place a cursor stands for; one that is not of ours begins at the beginning. */
function placeOf(cursor: string | undefined): TrafficPlace {
  const [, at, msgid] = CURSOR.exec(cursor ?? '') ?? []
  const sentAt = new Date(Number(at))
  return msgid === undefined || Number.isNaN(sentAt.getTime()) ? FIRST : { sentAt, msgid }
}
