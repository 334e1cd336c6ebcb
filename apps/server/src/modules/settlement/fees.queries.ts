import { formatYuan, yuan, type Fen } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { ClassedLine, SentLine } from './fee-lines.ts'

/** Lines of one batch (收费批次) as they came in one message. */
export interface FeesRow {
  readonly visitId: string
  readonly chargeBatch: string
  readonly classed: readonly ClassedLine[]
  readonly total: Fen
  readonly settlementId: string | null
}

export interface NewFees extends Omit<FeesRow, 'settlementId'> {
  readonly uploadId: string
  readonly sent: readonly SentLine[]
}

interface Stored extends Omit<FeesRow, 'total'> {
  readonly total: string
}

// Visit and batch as pairs: batches of other visits have the same numbers.
const ofBatches = statement<Stored>(
  'settlement.fees-of-batches',
  `select f.visit_id as "visitId", f.charge_batch as "chargeBatch", f.classed, f.total, f.settlement_id as "settlementId"
   from unnest($2::text[], $3::text[]) as asked (visit_id, charge_batch)
   join settlement.fees f on f.region_code = $1 and f.visit_id = any($2::text[])
     and f.visit_id = asked.visit_id and f.charge_batch = asked.charge_batch
   order by f.visit_id, f.upload_id`,
)
const taken = statement<{ visitId: string; serials: string[] }>(
  'settlement.fee-serials',
  `select visit_id as "visitId", serials from settlement.fees where region_code = $1 and visit_id = any($2::text[])`,
)
const add = statement(
  'settlement.add-fees',
  `insert into settlement.fees
     (region_code, visit_id, upload_id, charge_batch, serials, sent, classed, total, uploaded_at)
   select $1, visit_id, upload_id, charge_batch, serials::text[], sent, classed, total, $2
   from unnest($3::text[], $4::uuid[], $5::text[], $6::text[], $7::json[], $8::json[], $9::numeric[])
     as sent (visit_id, upload_id, charge_batch, serials, sent, classed, total)`,
)
const settle = statement(
  'settlement.settle-fees',
  `update settlement.fees f set settlement_id = sent.settlement_id
   from unnest($2::text[], $3::text[], $4::text[]) as sent (visit_id, charge_batch, settlement_id)
   where f.region_code = $1 and f.visit_id = any($2::text[])
     and f.visit_id = sent.visit_id and f.charge_batch = sent.charge_batch
     and f.settlement_id is null`,
)
const release = statement(
  'settlement.release-fees',
  `update settlement.fees set settlement_id = null where region_code = $1 and visit_id = $2 and settlement_id = $3`,
)
const drop = statement(
  'settlement.drop-fees',
  `delete from settlement.fees
   where region_code = $1 and visit_id = $2 and settlement_id is null and ($3::text is null or charge_batch = $3)`,
)
const settledIn = statement<{ settled: boolean }>(
  'settlement.visit-has-fees',
  `select settlement_id is not null as settled from settlement.fees
   where region_code = $1 and visit_id = $2 and ($3::text is null or charge_batch = $3)`,
)
const details = statement<{
  chargeBatch: string
  sent: readonly SentLine[]
  classed: readonly ClassedLine[]
  settlementId: string | null
}>(
  'settlement.fee-details',
  `select charge_batch as "chargeBatch", sent, classed, settlement_id as "settlementId" from settlement.fees
   where region_code = $1 and visit_id = $2 and ($3::text is null or settlement_id = $3)
   order by upload_id limit 1000`,
)

const lockDetails = statement<{ uploadId: string; sent: readonly SentLine[] }>(
  'settlement.lock-fee-details',
  `select upload_id as "uploadId", sent from settlement.fees
   where region_code = $1 and visit_id = $2 and serials && $3::text[] for update`,
)
const setSent = statement(
  'settlement.set-fee-details',
  `update settlement.fees f set sent = changed.sent
   from unnest($3::uuid[], $4::json[]) as changed (upload_id, sent)
   where f.region_code = $1 and f.visit_id = $2 and f.upload_id = changed.upload_id`,
)

