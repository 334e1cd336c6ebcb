import { makeCreditCode, makeResidentId, plainDate } from '@yichuang/kernel'
import { describe, expect, test } from 'vitest'
import { findByIdNumber } from '../../modules/insured/index.ts'
import { CITY, faultsOf, testCity, workbook } from './test-city.ts'

const { load, loadCsv, fileOf, sql, deps } = await testCity()
const db = deps.database.forRegion(CITY)

const HEADING = '姓名,身份证号码,手机号,险种,人员类别,参保开始日期,参保截止日期,单位统一社会信用代码,单位名称'
const employer = makeCreditCode({ kind: '91', region: '330602', serial: 'MA2881M8' })
const idOf = (sequence: number) =>
  makeResidentId({ region: '330602', birth: plainDate('1980-01-31'), sequence })
const rowOf = (sequence: number, more = '职工,在职,2018-07-01,,,') =>
  `李明,${idOf(sequence)},13800001234,${more}`

const stored = async () => {
  const people = await sql(
    "select encode(id_number_index, 'hex') as i, name, version, encode(id_number_enc, 'hex') as e from insured.person order by 1",
  )
  const enrolments = await sql('select * from insured.enrolment order by person_id, insurance, valid_from')
  const known = await sql('select person_id, region_codes from insured.known_id_number order by 1')
  return { people, enrolments, known, employers: await sql('select * from insured.employer order by 1, 2') }
}

