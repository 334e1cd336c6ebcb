import { describe, expect, it } from 'vitest'
import { mappingHandlers } from '../../catalogue-mapping/index.ts'
import { settlementHandlers } from '../index.ts'
import {
  fiveTotal,
  HOSPITAL,
  openClinic,
  OTHER_HOSPITAL,
  settling,
  visitWith,
  type Insured,
} from './clinic.ts'

const clinic = await openClinic({ handlers: [...settlementHandlers, ...mappingHandlers] })
const { ask, send } = clinic

async function refused(infno: string, input: unknown, sender = {}): Promise<string> {
  const { accepted, reason } = await send(infno, input, sender)
  expect(accepted).toBe(false)
  return reason
}

describe('a remark on a fee line (2306)', () => {
  const remark = (who: Insured, visitId: string, more: object = {}) => ({
    mdtrt_id: visitId,
    psn_no: who.psnNo,
    bkkp_sn: '1',
    med_list_codg: 'A1',
    memo: '83000010000000000001',
    ...more,
  })

  it('is told by 5204, before and after settlement, and changes no amount', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    await ask('2306', { data: [remark(who, visitId)] })
    const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal))
    const asking = { data: { psn_no: who.psnNo, mdtrt_id: visitId, setl_id: setlinfo.setl_id } }
    const before = await ask('5204', asking)
    expect(before[0].memo).toBe('83000010000000000001')
    await ask('2306', {
      data: [
        remark(who, visitId, { memo: '换码' }),
        remark(who, visitId, { bkkp_sn: '3', med_list_codg: 'B1' }),
      ],
    })
    const after = await ask('5204', asking)
    expect(after.map(({ memo }: { memo: string | null }) => memo)).toEqual([
      '换码',
      null,
      '83000010000000000001',
      null,
      null,
    ])
    expect(after.map(({ memo: _, ...line }: { memo: string | null }) => line)).toEqual(
      before.map(({ memo: _, ...line }: { memo: string | null }) => line),
    )
  })

  it('is all or nothing, of one visit, and of the own institution', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const wrong = [
      remark(who, visitId, { memo: '甲' }),
      remark(who, visitId, { bkkp_sn: '2', med_list_codg: 'A1' }),
    ]
    expect(await refused('2306', { data: wrong })).toMatch(/第 2 行.*整批未修改/)
    expect(
      await refused('2306', { data: [remark(who, visitId)] }, { institution: OTHER_HOSPITAL }),
    ).toContain('本机构不存在')
    const other = await visitWith(clinic, who)
    expect(await refused('2306', { data: [remark(who, visitId), remark(who, other)] })).toContain('第 2 行')
    const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal))
    const told = await ask('5204', {
      data: { psn_no: who.psnNo, mdtrt_id: visitId, setl_id: setlinfo.setl_id },
    })
    expect(told.every(({ memo }: { memo: string | null }) => memo === null)).toBe(true)
  })
})

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
