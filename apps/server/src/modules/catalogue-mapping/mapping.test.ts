import { describe, expect, it } from 'vitest'
import { HOSPITAL, openClinic, OTHER_HOSPITAL, PHARMACY, REGION } from '../settlement/test/clinic.ts'
import type { StaffCaller } from '../../platform/http/caller.ts'
import { testApp } from '../../platform/test-app.ts'
import { newId } from '../../platform/uuid.ts'
import { catalogueHandlers, mappingHandlers, mappingRoutes } from './index.ts'
import { listMappings } from './list.service.ts'

const clinic = await openClinic({ handlers: [...mappingHandlers, ...catalogueHandlers] })
const { ask, send } = clinic

async function refused(infno: string, input: unknown): Promise<string> {
  const { accepted, reason } = await send(infno, input)
  expect(accepted).toBe(false)
  return reason
}

describe('a catalogue mapping (3301, 3302)', () => {
  const mapping = (more: object = {}) => ({
    fixmedins_hilist_id: 'YP001',
    fixmedins_hilist_name: '阿莫西林胶囊（院内）',
    list_type: '101',
    med_list_codg: 'A1',
    begndate: '2020-01-01',
    enddate: '2020-12-31',
    ...more,
  })
  const withdrawal = (more: object = {}) => ({
    fixmedins_code: HOSPITAL,
    fixmedins_hilist_id: 'YP001',
    list_type: '101',
    med_list_codg: 'A1',
    ...more,
  })

  it('stands until it is withdrawn, and an own item has one meaning on each day', async () => {
    await ask('3301', { data: [mapping(), mapping({ fixmedins_hilist_id: 'YP002', med_list_codg: 'A2' })] })
    // A row sent again is a new version of itself.
    await ask('3301', { data: [mapping({ enddate: '2020-11-30' })] })
    const other = mapping({ med_list_codg: 'B1', begndate: '2020-11-30' })
    expect(await refused('3301', { data: [other] })).toMatch(/第 1 行.*A1.*2020-11-30.*重叠/)
    await ask('3301', { data: [mapping({ med_list_codg: 'B1', begndate: '2020-12-01' })] })
    // Another institution's own codes are another catalogue.
    await ask('3301', { data: [mapping({ med_list_codg: 'B2' })] }, { institution: OTHER_HOSPITAL })
    await ask('3302', { data: [withdrawal()] })
    await ask('3301', { data: [mapping({ med_list_codg: 'B2', enddate: '2020-11-30' })] })
    expect(await refused('3302', { data: [withdrawal()] })).toContain('没有机构目录 YP001')
  })

  it('is listed page by page, by its own codes, with what each stands for', async () => {
    const data = ['Z1', 'Z2', 'Z3'].map((fixmedins_hilist_id) => mapping({ fixmedins_hilist_id }))
    await ask('3301', { data }, { institution: PHARMACY })
    const page = (asked: { text?: string; cursor?: string }) =>
      listMappings(clinic.regionDb, REGION, PHARMACY, { ...asked, limit: 2 })
    const first = await page({})
    expect(first.items.map(({ ownCode, itemName }) => [ownCode, itemName])).toEqual([
      ['Z1', 'A1'],
      ['Z2', 'A1'],
    ])
    expect((await page({ cursor: first.next! })).items.map(({ ownCode }) => ownCode)).toEqual(['Z3'])
    expect((await page({ text: 'Z2' })).items).toHaveLength(1)
    expect((await page({ text: '院内' })).items).toHaveLength(2)
    expect((await page({ cursor: 'nonsense' })).items).toHaveLength(2)
    expect((await page({ text: '%' })).items).toHaveLength(0)
  })

  it('is shown to the agency for the institution it names, and one that names none is told to', async () => {
    const { call } = await testApp(clinic.database, (app) => mappingRoutes(app, clinic))
    const supervisor: StaffCaller = {
      kind: 'staff',
      userId: newId(),
      name: '孙监督',
      sessionId: newId(),
      roles: [{ role: 'supervisor', officeId: newId(), regionCode: REGION }],
    }
    const asked = (more: string) =>
      call(`GET /api/v1/catalogue-mappings?regionCode=${REGION}${more}`, { as: supervisor })
    await ask('3301', { data: [mapping({ fixmedins_hilist_id: 'N1' })] }, { institution: PHARMACY })
    const { body } = await asked(`&hospitalCode=${PHARMACY}&text=N1`)
    expect(body.items.map(({ ownCode }: { ownCode: string }) => ownCode)).toEqual(['N1'])
    const { status, body: problem } = await asked('')
    expect([status, problem.code]).toEqual([400, 'institution-not-named'])
    expect(problem.mend).toContain('hospitalCode')
  })

  it('is refused whole with the row that is wrong, and how to mend it', async () => {
    const good = mapping({ fixmedins_hilist_id: 'YP100' })
    const cases: [object, RegExp][] = [
      [{ med_list_codg: 'NOT-LISTED' }, /第 2 行.*NOT-LISTED.*不存在/],
      [{ list_type: '201' }, /第 2 行.*类别不符.*药品/],
      [{ enddate: '2019-12-31' }, /第 2 行.*早于/],
      [{ fixmedins_hilist_id: 'YP100', med_list_codg: 'B1' }, /第 2 行.*重叠/],
    ]
    for (const [more, sentence] of cases)
      expect(
        await refused('3301', { data: [good, mapping({ fixmedins_hilist_id: 'YP101', ...more })] }),
      ).toMatch(sentence)
    const many = Array.from({ length: 101 }, (_, at) => mapping({ fixmedins_hilist_id: `Z${at}` }))
    expect(await refused('3301', { data: many })).toContain('100')
    expect(await refused('3302', { data: [withdrawal({ fixmedins_hilist_id: 'YP100' })] })).toContain(
      '没有机构目录',
    )
    expect(await refused('3302', { data: [withdrawal({ fixmedins_code: OTHER_HOSPITAL })] })).toContain(
      '不是本机构',
    )
  })
})

