import { feeItemsExactly, type FeeItemRow } from '../catalogue/index.ts'
import { booking, HospitalFault, type AnyHandler, type HospitalCall } from '../hospital/index.ts'
import { LIST_TYPES } from './list-types.ts'
import {
  lockMappings,
  mappingsOf,
  putMappings,
  withdrawMappings,
  type MappingRow,
} from './mapping.queries.ts'

/** As the interface says: 一次最多 100 条. */
const MOST_ROWS = 100

type Sent = HospitalCall<'3301'>['input']['data'][number]

/** 3301 目录对照上传, 3302 撤销: which entry of the catalogue an institution's own item stands for, and from when to when. */
export const mappingHandlers: readonly AnyHandler[] = [
  booking({
    infno: '3301',
    async handle(db, call) {
      const { regionCode, institution, now } = call
      const { data } = call.input
      notTooMany(data)
      const rows = data.map((row, index) => mappingOf(row, institution.hospitalCode, index + 1))
      const entries = await entriesOf(db, regionCode, data)
      for (const [index, row] of rows.entries()) mustFit(row, entries.get(row.itemCode), index + 1)
      await lockMappings(db, regionCode, institution.hospitalCode)
      const codes = rows.map(({ ownCode }) => ownCode)
      const standing = await mappingsOf(db, regionCode, institution.hospitalCode, codes)
      for (const [index, row] of rows.entries()) {
        const others = [...standing, ...rows.slice(0, index)]
        const other = others.find((other) => overlaps(row, other))
        if (other)
          throw new HospitalFault(
            `data 第 ${index + 1} 行：机构目录 ${row.ownCode} 在 ${row.startsOn} 至 ${row.endsOn} 与已有对照（${other.itemCode}，${other.startsOn} 至 ${other.endsOn}）的日期重叠。一个机构目录同一天只能对应一个医保目录，请先用 3302 撤销或改日期。`,
          )
      }
      await putMappings(db, regionCode, institution.hospitalCode, now, rows)
      return null
    },
  }),
  booking({
    infno: '3302',
    async handle(db, call) {
      const { regionCode, institution, now } = call
      const { data } = call.input
      notTooMany(data)
      for (const [index, { fixmedins_code }] of data.entries())
        if (fixmedins_code.toUpperCase() !== institution.hospitalCode)
          throw new HospitalFault(
            `data 第 ${index + 1} 行：定点医药机构编号（fixmedins_code）${fixmedins_code} 不是本机构。只能撤销本机构的对照。`,
          )
      const keys = data.map(({ list_type, fixmedins_hilist_id, med_list_codg }) => ({
        listType: list_type,
        ownCode: fixmedins_hilist_id,
        itemCode: med_list_codg,
      }))
      const gone = await withdrawMappings(db, regionCode, institution.hospitalCode, now, keys)
      const found = new Set(
        gone.map(({ listType, ownCode, itemCode }) => `${listType} ${ownCode} ${itemCode}`),
      )
      const missing = keys.findIndex((key) => !found.has(`${key.listType} ${key.ownCode} ${key.itemCode}`))
      if (missing >= 0)
        throw new HospitalFault(
          `data 第 ${missing + 1} 行：没有机构目录 ${keys[missing]!.ownCode} 对 ${keys[missing]!.itemCode} 的对照，整批未撤销。请核对编码或去掉该行后重发。`,
        )
      return null
    },
  }),
]

function notTooMany(rows: readonly unknown[]): void {
  if (rows.length > MOST_ROWS)
    throw new HospitalFault(`data 有 ${rows.length} 行，一次最多 ${MOST_ROWS} 行。请分批上传。`)
}

function mappingOf(row: Sent, hospitalCode: string, at: number): MappingRow {
  const { fixmedins_hilist_id, fixmedins_hilist_name, list_type, med_list_codg, begndate, enddate, ...said } =
    row
  if (enddate < begndate)
    throw new HospitalFault(
      `data 第 ${at} 行：结束日期（enddate）${enddate} 早于开始日期（begndate）${begndate}。请改正日期。`,
    )
  return {
    hospitalCode,
    listType: list_type,
    ownCode: fixmedins_hilist_id,
    ownName: fixmedins_hilist_name,
    itemCode: med_list_codg,
    startsOn: begndate,
    endsOn: enddate,
    said,
  }
}

/** The entries the rows name, each as it is on the row's first day; one look-up for each such day. */
async function entriesOf(
  db: Parameters<typeof feeItemsExactly>[0],
  regionCode: string,
  data: readonly Sent[],
) {
  const found = new Map<string, FeeItemRow>()
  const byDay = Map.groupBy(data, ({ begndate }) => begndate)
  for (const [day, rows] of byDay) {
    const codes = rows.map(({ med_list_codg }) => med_list_codg)
    for (const item of await feeItemsExactly(db, regionCode, codes, day)) found.set(item.code, item)
  }
  return found
}

function mustFit(row: MappingRow, entry: FeeItemRow | undefined, at: number): void {
  if (!entry)
    throw new HospitalFault(
      `data 第 ${at} 行：医疗目录编码（med_list_codg）${row.itemCode} 在 ${row.startsOn} 的本地目录中不存在。请核对编码和开始日期。`,
    )
  if (!LIST_TYPES[entry.kind].has(row.listType))
    throw new HospitalFault(
      `data 第 ${at} 行：目录类别（list_type）${row.listType} 与目录项目 ${entry.code} ${entry.name} 的类别不符。请按${kindName[entry.kind]}填写。`,
    )
}

const kindName = {
  drug: '药品（101–106）',
  service: '医疗服务项目（201）',
  supply: '医用耗材（301）',
} as const

/** Another entry for the same own item on a common day; the same entry from the same day is a new version of it. */
function overlaps(row: MappingRow, other: MappingRow): boolean {
  const same = row.itemCode === other.itemCode && row.startsOn === other.startsOn
  return (
    row.listType === other.listType &&
    row.ownCode === other.ownCode &&
    !same &&
    row.startsOn <= other.endsOn &&
    other.startsOn <= row.endsOn
  )
}
