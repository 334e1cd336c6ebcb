import type { Fen, PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** `sent`: no answer yet, or none ever came; the institution repeats the message, or takes it back with 2601. */
export type TrafficState = 'sent' | 'accepted' | 'refused'

/** A message that books something, on its way to the insured place. */
export interface TrafficRow {
  readonly institutionCode: string
  readonly msgid: string
  readonly infno: string
  readonly insuredRegion: string
  readonly state: TrafficState
  /** settlements only */
  readonly settlementId: string | null
  readonly total: Fen | null
  readonly fund: Fen | null
  readonly reason: string | null
  readonly sentOn: PlainDate
  readonly sentAt: Date
  readonly answeredAt: Date | null
}

const put = statement(
  'afar.put-sent',
  `insert into afar.message
     (region_code, institution_code, msgid, infno, insured_region, state, sent_on, sent_at)
   values ($1, $2, $3, $4, $5, 'sent', $6, $7)
   on conflict (region_code, institution_code, msgid) do nothing`,
)
const close = statement(
  'afar.put-answer',
  `update afar.message
   set state = $4, settlement_id = $5, total = $6, fund = $7, reason = $8, answered_at = $9
   where region_code = $1 and institution_code = $2 and msgid = $3 and state <> 'accepted'`,
)
const COLUMNS = `institution_code as "institutionCode", msgid, infno, insured_region as "insuredRegion", state,
  settlement_id as "settlementId", total, fund, reason, sent_on as "sentOn", sent_at as "sentAt",
  answered_at as "answeredAt"`
const page = statement<TrafficRow>(
  'afar.page',
  `select ${COLUMNS} from afar.message
   where region_code = $1 and sent_on between $2 and $3 and (sent_at, msgid) < ($4, $5)
     and ($6::text is null or state = $6)
   order by sent_at desc, msgid desc limit $7`,
)
const sums = statement<TrafficSum>(
  'afar.sums',
  `select insured_region as "insuredRegion", count(*)::int as messages,
     (count(*) filter (where state = 'sent'))::int as open,
     (count(*) filter (where settlement_id is not null))::int as settlements,
     coalesce(sum(total), 0)::bigint as total, coalesce(sum(fund), 0)::bigint as fund
   from afar.message where region_code = $1 and sent_on between $2 and $3
   group by insured_region order by insured_region`,
)

/** What the institutions of a place sent to one insured place. */
export interface TrafficSum {
  readonly insuredRegion: string
  readonly messages: number
  readonly open: number
  readonly settlements: number
  readonly total: Fen
  readonly fund: Fen
}

export interface Sender {
  readonly regionCode: string
  readonly institutionCode: string
  readonly msgid: string
}

export function putSent(
  db: Db,
  { regionCode, institutionCode, msgid }: Sender,
  sent: Pick<TrafficRow, 'infno' | 'insuredRegion' | 'sentOn' | 'sentAt'>,
) {
  const { infno, insuredRegion, sentOn, sentAt } = sent
  return db.run(put, [regionCode, institutionCode, msgid, infno, insuredRegion, sentOn, sentAt])
}

export function putAnswer(
  db: Db,
  { regionCode, institutionCode, msgid }: Sender,
  answer: Pick<TrafficRow, 'state' | 'settlementId' | 'total' | 'fund' | 'reason' | 'answeredAt'>,
) {
  const { state, settlementId, total, fund, reason, answeredAt } = answer
  return db.run(close, [
    regionCode,
    institutionCode,
    msgid,
    state,
    settlementId,
    total,
    fund,
    reason,
    answeredAt,
  ])
}

export interface TrafficPlace {
  readonly sentAt: Date
  readonly msgid: string
}

/** Messages of some days, latest first. */
export function traffic(
  db: Db,
  regionCode: string,
  q: {
    readonly from: PlainDate
    readonly to: PlainDate
    readonly before: TrafficPlace
    readonly state: TrafficState | undefined
    readonly limit: number
  },
): Promise<TrafficRow[]> {
  const { sentAt, msgid } = q.before
  return db.many(page, [regionCode, q.from, q.to, sentAt, msgid, q.state ?? null, q.limit])
}

export function trafficSums(
  db: Db,
  regionCode: string,
  from: PlainDate,
  to: PlainDate,
): Promise<TrafficSum[]> {
  return db.many(sums, [regionCode, from, to])
}
