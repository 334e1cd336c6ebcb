import { parseCreditCode, parseResidentId, plainDate } from '@yichuang/kernel'
import { loadPersons } from '../../modules/insured/index.ts'
import { checked, code, day, optional, text, word } from './readers.ts'
import type { RecordOf } from './column.ts'
import type { Kind } from './kind.ts'

const columns = {
  name: text(['姓名', 'name'], '李明', 50),
  idNumber: checked<string>(
    ['身份证号码', 'id_number', '公民身份号码', '证件号码', '身份证号'],
    '11010519491231002X',
    (given, { today }) => {
      const read = parseResidentId(given, { notAfter: today })
      return read.ok ? { ok: true, value: read.value.id } : read
    },
  ),
  phone: optional({
    ...code(['手机号', 'phone', '联系电话', '手机号码', '电话'], '13800001234', {
      shape: /^\+?[\d-]{5,20}$/,
      zh: '5 至 20 位数字的电话号码',
      en: 'a number of 5 to 20 digits',
    }),
    asText: undefined,
  }),
  insurance: word(['险种', 'insurance', '险种类型'], '职工', {
    employee: ['职工', '职工医保', '城镇职工', '职工基本医疗保险', '310'],
    resident: ['居民', '居民医保', '城乡居民', '城乡居民基本医疗保险', '390'],
  }),
  personClass: word(['人员类别', 'person_class', '人员类型'], '在职', {
    active: ['在职', '在职职工'],
    retired: ['退休', '退休人员', '退休职工'],
    'resident-adult': ['成年居民', '居民成年', '居民(成年)'],
    'resident-minor': ['未成年居民', '居民未成年', '居民(未成年)', '学生儿童'],
    'resident-senior': ['老年居民', '居民老年', '居民(老年)'],
  }),
  from: day(['参保开始日期', 'from', '开始日期', '参保日期'], '2018-07-01'),
  to: optional(day(['参保截止日期', 'to', '截止日期', '结束日期'], '2020-12-31')),
  employerCode: optional(
    checked<string>(
      ['单位统一社会信用代码', 'employer_credit_code', '统一社会信用代码'],
      '91330602MA2881M8XJ',
      (given) => {
        const read = parseCreditCode(given)
        return read.ok ? { ok: true, value: read.value.code } : read
      },
    ),
  ),
  employerName: optional(text(['单位名称', 'employer_name', '参保单位'], '绍兴某某有限公司', 120)),
}

/** Insured people, one row for each enrolment; several rows of one person tell the same name and phone. */
export const persons: Kind<typeof columns> = {
  columns,
  batch: 1000,
  check(item, complain, seen) {
    const { row, values } = item
    if ((values.insurance === 'employee') !== ['active', 'retired'].includes(values.personClass))
      complain(
        'personClass',
        'class-of-insurance',
        '与险种不符：职工医保为在职或退休，居民医保为成年、未成年或老年居民。请核对两列。',
        'does not fit the insurance: employees are active or retired, residents resident-adult, -minor or -senior. Check both.',
      )
    if (values.to !== undefined && values.to < values.from)
      complain(
        'to',
        'ends-before-start',
        `早于开始日期 ${values.from}。请核对两列。`,
        `is before the first day, ${values.from}. Check both.`,
      )
    if ((values.employerCode === undefined) !== (values.employerName === undefined))
      complain(
        values.employerCode === undefined ? 'employerCode' : 'employerName',
        'employer-half',
        '单位的统一社会信用代码和名称应同时填写，或都不填。请补上。',
        'An employer has a credit code and a name: give both or none.',
      )
    const enrolment = seen('enrolment').first(`${values.idNumber} ${values.insurance} ${values.from}`, row)
    if (enrolment)
      return complain(
        undefined,
        'row-twice',
        `与第 ${enrolment.row} 行是同一人、同一险种、同一开始日期。请只保留一行。`,
        `is the same person, insurance and first day as row ${enrolment.row}. Keep one of the two.`,
      )
    const person = seen('person').first(values.idNumber, row, `${values.name}\n${values.phone ?? ''}`)
    if (person && !person.agrees)
      complain(
        'idNumber',
        'person-differs',
        `与第 ${person.row} 行是同一个身份证号码，但姓名或手机号不同。请核对后改为一致。`,
        `is the ID number of row ${person.row} too, but name or phone differ. Check them and make them the same.`,
      )
    if (values.employerCode === undefined || values.employerName === undefined) return
    const employer = seen('employer').first(values.employerCode, row, values.employerName)
    if (employer && !employer.agrees)
      complain(
        'employerName',
        'employer-differs',
        `与第 ${employer.row} 行是同一个统一社会信用代码，但单位名称不同。请核对后改为一致。`,
        `differs from row ${employer.row}, which has the same credit code. Check the names and make them the same.`,
      )
  },
  async store(db, items, { regionCode, today }) {
    const written = await loadPersons(
      db,
      regionCode,
      items.map(({ values }) => insuredRow(values)),
      plainDate(today),
    )
    return { ...written }
  },
}

function insuredRow(values: RecordOf<typeof columns>) {
  const { employerCode, employerName, to, ...row } = values
  const employer =
    employerCode === undefined || employerName === undefined
      ? undefined
      : { creditCode: employerCode, name: employerName }
  return { ...row, to, employer }
}