describe('the catalogue of the place', () => {
  const asking = (more: object = {}) => ({
    data: { updt_time: '2020-01-01', page_num: 1, page_size: 3, ...more },
  })
  const codes = (rows: readonly { hilist_code: string }[]) => rows.map(({ hilist_code }) => hilist_code)

  it('is read page by page, with what of each entry is paid first and its highest price', async () => {
    expect(codes(await ask('1312', asking()))).toEqual(['A1', 'A2', 'B1'])
    expect(codes(await ask('1312', asking({ page_num: 2 })))).toEqual(['B2', 'C1'])
    expect(await ask('1312', asking({ page_num: 3 }))).toEqual([])
    const [entry] = await ask('1312', asking({ hilist_code: 'B2' }))
    expect(entry).toMatchObject({
      hilist_name: 'B2',
      chrgitm_lv: '02',
      list_type: '101',
      begndate: '2019-01-01',
    })
    expect(await ask('1312', asking({ list_type: '201' }))).toEqual([])
    expect(await ask('1312', asking({ query_date: '2018-12-31' }))).toEqual([])
    const shares = await ask('1319', asking({ page_size: 9 }))
    expect(shares.map(({ selfpay_prop }: { selfpay_prop: number }) => selfpay_prop)).toEqual([
      0, 0, 0.05, 0.2, 1,
    ])
    const prices = await ask('1318', asking())
    expect(
      prices.map((row: Record<string, unknown>) => [row['hilist_code'], row['hilist_pric_uplmt_amt']]),
    ).toEqual([
      ['A2', 10],
      ['B2', 50],
    ])
    expect(await refused('1312', asking({ page_size: 5000 }))).toContain('page_size')
    expect(await refused('1319', asking({ page_num: 0 }))).toContain('page_num')
  })

  it('tells an institution what it has mapped itself, and nothing of others', async () => {
    const row = { fixmedins_hilist_id: 'Q1', fixmedins_hilist_name: '氨氯地平片', list_type: '101' }
    const data = [{ ...row, med_list_codg: 'A1', begndate: '2020-01-01', enddate: '2020-12-31', spec: '5mg' }]
    await ask('3301', { data })
    const mine = asking({ medins_list_name: '氨氯' })
    expect(await ask('1317', mine)).toMatchObject([
      { medins_list_codg: 'Q1', med_list_codg: 'A1', spec: '5mg' },
    ])
    expect((await send('1317', mine, { institution: OTHER_HOSPITAL })).output).toEqual([])
    expect(await ask('1317', asking({ medins_list_name: '氨氯', query_date: '2021-01-01' }))).toEqual([])
    expect(await refused('1317', asking({ fixmedins_code: OTHER_HOSPITAL }))).toContain('本机构')
  })
})
