import { describe, expect, test } from 'vitest'
import { feeItemsExactly } from '../../modules/catalogue/index.ts'
import { findHospital, listOffices } from '../../modules/organisations/index.ts'
import { CITY, faultsOf, testCity, workbook } from './test-city.ts'

const { load, loadCsv, fileOf, sql, deps, city } = await testCity()
const db = deps.database.forRegion(CITY)

describe('yichuang load offices', () => {
  const heading = '机构代码,机构名称,级别,行政区划,上级机构代码,电话,开始办公,结束办公'
  const lines = [
    heading,
    '330602101,府山街道便民服务中心,乡镇街道,330602,330602001,,,',
    '330602001,越城区医保中心,县级,330602,330600001,89102755,08:30,17:00',
  ]

  test('opens offices below the city’s, whatever their order, and the same file again changes nothing', async () => {
    expect(await loadCsv('offices', lines)).toMatchObject({ rows: 2, written: { added: 2, changed: 0 } })
    const [main, county, town] = await listOffices(db, CITY)
    expect(main!.id).toBe(city.office.id)
    expect(county).toMatchObject({
      name: '越城区医保中心',
      parentId: main!.id,
      opens: '08:30',
      phone: '89102755',
    })
    expect(town).toMatchObject({ level: 'township', parentId: county!.id })
    expect((await loadCsv('offices', lines)).written).toEqual({ added: 0, changed: 0 })
    expect(await listOffices(db, CITY)).toEqual([main, county, town])
  })

  test('a changed row changes its office, and empty cells leave what is there', async () => {
    const renamed = [heading, '330602001,越城区医疗保障中心,县级,330602,330600001,,,']
    expect((await loadCsv('offices', renamed)).written).toEqual({ added: 0, changed: 1 })
    expect((await listOffices(db, CITY))[1]).toMatchObject({
      name: '越城区医疗保障中心',
      phone: '89102755',
      version: 1,
    })
  })

  test('a dry run finds what the database objects to and keeps nothing', async () => {
    const before = await listOffices(db, CITY)
    expect(
      await loadCsv('offices', [heading, '330603001,柯桥区医保中心,县级,330603,330600001,,,'], {
        dryRun: true,
      }),
    ).toEqual({
      rows: 1,
      ignoredColumns: [],
    })
    expect(await listOffices(db, CITY)).toEqual(before)
  })

  test('every fault is told with its row, and nothing is kept', async () => {
    const before = await listOffices(db, CITY)
    expect(
      await faultsOf(
        loadCsv('offices', [
          heading,
          '33060300,柯桥区医保中心,县级,330603,330600001,,,',
          '330603001,柯桥区医保中心,省级,370811,330600001,,25:00,',
          '330602001,越城区医保中心,县级,330602,330600001,,,',
          '330602001,越城区医保中心,县级,330602,330600001,,,',
        ]),
      ),
    ).toEqual([
      'code-form 2 机构代码',
      'word-unknown 3 级别',
      'other-city 3 行政区划',
      'code-form 3 开始办公',
      'row-twice 5 机构代码',
    ])
    expect(
      await faultsOf(
        loadCsv('offices', [
          heading,
          '330603001,柯桥区医保中心,县级,330603,330600001,,,',
          '330604001,上虞区医保中心,县级,330604,330609999,,,',
          '370811001,任城区医保中心,县级,330602,330600001,,,',
          '330681001,诸暨市医保中心,县级,330681,330602101,,,',
          '330624001,新昌县医保中心,县级,330624,,,,',
        ]),
      ),
    ).toEqual(['parent-unknown 3', 'office-faulty 4', 'office-faulty 5', 'office-faulty 6'])
    expect(await listOffices(db, CITY)).toEqual(before)
  })
})

describe('yichuang load hospitals', () => {
  const heading = '医疗机构代码,医疗机构名称,级别,行政区划,统筹区'
  const lines = [
    heading,
    'H33060200001,绍兴市人民医院,三级,330602,',
    'H31010100001,上海某医院,三级,310101,310100',
  ]

  test('adds hospitals here and elsewhere, changes what differs, and the same file again changes nothing', async () => {
    expect((await loadCsv('hospitals', lines)).written).toEqual({ added: 2, changed: 0 })
    expect((await loadCsv('hospitals', lines)).written).toEqual({ added: 0, changed: 0 })
    expect(
      (await loadCsv('hospitals', [heading, 'H33060200001,绍兴市人民医院,二级,330602,'])).written,
    ).toEqual({
      added: 0,
      changed: 1,
    })
    expect(await findHospital(db, 'H33060200001')).toMatchObject({ level: 'secondary', regionCode: CITY })
    expect(await findHospital(db, 'H31010100001')).toMatchObject({
      regionCode: '310100',
      territory: '310101',
    })
  })

  test('every fault is told with row and column', async () => {
    expect(
      await faultsOf(
        loadCsv('hospitals', [
          heading,
          'H1,甲医院,特级,33060,',
          ',,,,',
          'H33060200002,,三级,330602,',
          lines[1]!,
          lines[1]!,
        ]),
      ),
    ).toEqual([
      'code-form 2 医疗机构代码',
      'word-unknown 2 级别',
      'length 2 行政区划',
      'cell-empty 4 医疗机构名称',
      'row-twice 6 医疗机构代码',
    ])
  })
})

