import { faulty, parseRegion, parsed } from '@yichuang/kernel'
import { SYSTEM } from '../../modules/audit/index.ts'
import {
  changeOffice,
  createOffice,
  forgetOffices,
  listOffices,
  type Administrator,
  type Office,
} from '../../modules/organisations/index.ts'
import type { Db } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { checked, code, optional, text, word } from './readers.ts'
import type { RecordOf } from './column.ts'
import { once, type Item, type Kind, type Loading } from './kind.ts'
import { problemFault } from './platform.ts'

const NINE = { shape: /^\d{9}$/, zh: '九位数字的机构代码', en: 'an office code of nine digits' }
const TIME = { shape: /^([01]\d|2[0-3]):[0-5]\d$/, zh: '时刻', en: 'a time' }
const LEVELS = ['city', 'county', 'township', 'village']

const columns = {
  code: code(['机构代码', 'code', '机构编码'], '330602001', NINE),
  name: text(['机构名称', 'name', '名称'], '越城区医保中心', 60),
  level: word(['级别', 'level', '机构级别'], '县级', {
    city: ['市级', '市'],
    county: ['县级', '县', '区', '县(市、区)'],
    township: ['乡镇', '镇', '街道', '乡镇街道', '乡镇(街道)'],
    village: ['村', '社区', '村社', '村(社区)'],
  }),
  territory: checked(['行政区划', 'territory', '所在区划'], '330602', (given, { regionCode }) => {
    const read = parseRegion(given)
    if (!read.ok) return read
    if (read.value.code.slice(0, 4) === regionCode.slice(0, 4)) return parsed<string>(read.value.code)
    return faulty(
      'other-city',
      `不属于城市 ${regionCode}。请核对。`,
      `is not in the city ${regionCode}. Check it.`,
    )
  }),
  parent: optional(code(['上级机构代码', 'parent_code', '上级代码'], '330600001', NINE)),
  phone: optional(text(['电话', 'phone', '联系电话'], '0575-89102755', 30)),
  address: optional(text(['地址', 'address', '办公地址'], '绍兴市越城区某路 1 号', 200)),
  opens: optional(code(['开始办公', 'opens', '上班时间'], '08:30', TIME)),
  closes: optional(code(['结束办公', 'closes', '下班时间'], '17:00', TIME)),
}

type Values = RecordOf<typeof columns>

/** Offices, from the city's own down to the villages; those the file leaves out stay as they are. */
export const offices: Kind<typeof columns> = {
  columns,
  check(item, complain, seen) {
    once(seen('office'), item.values.code, item, (...words) => complain('code', ...words))
  },
  async store(db, items, loading, complain) {
    const known = new Map((await listOffices(db, loading.regionCode)).map((office) => [office.code, office]))
    let [added, changed] = [0, 0]
    // From the top down, whatever the order of the file: an office needs the one above it.
    const sorted = items.toSorted((a, b) => LEVELS.indexOf(a.values.level) - LEVELS.indexOf(b.values.level))
    for (const item of sorted) {
      try {
        const before = known.get(item.values.code)
        const office = await storeOne(db, item, before, known, loading)
        known.set(office.code, office)
        if (!before) added += 1
        else if (office !== before) changed += 1
      } catch (error) {
        if (!(error instanceof Problem) && !(error instanceof ParentUnknown)) throw error
        const { code, zh, en } = error instanceof Problem ? problemFault(error) : error
        complain(item.row, code, zh, en)
      }
    }
    forgetOffices()
    return { added, changed }
  },
}

async function storeOne(
  db: Db,
  { values }: Item<Values>,
  before: Office | undefined,
  known: ReadonlyMap<string, Office>,
  { regionCode, cityOfficeId, at }: Loading,
): Promise<Office> {
  const { parent: parentCode, ...rest } = values
  // An empty cell leaves what the staff desk may have filled in.
  const kept = (key: 'phone' | 'address' | 'opens' | 'closes') => values[key] ?? before?.[key] ?? null
  const parent = parentCode === undefined ? undefined : known.get(parentCode)
  if (parentCode !== undefined && !parent) throw new ParentUnknown(parentCode)
  const told = {
    ...rest,
    regionCode,
    parentId: parent?.id ?? null,
    phone: kept('phone'),
    address: kept('address'),
    opens: kept('opens'),
    closes: kept('closes'),
  }
  const by: Administrator = { actor: SYSTEM, at, offices: [cityOfficeId] }
  if (!before) return createOffice(db, told, by)
  const same = Object.entries(told).every(([key, value]) => before[key as keyof Office] === value)
  if (same) return before
  const { id, dutyStaffId, active, version } = before
  return changeOffice(db, id, { ...told, dutyStaffId, active, version }, by)
}

class ParentUnknown extends Error {
  readonly code = 'parent-unknown'
  readonly zh: string
  readonly en: string

  constructor(parent: string) {
    super(parent)
    this.zh = `没有代码为 ${parent} 的上级机构，或它所在的行有误。请先开通它，或把它也写入文件。`
    this.en = `There is no office ${parent} above it, or its own row is wrong. Open that one first, or put it into the file too.`
  }
}