/** Fees of batches, keyed by visit and batch. */
export async function feesOfBatches(
  db: Db,
  regionCode: string,
  batches: readonly { readonly visitId: string; readonly chargeBatch: string }[],
): Promise<FeesRow[]> {
  const rows = await db.many(ofBatches, [
    regionCode,
    batches.map(({ visitId }) => visitId),
    batches.map(({ chargeBatch }) => chargeBatch),
  ])
  return rows.map((row) => ({ ...row, total: yuan(row.total) }))
}

/** Numbers of lines that visits have already. */
export async function serialsOf(
  db: Db,
  regionCode: string,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>()
  for (const { visitId, serials } of await db.many(taken, [regionCode, visitIds])) {
    const of = found.get(visitId) ?? new Set()
    for (const serial of serials) of.add(serial)
    found.set(visitId, of)
  }
  return found
}

export async function insertFees(
  db: Db,
  regionCode: string,
  at: Date,
  fees: readonly NewFees[],
): Promise<void> {
  await db.write(add, [
    regionCode,
    at,
    fees.map(({ visitId }) => visitId),
    fees.map(({ uploadId }) => uploadId),
    fees.map(({ chargeBatch }) => chargeBatch),
    // An array of arrays must be rectangular; each goes as the text of one.
    fees.map(({ classed }) => `{${classed.map(({ sn }) => quoted(sn)).join(',')}}`),
    fees.map(({ sent }) => JSON.stringify(sent)),
    fees.map(({ classed }) => JSON.stringify(classed)),
    fees.map(({ total }) => formatYuan(total)),
  ])
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

/** Marks the open fees of batches as settled; how many rows there were. */
export function settleFees(
  db: Db,
  regionCode: string,
  settled: readonly {
    readonly visitId: string
    readonly chargeBatch: string
    readonly settlementId: string
  }[],
): Promise<number> {
  return db.run(settle, [
    regionCode,
    settled.map(({ visitId }) => visitId),
    settled.map(({ chargeBatch }) => chargeBatch),
    settled.map(({ settlementId }) => settlementId),
  ])
}

/** Opens the fees of a settlement that was taken back. */
export function releaseFees(db: Db, regionCode: string, visitId: string, settlementId: string) {
  return db.run(release, [regionCode, visitId, settlementId])
}

/** Deletes open fees of a visit: of one batch, or all. */
export function dropFees(db: Db, regionCode: string, visitId: string, chargeBatch: string | undefined) {
  return db.run(drop, [regionCode, visitId, chargeBatch ?? null])
}

/** Whether each upload of a visit (or of one of its batches) is settled. */
export async function feesStand(
  db: Db,
  regionCode: string,
  visitId: string,
  chargeBatch: string | undefined,
): Promise<readonly boolean[]> {
  const rows = await db.many(settledIn, [regionCode, visitId, chargeBatch ?? null])
  return rows.map(({ settled }) => settled)
}

/** The lines of a visit, or of one settlement, as sent and as classed. */
export function feeDetails(db: Db, regionCode: string, visitId: string, settlementId: string | undefined) {
  return db.many(details, [regionCode, visitId, settlementId ?? null])
}

/** A remark on one uploaded line. */
export interface Remark {
  readonly serial: string
  readonly code: string
  readonly memo: string
}

/** Sets the remarks of lines; the serials of the lines that were found. In a transaction. */
export async function remarkFees(
  db: Db,
  regionCode: string,
  visitId: string,
  remarks: readonly Remark[],
): Promise<ReadonlySet<string>> {
  const bySerial = new Map(remarks.map((remark) => [remark.serial, remark]))
  const rows = await db.many(lockDetails, [regionCode, visitId, [...bySerial.keys()]])
  const found = new Set<string>()
  const changed = rows.map(({ uploadId, sent }) => ({
    uploadId,
    sent: sent.map((line) => {
      const remark = bySerial.get(line.feedetl_sn)
      if (remark?.code !== line.med_list_codg) return line
      found.add(remark.serial)
      return { ...line, memo: remark.memo }
    }),
  }))
  await db.run(setSent, [
    regionCode,
    visitId,
    changed.map(({ uploadId }) => uploadId),
    changed.map(({ sent }) => JSON.stringify(sent)),
  ])
  return found
}
