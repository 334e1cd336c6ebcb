import { ClaimContent, type LineCoding } from '@yichuang/contracts'
import { formatYuan, makeCardNumber, sumFen, yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import { demoFeeItems } from '../fee-items.ts'
import type { Random } from '../random.ts'

export type ClaimItem = 'claims.inpatient' | 'claims.outpatient'

/** What a made-up claim is about. */
export interface ClaimIdea {
  readonly item: ClaimItem
  readonly hospital: { readonly code: string; readonly name: string }
  readonly from: PlainDate
  readonly to: PlainDate
  readonly diagnosis: string
  readonly holder: string
  readonly phone: string
  readonly bank: string
  readonly carePlace?: 'local' | 'out-filed' | 'out-referred' | 'out-unreferred'
  readonly accident?: boolean
  readonly severe?: boolean
  readonly note?: string
}

const DIAGNOSES: Readonly<Record<ClaimItem, readonly string[]>> = {
  'claims.inpatient': [
    '社区获得性肺炎',
    '急性阑尾炎',
    '2 型糖尿病',
    '不稳定型心绞痛',
    '胆囊结石伴胆囊炎',
    '腰椎间盘突出症',
    '脑梗死',
    '股骨颈骨折',
    '老年性白内障',
    '慢性阻塞性肺疾病急性加重',
  ],
  'claims.outpatient': [
    '高血压 2 级',
    '2 型糖尿病',
    '慢性胃炎',
    '急性支气管炎',
    '冠状动脉粥样硬化性心脏病',
    '腰肌劳损',
    '甲状腺功能减退症',
  ],
}
const PRICES: Readonly<Record<string, readonly [low: number, high: number]>> = {
  drug: [900, 16_000],
  service: [2_000, 30_000],
  supply: [600, 40_000],
}

export function diagnosisFor(item: ClaimItem, random: Random): string {
  return random.pick(DIAGNOSES[item])
}

/** A whole claim with bills whose lines add up, never the same bill number twice. */
export function claimContent(idea: ClaimIdea, serial: number, random: Random): ClaimContent {
  const count = idea.item === 'claims.outpatient' ? random.int(1, 3) : 1
  const bills = Array.from({ length: count }, (_, index) => billOf(idea, serial, index, random))
  const account = makeCardNumber(`62284800${String(330_000_000 + serial * 37).slice(0, 9)}`)
  return ClaimContent.parse({
    visit: {
      hospitalCode: idea.hospital.code,
      hospitalName: idea.hospital.name,
      from: idea.from,
      to: idea.to,
      recordNumber: `${idea.item === 'claims.inpatient' ? 'ZY' : 'MZ'}2020${String(serial).padStart(5, '0')}`,
      diagnosis: idea.diagnosis,
      carePlace: idea.carePlace ?? 'local',
      accident: idea.accident ?? false,
    },
    bills,
    payee: { holder: idea.holder, bankName: idea.bank, account },
    otherPaid: '',
    phone: idea.phone,
    note: idea.note ?? '',
  })
}

function billOf(idea: ClaimIdea, serial: number, index: number, random: Random) {
  const lines = [...linesOf(idea.item, random), ...(idea.severe ? [SEVERE] : [])]
  return {
    id: `b${index + 1}`,
    kind: 'electronic',
    code: idea.hospital.code.startsWith('H37') ? '37060120' : '33060120',
    number: String(serial * 10 + index).padStart(10, '0'),
    checkCode: random.int(0x100000, 0xffffff).toString(16),
    issuedOn: idea.to,
    amount: formatYuan(sumFen(lines.map(({ amount }) => yuan(amount)))),
    lines,
  }
}

/** A drug for the gravest weeks, so that the claim is dear enough for payers after the basic fund. */
const SEVERE_ITEM = '人血白蛋白注射液'
const SEVERE = {
  id: 'severe',
  code: demoFeeItems.find(({ name }) => name === SEVERE_ITEM)!.code,
  name: SEVERE_ITEM,
  quantity: '120',
  unitPrice: '600.00',
  amount: '72000.00',
}

function linesOf(item: ClaimItem, random: Random) {
  const wanted = item === 'claims.inpatient' ? random.int(8, 14) : random.int(4, 7)
  const chosen = new Map<string, (typeof demoFeeItems)[number]>()
  while (chosen.size < wanted) {
    const entry = random.pick(demoFeeItems)
    chosen.set(entry.code, entry)
  }
  return [...chosen.values()].map((entry, index) => {
    const [low, high] = PRICES[entry.kind]!
    // Some bills charge a little more than the ceiling: that is what a ceiling is for.
    const ceiling = entry.ceilingPrice === null ? undefined : yuan(entry.ceilingPrice)
    const price = (
      ceiling === undefined ? random.int(low, high) : Math.round(ceiling * (random.chance(0.15) ? 1.2 : 0.95))
    ) as Fen
    const quantity = item === 'claims.inpatient' ? random.int(2, 12) : random.int(2, 6)
    const dear = price > 80_000 ? 1 : quantity
    return {
      id: `l${index + 1}`,
      code: entry.code,
      name: entry.name,
      quantity: String(dear),
      ...(entry.unit !== null && { unit: entry.unit }),
      unitPrice: formatYuan(price),
      amount: formatYuan((price * dear) as Fen),
    }
  })
}

const byCode = new Map(demoFeeItems.map((entry) => [entry.code, entry]))

/** How a reviewer codes the claim: by the catalogue, and one line cut when told so. */
export function codingOf({ bills }: ClaimContent, cut: boolean): LineCoding[] {
  const coding = bills.flatMap((bill) =>
    bill.lines.map((line): LineCoding => {
      const entry = byCode.get(line.code ?? '')!
      return {
        lineId: `${bill.id}/${line.id}`,
        class: entry.class,
        selfPayRatio: entry.selfPayRatio,
        catalogueCode: entry.code,
        ceilingPrice: entry.ceilingPrice,
        cutAmount: null,
        cutReason: null,
      }
    }),
  )
  const first = coding[0]
  if (!cut || !first) return coding
  const amount = bills[0]!.lines[0]!.amount
  return [{ ...first, cutAmount: amount, cutReason: '与诊断无关，医嘱中没有这一项' }, ...coding.slice(1)]
}