describe('yichuang load fee-catalogue', () => {
  const heading = '医保编码,项目名称,项目类别,甲乙类,先行自付比例,计价单位,支付上限,生效日期,来源'
  const lines = [
    heading,
    'XA01,阿莫西林胶囊,药品,甲类,0,盒,,2020-01-01,测试目录',
    'XC09,缬沙坦胶囊,药品,乙类,10%,盒,"1,128.50",2020-01-01,测试目录',
  ]

  test('stores entries from their first day, and the same file again changes nothing', async () => {
    expect((await loadCsv('fee-catalogue', lines)).written).toEqual({ written: 2 })
    expect((await loadCsv('fee-catalogue', lines)).written).toEqual({ written: 0 })
    expect((await loadCsv('fee-catalogue', [heading, lines[2]!.replace('10%', '0.05')])).written).toEqual({
      written: 1,
    })
    expect(await feeItemsExactly(db, CITY, ['XC09'], '2020-06-01')).toMatchObject([
      { class: 'B', selfPayRatio: '0.05', ceilingPrice: '1128.50', unit: '盒' },
    ])
  })

  test('a workbook keeps percentages and amounts to the digit', async () => {
    const book = await workbook([
      heading.split(','),
      ['XD01', '床位费', '诊疗项目', '丙类', 1, '日', 0.3, '2020-01-01', '测试'],
    ])
    await load('fee-catalogue', fileOf(book, 'xlsx'))
    expect(await feeItemsExactly(db, CITY, ['XD01'], '2020-06-01')).toMatchObject([
      { selfPayRatio: '1', ceilingPrice: '0.30' },
    ])
  })

  test('every fault is told with row and column', async () => {
    expect(
      await faultsOf(
        loadCsv('fee-catalogue', [
          heading,
          'X 1,甲,玩具,丁类,110%,盒,1.234,2020-13-01,',
          'XA02,甲,药品,甲类,0.1,盒,,2020-01-01,测试',
          'XA03,甲,药品,乙类,0.1,盒,-3,2020-01-01,测试',
          'XA04,甲,药品,乙类,0.1,盒,,2020-01-01,测试',
          'XA04,甲,药品,乙类,0.2,盒,,2020-01-01,测试',
        ]),
      ),
    ).toEqual([
      'code-form 2 医保编码',
      'word-unknown 2 项目类别',
      'word-unknown 2 甲乙类',
      'share-invalid 2 先行自付比例',
      'amount-invalid 2 支付上限',
      'day-invalid 2 生效日期',
      'cell-empty 2 来源',
      'share-of-class-a 3 先行自付比例',
      'amount-invalid 4 支付上限',
      'row-twice 6 医保编码',
    ])
  })
})

describe('yichuang load card-settlements', () => {
  const heading = '票据代码,票据号码,结算号,医疗机构名称,结算日期'
  const lines = [heading, '033060120,0012345678,JS202001310001,绍兴市人民医院,2020-01-31']

  test('notes bills once; the same file again changes nothing', async () => {
    expect((await loadCsv('card-settlements', lines)).written).toEqual({ added: 1 })
    expect((await loadCsv('card-settlements', lines)).written).toEqual({ added: 0 })
    expect(
      await sql('select bill_code, bill_number, region_code, settled_on::text from claims.card_settlement'),
    ).toEqual([
      { bill_code: '33060120', bill_number: '12345678', region_code: CITY, settled_on: '2020-01-31' },
    ])
  })

  test('every fault is told with row and column, also numbers that lost their zeros', async () => {
    expect(
      await faultsOf(
        loadCsv('card-settlements', [heading, '票,0012345679,J S,医院,2020-02-30', lines[1]!, lines[1]!]),
      ),
    ).toEqual([
      'character 2 票据代码',
      'code-form 2 结算号',
      'day-invalid 2 结算日期',
      'row-twice 4 票据号码',
    ])
    const book = await workbook([heading.split(','), ['033060120', 12_345_679, 'JS1', '医院', '2020-01-31']])
    expect(await faultsOf(load('card-settlements', fileOf(book, 'xlsx')))).toEqual(['cell-number 2 票据号码'])
  })
})
