import { hospitalCode } from './city.ts'

const BILLS = 2
const LINES_PER_BILL = 5

/** Ids of the ten lines of every claim here, as the reviewer codes them. */
const lineIds = Array.from({ length: BILLS }, (_, bill) =>
  Array.from({ length: LINES_PER_BILL }, (_, line) => `b${bill}/l${line}`),
).flat()

// Built once: what differs between two claims are the numbers of the bills and the hospital, as text.
const content = JSON.stringify({
  visit: {
    hospitalCode: '{hospital}',
    hospitalName: '量测人民医院',
    from: '2020-05-06',
    to: '2020-05-14',
    recordNumber: 'ZY20200506',
    diagnosis: '肺炎，高血压病 2 级',
    carePlace: 'local',
  },
  bills: Array.from({ length: BILLS }, (_, bill) => ({
    id: `b${bill}`,
    kind: 'electronic',
    code: '33060220',
    number: `{number}${bill}`,
    checkCode: 'a1b2c3',
    issuedOn: '2020-05-14',
    amount: '3120.50',
    lines: [
      ['左氧氟沙星氯化钠注射液', '620.40'],
      ['床位费', '450.00'],
      ['胸部CT平扫', '380.10'],
      ['血常规检查及生化全项', '870.00'],
      ['护理费与一次性材料', '800.00'],
    ].map(([name, amount], line) => ({ id: `l${line}`, name, quantity: '1', unit: '项', amount })),
  })),
  payee: { holder: '{holder}', bankName: '绍兴银行城东支行', account: '6228480402564890018' },
  otherPaid: '',
  phone: '13800138000',
  note: '',
})

/** The claim of one case as JSON text: two bills, ten lines. `number` is unique. */
export function claimText(region: number, number: string, holder: string): string {
  return content
    .replace('{hospital}', hospitalCode(region))
    .replaceAll('{number}', number)
    .replace('{holder}', holder)
}

/** How the reviewer codes the ten lines, as JSON text. */
export const codingText = JSON.stringify(
  lineIds.map((lineId, at) =>
    at % 3 === 1 ? { lineId, class: 'B', selfPayRatio: '0.1' } : { lineId, class: 'A', selfPayRatio: '0' },
  ),
)
