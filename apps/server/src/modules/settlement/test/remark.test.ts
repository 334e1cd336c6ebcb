import { describe, expect, it } from 'vitest'
import { fiveTotal, openClinic, OTHER_HOSPITAL, settling, visitWith, type Insured } from './clinic.ts'

const clinic = await openClinic()
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
    const withoutMemo = (line: object) => ({ ...line, memo: null })
    expect(after.map(withoutMemo)).toEqual(before.map(withoutMemo))
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

describe('the rules of a settlement (100001)', () => {
  it('are told one by one, and account for every fen', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal))
    const asking = (more: object = {}) => ({
      data: { psn_No: who.psnNo, mdtrt_Id: visitId, setl_Id: setlinfo.setl_id, ...more },
    })
    const items = (await ask('100001', asking())) as Record<string, string | number | null>[]
    const sum = (name: string) =>
      items.reduce((sum, item) => sum + Math.round(Number(item[name] ?? 0) * 100), 0)
    expect(items.map(({ polItemName }) => polItemName)).toEqual([
      '目录外全自费',
      '超过限价',
      '乙类先行自付',
      '起付线（年度累计）',
      '统筹基金第1段',
    ])
    expect(sum('fundPayAmt')).toBe(Math.round(setlinfo.fund_pay_sumamt * 100))
    expect(sum('selfPayAmt')).toBe(Math.round(setlinfo.psn_part_amt * 100))
    const there = { institution: OTHER_HOSPITAL }
    expect(await refused('100001', asking(), there)).toContain('本机构不存在')
    expect(await refused('100001', asking({ setl_Id: 'NONE' }))).toContain('不属于该次就诊')
  })
})
