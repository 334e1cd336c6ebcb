import { fen, formatYuan, yuan } from '@yichuang/kernel'
import { stringify } from 'csv-stringify/sync'
import type { Db } from '../../platform/db.ts'
import { citationOf } from '../catalogue/index.ts'
import { eventsOfEntry, findEntry } from './entry.queries.ts'
import type { EntryRow } from './entry-row.ts'
import { listEntries, sumsOfClosed, sumsOfOpen } from './list.queries.ts'
import { inForceHere, knownIn } from './measure.ts'
import { TreatFirstUnknown } from './treat-first.problems.ts'
import { entryView, type Reader } from './view.ts'
import { BAND_COUNT, bandOf, workingAge } from './working-age.ts'

export interface Asked {
  readonly regionCode: string
  readonly state: 'open' | 'closed'
  /** one institution's; undefined: the whole city's */
  readonly hospitalCode: string | undefined
}

/** An entry somebody may see; `hospitalCode`: only if it is that institution's. Throws `treat-first-unknown`. */
export async function seenEntry(
  db: Db,
  regionCode: string,
  entryId: string,
  hospitalCode: string | undefined,
): Promise<EntryRow> {
  const row = await findEntry(db, regionCode, entryId)
  if (!row || (hospitalCode !== undefined && row.hospitalCode !== hospitalCode)) throw TreatFirstUnknown()
  return row
}

/** An entry with everything that happened to it, in order. */
export async function wholeEntry(db: Db, row: EntryRow, reader: Reader) {
  const events = await eventsOfEntry(db, row.regionCode, row.entryId)
  return {
    entry: entryView(row, reader),
    events: events.map(({ byName, at, ...event }) => ({ ...event, by: byName, at: at.toISOString() })),
  }
}

/** One page of the list. */
export async function pageOfEntries(
  db: Db,
  reader: Reader,
  asked: Asked & { readonly cursor?: string | undefined; readonly limit: number },
) {
  const [openedOn = '', entryId = ''] = asked.cursor?.split('~') ?? []
  const sound = /^\d{4}-\d{2}-\d{2}$/.test(openedOn) && /^[0-9a-f-]{36}$/.test(entryId)
  const place = sound ? { openedOn, entryId } : undefined
  const rows = await listEntries(db, asked.regionCode, { ...asked, place, limit: asked.limit + 1 })
  const shown = rows.slice(0, asked.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => entryView(row, reader)),
    next: rows.length > asked.limit && last ? `${last.openedOn}~${last.entryId}` : null,
  }
}

/** What is open by institution and age, what was closed how, and what entries rest on today. */
export async function sumsOfEntries(
  db: Db,
  { pack, language, today }: Reader,
  asked: {
    readonly regionCode: string
    readonly hospitalCode: string | undefined
    readonly place?: string | undefined
  },
) {
  const { regionCode, hospitalCode, place } = asked
  const [open, closed] = [
    await sumsOfOpen(db, regionCode, hospitalCode),
    await sumsOfClosed(db, regionCode, hospitalCode),
  ]
  return {
    on: today,
    measures: inForceHere(regionCode, today, place).map(({ measure, acting, source }) => ({
      measureId: acting.measure,
      title: measure.title[language],
      source: citationOf(source, language),
    })),
    known: knownIn(pack).map(({ title, source, from }) => ({
      title: title[language],
      source: citationOf({ ...source, from: from ?? today }, language),
    })),
    open: [...Map.groupBy(open, (row) => row.hospitalCode)].map(([code, rows]) => {
      const ages = rows.map((row) => workingAge(pack, row.openedOn, today, today))
      const known = ages.every((age) => age !== undefined)
      const inBand = (band: number) => rows.filter((_, at) => bandOf(ages[at] ?? 0) === band)
      return {
        hospitalCode: code,
        hospitalName: rows[0]!.hospitalName,
        ...summed(rows),
        bands: known ? Array.from({ length: BAND_COUNT }, (_, band) => summed(inBand(band))) : null,
      }
    }),
    closed,
  }
}

function summed(rows: readonly { readonly count: number; readonly amount: string }[]) {
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    amount: formatYuan(fen(rows.reduce((sum, { amount }) => sum + yuan(amount), 0))),
  }
}

const MOST_ROWS = 10_000
const HEAD = [
  '编号',
  '医疗机构',
  '患者',
  '证件号码',
  '参保地',
  '就医日期',
  '登记日期',
  '工作日',
  '金额',
  '预计支付方',
  '状态',
  '下一步',
  '了结方式',
  '了结凭据',
  '医疗费用',
  '报销费用',
  '措施',
]
const SAID = {
  'insured-place': '参保地医保',
  state: '财政',
  other: '其他方',
  unknown: '未定',
  open: '未了结',
  'write-off-proposed': '拟核销',
  closed: '已了结',
  hospital: '医疗机构',
  agency: '经办机构',
  settlement: '联网结算',
  claim: '手工报销',
  'settled-elsewhere': '参保地已结算',
  'other-payer': '其他方支付',
  'written-off': '核销',
} as const

/** The list as CSV: UTF-8 with BOM, CRLF, at most 10,000 rows; ID numbers masked. A formula gets an apostrophe in front. */
export async function listAsCsv(db: Db, reader: Reader, asked: Asked): Promise<string> {
  const rows = await listEntries(db, asked.regionCode, { ...asked, place: undefined, limit: MOST_ROWS })
  const lines = rows
    .map((row) => entryView(row, reader))
    .map(({ next, closed, ...entry }) => [
      entry.number,
      entry.hospitalName,
      entry.personName,
      entry.idNumberMasked ?? '',
      entry.insuredPlace ?? '',
      entry.beganOn,
      entry.openedOn,
      entry.workingDays === null ? '' : String(entry.workingDays),
      entry.amount,
      entry.payerName ?? SAID[entry.payer],
      SAID[entry.state],
      closed ? '' : [SAID[next.side], next.name].filter(Boolean).join(' '),
      closed ? SAID[closed.how] : '',
      closed?.reference ?? '',
      closed?.total ?? '',
      closed?.fund ?? '',
      entry.measure.title,
    ])
  return stringify([HEAD, ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}
