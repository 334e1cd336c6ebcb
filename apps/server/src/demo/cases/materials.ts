import type { ClaimContent } from '@yichuang/contracts'
import { itemOn, materialNeeds, type Pack } from '@yichuang/policy'
import type { DemoCase, Moment } from './driver.ts'
import type { Paper } from './images.ts'

/** Adds a picture for every material the item asks for in this situation. */
export async function attachMaterials(
  told: DemoCase,
  by: string,
  at: Moment,
  pack: Pack,
  content: ClaimContent,
): Promise<void> {
  const { itemId, agentId } = told.row
  const { accident, carePlace } = content.visit
  const needs = materialNeeds(itemOn(pack, itemId, at.day)!, { accident, carePlace, agent: agentId !== null })
  for (const { material, required } of needs)
    if (required)
      await told.attach(
        by,
        at,
        material.id,
        `${material.zh}.jpg`,
        paperOf(material.id, material.zh, told, content),
      )
}

function paperOf(materialId: string, name: string, told: DemoCase, { visit, bills }: ClaimContent): Paper {
  const { applicantName } = told.row
  if (materialId === 'receipt')
    return {
      title: '医疗收费票据（电子）',
      stamp: '收费专用章',
      rows: [
        ['票据代码', bills[0]!.code],
        ['票据号码', bills.map(({ number }) => number).join('、')],
        ['交款人', applicantName],
        ['医疗机构', visit.hospitalName],
        ['开票日期', bills[0]!.issuedOn],
        ['金额合计', `${bills.map(({ amount }) => amount).join(' + ')} 元`],
      ],
    }
  // Drawing takes longer than everything else; what is not read closely is drawn once and stored once.
  if (materialId === 'discharge' || materialId === 'medical-record')
    return {
      title: materialId === 'discharge' ? '出院记录' : '门诊病历',
      rows: [
        ['诊断', visit.diagnosis],
        ['处理', '演示内容，从略'],
      ],
    }
  if (materialId === 'fee-list')
    return {
      title: '费用清单',
      rows: [
        ['明细', '与网上填报的费用明细一致'],
        ['页码', '1 / 2'],
      ],
    }
  return {
    title: name.slice(0, 16),
    rows: [
      ['说明', '演示材料，内容从略'],
      ['仅用于', '一窗演示'],
    ],
  }
}
