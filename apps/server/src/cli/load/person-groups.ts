import { parseResidentId, plainDate } from '@yichuang/kernel'
import { personGroups, type PersonGroup } from '@yichuang/policy'
import { loadGroups } from '../../modules/insured/index.ts'
import { recordedGroups } from '../../modules/measures/index.ts'
import { loadPackFolder } from '../../packs/index.ts'
import type { Item, Kind, Written } from './kind.ts'
import type { RecordOf } from './column.ts'
import { checked, day, optional, text } from './readers.ts'

const columns = {
  idNumber: checked<string>(
    ['身份证号码', 'id_number', '公民身份号码', '证件号码', '身份证号'],
    '11010519491231002X',
    (given, { today }) => {
      const read = parseResidentId(given, { notAfter: today })
      return read.ok ? { ok: true, value: read.value.id } : read
    },
  ),
  group: text(['人群', 'group', '人员属性', '救助对象类别'], '困难群体', 50),
  from: day(['认定日期', 'from', '开始日期'], '2020-01-01'),
  to: optional(day(['截止日期', 'to', '结束日期'], '2020-12-31')),
  source: text(['来源', 'source', '认定依据'], '民政部门2020年1月低保名册', 200),
}
type Row = RecordOf<typeof columns>

/** Groups of insured people whose benefits differ; the packs of the place say which there are. */
export const personGroupsOfFile: Kind<typeof columns> = {
  columns,
  check({ row, values }, complain, seen) {
    if (values.to !== undefined && values.to < values.from)
      complain(
        'to',
        'ends-before-start',
        `早于认定日期 ${values.from}。请核对两列。`,
        `is before the first day, ${values.from}. Check both.`,
      )
    const before = seen('group').first(`${values.idNumber} ${values.group} ${values.from}`, row)
    if (before)
      complain(
        undefined,
        'row-twice',
        `与第 ${before.row} 行是同一人、同一人群、同一认定日期。请只保留一行。`,
        `is the same person, group and first day as row ${before.row}. Keep one of the two.`,
      )
  },
  async store(db, items, { regionCode, today }, complain): Promise<Written> {
    const groupOf = await groupsNamed(regionCode)
    const entries = items.flatMap(({ row, values }: Item<Row>) => {
      const group = groupOf(values.group)
      if (typeof group === 'string') return { ...values, group }
      complain(row, group.code, group.zh, group.en)
      return []
    })
    if (entries.length < items.length) return {}
    const stored = await loadGroups(db, regionCode, entries, plainDate(today))
    if ('written' in stored) return { groups: stored.written }
    const unknown = new Set(stored.unknown)
    for (const { row, values } of items)
      if (unknown.has(values.idNumber))
        complain(
          row,
          'person-unknown',
          '这个身份证号码的人不在本地参保名册中。请先用 persons 导入参保人，或核对号码。',
          'Nobody with this ID number is insured here. Load the person first (persons), or check the number.',
        )
    return {}
  },
}

type Refused = { readonly code: string; readonly zh: string; readonly en: string }

/** Reads a group by its id or its Chinese title, among those that the packs of the city name. */
async function groupsNamed(regionCode: string): Promise<(given: string) => string | Refused> {
  const load = await loadPackFolder()
  const packs = load.ok ? [...load.packs.values()] : []
  const here = packs.filter((pack) => pack.regionCode === regionCode)
  const ofChains = here.flatMap(personGroups)
  // Relief measures are for groups of people too; where the city has some, these can be recorded for them.
  const ofMeasures: readonly PersonGroup[] = here.some(({ measures }) => measures.size > 0)
    ? recordedGroups().filter(({ id }) => !ofChains.some((group) => group.id === id))
    : []
  const groups = [...ofChains, ...ofMeasures]
  const recorded = groups.filter(({ age }) => age === undefined)
  return (given) => {
    const found = groups.find(({ id, title }) => id === given || title.zh === given)
    if (found?.age)
      return {
        code: 'group-of-age',
        zh: `“${given}”按出生日期认定，不用登记。请删去这一行。`,
        en: `“${given}” follows from the day of birth and is not recorded. Remove the row.`,
      }
    if (found) return found.id
    const named = (language: 'zh' | 'id') =>
      recorded.map(({ id, title }) => (language === 'zh' ? title.zh : id))
    return {
      code: 'group-unknown',
      zh: `本地的规则没有人群“${given}”，登记了也不起作用。${recorded.length > 0 ? `请写以下之一：${named('zh').join('、')}。` : '本地的规则没有按人群区分待遇。请先加载有人群的支付顺序（benefits/chain.yaml）。'}`,
      en: `The rules of this city know no group “${given}”. ${recorded.length > 0 ? `Write one of: ${named('id').join(', ')}.` : 'They tell no groups apart; load a chain of payers that does first (benefits/chain.yaml).'}`,
    }
  }
}
