import { chinaDateTime, transactions, writeTableText } from '@yichuang/hsa'
import { newContentKey, sealed, type HeldFile } from '../../platform/files/index.ts'
import { Zip, ZipDeflate } from 'fflate'
import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { SYSTEM } from '../audit/index.ts'
import { booking, HospitalFault, Overtaken, type AnyHandler, type HospitalCall } from '../hospital/index.ts'
import { newRecordId, sumsByDay } from '../settlement/index.ts'
import { checkFile, type Said } from './check-file.ts'
import { closeIfEven, isOver } from './close.service.ts'
import { sinceClosed } from './closed-days.ts'
import { closingSums } from './closing.queries.ts'
import { compareRows, noOutcome, type Outcome, type ResultRow, type Scope } from './compare.ts'
import { insertComparison } from './comparison.queries.ts'
import { lockDays, putCovered, recountDay, type DayRow } from './day.queries.ts'
import { putDifferences } from './difference.queries.ts'
import { contentOf, ownFile, untilFrom, type ExchangeDeps } from './exchange.ts'
import { hasFile, insertFile, type FileRow } from './file.queries.ts'
import { rowsOf } from './rows.ts'
import { FILE_KEY } from './sealed.queries.ts'
import { checkDays } from './totals.ts'
import { unzipped } from './unzip.ts'

/** 3202 医药机构费用结算对明细账: row by row; differences become tasks, and days without any are closed. */
export function detailHandler(deps: ExchangeDeps): AnyHandler {
  return booking({
    infno: '3202',
    async handle(db, call) {
      const { regionCode, institution, now } = call
      if (await hasFile(db, regionCode, institution.hospitalCode, call.msgid)) throw new Overtaken()
      const scope = scopeOf(call)
      const sent = await ownFile(db, regionCode, institution.hospitalCode, call.input.data.file_qury_no, now)
      const file = () => contentOf(deps, sent)
      const encoding = await checkFile(file, saidOf(call))
      const open = await openDays(db, scope)
      const outcome = noOutcome()
      const rows = compareRows(db, scope, rowsOf(unzipped(file()), encoding), outcome)
      const result = await keepResult(deps, db, call, rows)
      const comparisonId = newId()
      const { differences } = outcome
      await insertComparison(db, regionCode, institution.hospitalCode, {
        comparisonId,
        msgid: call.msgid,
        firstDay: scope.from,
        lastDay: scope.to,
        clrType: scope.clrType ?? null,
        sentFile: sent.fileId,
        resultFile: result.fileId,
        rows: outcome.rows,
        centreRows: outcome.centreRows,
        differences: differences.filter(({ offset }) => !offset).length,
        comparedAt: now,
      })
      await book(db, call, scope, { comparisonId, open, outcome })
      return {
        fileinfo: {
          file_qury_no: result.fileId,
          filename: result.fileName,
          dld_endtime: chinaDateTime(result.until) as never,
        },
      }
    },
  })
}

type Call = HospitalCall<'3202'>

function scopeOf({ regionCode, institution, input: { data }, now }: Call): Scope {
  const { stmt_begndate: from, stmt_enddate: to, clr_type } = data
  checkDays(from, to)
  if (!isOver(to, now))
    throw new HospitalFault(
      `对账结束日期（stmt_enddate）${to} 还没有过完，当天仍可能有结算。请在次日 0 点 10 分以后对明细账。`,
    )
  return { regionCode, institutionCode: institution.hospitalCode, from, to, clrType: clr_type || undefined }
}

function saidOf({ input: { data } }: Call): Said {
  const { fixmedins_setl_cnt: count, medfee_sumamt, fund_pay_sumamt, cash_payamt } = data
  return { count, medfee_sumamt, fund_pay_sumamt, cash_payamt }
}

/** Days of the range that are not closed as they are, locked; a closed day stays as it was closed. */
async function openDays(db: Db, scope: Scope): Promise<DayRow[]> {
  const settled = await sumsByDay(db, scope.regionCode, {
    institutionCode: scope.institutionCode,
    from: scope.from,
    to: scope.to,
  })
  const days = [...new Set([...settled.map(({ day }) => day), scope.to])]
  const rows = await lockDays(db, scope.regionCode, scope.institutionCode, days)
  const closed = await closingSums(db, scope.regionCode, scope)
  return rows.filter(({ day, closings }) => {
    const since = sinceClosed(
      settled.filter((one) => one.day === day),
      closed.filter((one) => one.day === day),
    )
    return closings === 0 || since.length > 0
  })
}

async function book(
  db: Db,
  { regionCode, institution, today, now }: Call,
  scope: Scope,
  made: { readonly comparisonId: string; readonly open: readonly DayRow[]; readonly outcome: Outcome },
): Promise<void> {
  const { comparisonId, open, outcome } = made
  const { hospitalCode } = institution
  const days = open.map(({ day }) => day)
  const isOpen = ({ day }: Pick<DayRow, 'day'>) => days.includes(day)
  const comparison = { comparisonId, at: now, days }
  await putDifferences(db, scope, comparison, outcome.differences.filter(isOpen))
  await putCovered(db, regionCode, hospitalCode, comparisonId, [...outcome.covered.values()].filter(isOpen))
  const by = { actor: { ...SYSTEM, name: institution.name }, today, at: now }
  for (const day of days) {
    const row = await recountDay(db, regionCode, hospitalCode, day)
    await closeIfEven(db, regionCode, hospitalCode, row, by)
  }
}

/** Writes the rows of results as they come into a ZIP that is enciphered as it is stored. */
async function keepResult(
  { files, cipher }: ExchangeDeps,
  db: Db,
  { regionCode, institution, msgid, now }: Call,
  rows: AsyncIterable<ResultRow>,
): Promise<FileRow> {
  const fileId = newRecordId(regionCode, now)
  const name = `3202_${institution.hospitalCode}_${fileId}`
  const key = newContentKey()
  const hash = createHash('sha256')
  const watched = async function* () {
    for await (const chunk of zipped(`${name}.txt`, rows, now)) {
      hash.update(chunk)
      yield chunk
    }
  }
  let held: HeldFile | undefined
  try {
    held = await files.hold(sealed(watched(), key), { fileName: name, maxBytes: Number.MAX_SAFE_INTEGER })
    await held.keep()
    const row: FileRow = {
      institutionCode: institution.hospitalCode,
      fileId,
      kind: 'result',
      fileName: `${name}.zip`,
      msgid,
      plainSha256: hash.digest('hex'),
      plainBytes: held.size,
      storedSha256: held.sha256,
      keyEnc: cipher.encrypt(key.toString('hex'), FILE_KEY),
      keptAt: now,
      until: untilFrom(now),
    }
    await insertFile(db, regionCode, row)
    return row
  } finally {
    await held?.letGo()
  }
}

const COLUMNS = transactions['3202'].fileOutput!
const AT_ONCE = 500

async function* zipped(name: string, rows: AsyncIterable<ResultRow>, at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const entry = new ZipDeflate(name)
  entry.mtime = at
  zip.add(entry)
  let lot: ResultRow[] = []
  const write = () => {
    entry.push(Buffer.from(writeTableText(COLUMNS, lot)))
    lot = []
  }
  for await (const row of rows) {
    lot.push(row)
    if (lot.length < AT_ONCE) continue
    write()
    yield* ready.splice(0)
  }
  write()
  entry.push(new Uint8Array(0), true)
  zip.end()
  yield* ready.splice(0)
}
