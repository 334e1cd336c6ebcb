import { formatYuan, parseResidentId, parseYuan, plainDate } from '@yichuang/kernel'
import { personIdsOf } from '../../modules/insured/index.ts'
import { bringIn } from '../../modules/personal-accounts/index.ts'
import { checked, day } from './readers.ts'
import { once, type Kind, type Written } from './kind.ts'

/** The largest that an account can hold: what a column of the ledger takes. */
const MOST = 99_999_999_999_999

const balance = (names: readonly [zh: string, en: string, ...more: string[]], example: string) =>
  checked<string>(names, example, (given) => {
    const amount = parseYuan(given.normalize('NFKC').replaceAll(',', '').trim())
    return amount === undefined || amount < 0 || amount > MOST
      ? WRONG
      : { ok: true, value: formatYuan(amount) }
  })

const WRONG = {
  ok: false,
  fault: {
    code: 'balance-invalid',
    values: {},
    sentences: {
      'zh-CN': '不是不小于 0、最多两位小数的金额（元）。请按账面改正，例如 1350.20。',
      en: 'is not an amount in yuan of at least 0 with at most two decimals. Correct it, e.g. 1350.20.',
    },
  },
} as const

const columns = {
  idNumber: checked<string>(
    ['身份证号码', 'id_number', '公民身份号码', '证件号码', '身份证号'],
    '11010519491231002X',
    (given, { today }) => {
      const read = parseResidentId(given, { notAfter: today })
      return read.ok ? { ok: true, value: read.value.id } : read
    },
  ),
  day: day(['账面日期', 'day', '截至日期'], '2020-10-14'),
  currentYear: balance(['当年余额', 'current_year', '当年账户余额'], '860.00'),
  pastYears: balance(['历年余额', 'past_years', '历年账户余额'], '1350.20'),
}

/** What personal accounts hold by the agency's books on a day; what differs becomes an entry of its own. */
export const accounts: Kind<typeof columns> = {
  columns,
  check(item, complain, seen) {
    once(seen('person'), item.values.idNumber, item, (...words) => complain('idNumber', ...words))
  },
  async store(db, items, { regionCode, today }, complain): Promise<Written> {
    const people = await personIdsOf(
      db,
      regionCode,
      items.map(({ values }) => values.idNumber),
      plainDate(today),
    )
    const rows = items.flatMap(({ row, values }) => {
      const personId = people.get(values.idNumber)
      if (values.day > today)
        complain(
          row,
          'day-in-future',
          `账面日期 ${values.day} 晚于今天（${today}）。请改为导出账面的日期。`,
          `The day of the books, ${values.day}, is later than today (${today}). Give the day they were taken from.`,
        )
      else if (personId) return [{ ...balancesOf(values), personId, day: plainDate(values.day) }]
      else
        complain(
          row,
          'person-unknown',
          '这个身份证号码的人不在本地参保名册中。请先用 persons 导入参保人，或核对号码。',
          'Nobody with this ID number is insured here. Load the person first (persons), or check the number.',
        )
      return []
    })
    return rows.length < items.length ? {} : { accounts: await bringIn(db, regionCode, rows) }
  },
}

function balancesOf({
  currentYear,
  pastYears,
}: {
  readonly currentYear: string
  readonly pastYears: string
}) {
  return { currentYear: parseYuan(currentYear)!, pastYears: parseYuan(pastYears)! }
}