describe('yichuang load persons', () => {
  test('stores people, employers and every enrolment, and the same file again changes nothing', async () => {
    const lines = [
      HEADING,
      rowOf(1, `职工,在职,2018/7/1,2019年12月31日,${employer},绍兴某某有限公司`),
      rowOf(1, '职工医保,退休,20200101,,,'),
      rowOf(2, '城乡居民,老年居民,2020-01-01,,,'),
    ]
    expect(await loadCsv('persons', lines)).toEqual({
      rows: 3,
      written: { persons: 2, employers: 1, enrolments: 3 },
      ignoredColumns: [],
    })
    const person = await findByIdNumber(db, CITY, idOf(1), plainDate('2020-10-15'))
    expect(person).toMatchObject({ name: '李明', phoneMasked: '138****1234', birth: '1980-01-31' })
    expect(person!.enrolments).toMatchObject([
      { insurance: 'employee', personClass: 'retired', from: '2020-01-01', to: null, employerName: null },
      { personClass: 'active', from: '2018-07-01', to: '2019-12-31', employerName: '绍兴某某有限公司' },
    ])
    const before = await stored()
    expect((await loadCsv('persons', lines)).written).toEqual({ persons: 0, employers: 0, enrolments: 0 })
    expect(await stored()).toEqual(before)
  })

  test('changed rows change what is stored; a phone that is left out stays', async () => {
    const changed = [HEADING, `李小明,${idOf(2)},,居民,成年居民,2020-01-01,2020-12-31,,`]
    expect((await loadCsv('persons', changed)).written).toEqual({ persons: 1, employers: 0, enrolments: 1 })
    expect(await findByIdNumber(db, CITY, idOf(2), plainDate('2020-10-15'))).toMatchObject({
      name: '李小明',
      phoneMasked: '138****1234',
      enrolments: [{ personClass: 'resident-adult', to: '2020-12-31' }],
    })
  })

  test('a dry run says how many rows there are and stores nothing', async () => {
    const before = await stored()
    expect(await loadCsv('persons', [HEADING, rowOf(3)], { dryRun: true })).toEqual({
      rows: 1,
      ignoredColumns: [],
    })
    expect(await stored()).toEqual(before)
  })

  test('every fault is told with row and column, and nothing of the file is stored', async () => {
    const before = await stored()
    const other = makeCreditCode({ kind: '91', region: '330602', serial: 'MA2881M9' })
    const faults = await faultsOf(
      loadCsv('persons', [
        HEADING,
        rowOf(10),
        `,${idOf(11)},,职工,在职,2018-07-01,,,`,
        '李明,11010519491231002Y,,职工,在职,2018-07-01,,,',
        `李明,${idOf(12)},abc,渔民,在职,2018-02-30,,,`,
        rowOf(13, '职工,成年居民,2018-07-01,,,'),
        rowOf(14, '职工,在职,2018-07-01,2018-06-30,,'),
        rowOf(15, '职工,在职,2018-07-01,,91330602MA2881M810,绍兴某某有限公司'),
        rowOf(16, `职工,在职,2018-07-01,,${other},`),
        rowOf(10),
        `王芳,${idOf(10)},13800001234,职工,退休,2020-01-01,,,`,
        rowOf(17, `职工,在职,2018-07-01,,${other},甲公司`),
        rowOf(18, `职工,在职,2018-07-01,,${other},乙公司`),
        `${rowOf(19)},多出的`,
      ]),
    )
    expect(faults).toEqual([
      'cell-empty 3 姓名',
      'character 4 身份证号码',
      'code-form 5 手机号',
      'word-unknown 5 险种',
      'day-invalid 5 参保开始日期',
      'class-of-insurance 6 人员类别',
      'ends-before-start 7 参保截止日期',
      'check 8 单位统一社会信用代码',
      'employer-half 9 单位名称',
      'row-twice 10',
      'person-differs 11 身份证号码',
      'employer-differs 13 单位名称',
      'too-many-cells 14',
    ])
    expect(await stored()).toEqual(before)
  })

  test('no fault repeats an ID number', async () => {
    const wrong = `${idOf(20).slice(0, 17)}${idOf(20).endsWith('1') ? '2' : '1'}`
    const error = await loadCsv('persons', [HEADING, rowOf(20).replace(idOf(20), wrong)]).catch(
      (e: unknown) => e,
    )
    expect(JSON.stringify(error)).toContain('身份证号码')
    expect(JSON.stringify(error)).not.toContain(wrong.slice(0, 14))
  })

  test.each([
    ['a heading that lacks a column', '姓名,身份证号码,险种,人员类别\n', ['column-missing 1']],
    ['a heading with a column twice', `${HEADING},姓名\n`, ['column-twice 1 姓名']],
    ['no row', `${HEADING}\n\n`, ['file-empty']],
    ['nothing', '', ['file-empty']],
    [
      'a quotation mark without partner',
      `${HEADING}\n"李明,${idOf(30)},,职工,在职,2018-07-01,,,\n`,
      ['file-unreadable'],
    ],
    ['neither encoding', Buffer.from([0x41, 0xff, 0xff, 0x0a]), ['file-unreadable']],
    ['UTF-16', Buffer.from(`${HEADING}\n`, 'utf16le'), ['file-unreadable']],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), ['file-unreadable']],
    ['a broken workbook', Buffer.from('PK\u0003\u0004broken'), ['file-unreadable']],
  ])('a file with %s is refused', async (_, content, faults) => {
    expect(await faultsOf(load('persons', fileOf(content)))).toEqual(faults)
  })

  test('a file that is not there is refused', async () => {
    expect(await faultsOf(load('persons', '/nowhere/persons.csv'))).toEqual(['file-unreadable'])
  })

  test('GB18030, tabs, a BOM and English headings are read alike', async () => {
    const gb18030 = Buffer.concat([
      Buffer.from('d0d5c3fb2cc9edb7ddd6a4bac5c2eb2c', 'hex'),
      Buffer.from('insurance,person_class,from\n'),
      Buffer.from('c0eec3f7', 'hex'),
      Buffer.from(`,${idOf(40)},employee,active,2019-01-01\n`),
    ])
    expect((await load('persons', fileOf(gb18030))).written).toMatchObject({ persons: 1, enrolments: 1 })
    const tabs = `\ufeffName\tID Number\tInsurance\tPerson class\tFrom\t备注\r\n李明\t${idOf(41)}\temployee\tactive\t2019-01-01\tx\r\n`
    expect(await load('persons', fileOf(tabs))).toMatchObject({
      written: { persons: 1 },
      ignoredColumns: ['备注'],
    })
    expect(await findByIdNumber(db, CITY, idOf(40), plainDate('2020-10-15'))).toMatchObject({ name: '李明' })
  })

  test('a workbook is read with its days; formulas and ID numbers kept as numbers are refused', async () => {
    const heading = ['姓名', '身份证号码', '险种', '人员类别', '参保开始日期']
    const good = await workbook([
      heading,
      ['李明', idOf(50), '职工', '在职', new Date('2019-01-01T00:00:00Z')],
    ])
    expect((await load('persons', fileOf(good, 'xlsx'))).written).toMatchObject({ persons: 1, enrolments: 1 })
    const wrong = await workbook([
      heading,
      ['李明', Number(idOf(51).slice(0, 17)), '职工', '在职', { formula: 'TODAY()', result: new Date() }],
      [{ formula: 'A1', result: '李明' }, idOf(52), '职工', { error: '#N/A' }, '2019-01-01'],
    ])
    expect(await faultsOf(load('persons', fileOf(wrong, 'xlsx')))).toEqual([
      'cell-number 2 身份证号码',
      'cell-formula 2 参保开始日期',
      'cell-formula 3 姓名',
      'cell-error 3 人员类别',
    ])
  })

  test('of very many faults a thousand are told and the rest is counted', async () => {
    const lines = Array.from({ length: 1500 }, () => ',,,,,,,,x')
    const failed = await faultsOf(loadCsv('persons', [HEADING, ...lines]))
    expect(failed).toHaveLength(1001)
    expect(failed.at(-1)).toBe('more-faults')
  })

  test('every load is in the trail with the hash of its file', async () => {
    const acts = await sql(`select detail from audit.entry where act = 'data-loaded' order by seq limit 1`)
    expect(acts).toMatchObject([
      { detail: { kind: 'persons', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ])
  })
})
