import { LARGEST_CLAIM } from '@yichuang/benefits'
import type { Bill, FeeLine } from '@yichuang/contracts'
import { billIdentity, formatYuan, parseBillField, sumFen, yearOf } from '@yichuang/kernel'
import type { BillText, Fen, PlainDate } from '@yichuang/kernel'
import { billAcceptedUntil, isMissing } from '@yichuang/policy'
import type { Pack } from '@yichuang/policy'
import type { BillKey, CheckedBill, CheckedLine } from './checked.ts'
import { said, type Findings } from './findings.ts'
import { isBlank, readAmount, readPastDay, readQuantity } from './typed.ts'

/** What reading bills depends on beside what was typed. */
export interface BillRules {
  readonly today: PlainDate
  /** whose rule says until when bills of a year are taken; left out when bills that were taken are read again */
  readonly taken?: {
    readonly pack: Pack
    /** the day a bill was handed in with this very case; the rule of that day goes on to hold for it */
    readonly claimedOn: (bill: BillKey) => PlainDate | undefined
  }
}

export interface ReadBills {
  readonly bills: readonly CheckedBill[]
  readonly lines: readonly CheckedLine[]
  readonly total: Fen
  /** every bill could be read, amounts and lines included */
  readonly whole: boolean
}

/** Coding takes so many lines. */
const MOST_LINES = 5000

/** Reads every bill and its lines, and finds everything that is wrong with them. */
export function readBills(found: Findings, bills: readonly Bill[], rules: BillRules): ReadBills {
  const before = found.faults.length
  if (bills.length === 0)
    found.fault('bills', 'no-bills', {
      zh: '没有票据。请至少填写一张未直接刷卡结算的医疗收费票据。',
      en: 'There is no bill. Enter at least one that was not settled by card.',
    })
  const seen = new Map<string, number>()
  const ids = new Map<string, number>()
  const read = bills.map((bill, index) => {
    sameId(found, ids, bill.id, `bills.${index}.id`, `第 ${index + 1} 张票据`, `Bill ${index + 1}`)
    return readBill(found, bill, index, rules, seen)
  })
  const total = sumFen(read.flatMap(({ amount }) => amount ?? []))
  const lines = read.flatMap(({ lines }) => lines)
  if (total > LARGEST_CLAIM)
    found.fault('bills', 'total-too-large', {
      zh: `票据合计超过 ${formatYuan(LARGEST_CLAIM)} 元。请核对各张金额的小数点。`,
      en: `The bills add up to more than ${formatYuan(LARGEST_CLAIM)} yuan. Check the decimal points.`,
    })
  if (lines.length > MOST_LINES)
    found.fault('bills', 'too-many-lines', {
      zh: `费用明细共 ${lines.length} 行，一件最多 ${MOST_LINES} 行。请分两件申请。`,
      en: `There are ${lines.length} fee lines; one case takes ${MOST_LINES}. Apply in two cases.`,
    })
  return {
    bills: read.flatMap(({ bill }) => bill ?? []),
    lines,
    total,
    whole: found.faults.length === before,
  }
}

function readBill(
  found: Findings,
  bill: Bill,
  index: number,
  rules: BillRules,
  seen: Map<string, number>,
): { bill: CheckedBill | undefined; amount: Fen | undefined; lines: CheckedLine[] } {
  const path = `bills.${index}`
  const [zh, en] = [`第 ${index + 1} 张票据`, `bill ${index + 1}`]
  const printed = (field: 'code' | 'number' | 'check', at: string, text: string): BillText | undefined => {
    const read = parseBillField(field, text)
    if (read.ok) return read.value
    found.fault(
      `${path}.${at}`,
      `bill-${field}-${read.fault.code}`,
      said(read.fault, { zh: `${zh}：`, en: `Bill ${index + 1}: ` }),
    )
    return undefined
  }
  const code = printed('code', 'code', bill.code)
  const number = printed('number', 'number', bill.number)
  // A paper bill has no check code; one that was typed all the same is read, so that a slip shows.
  if (bill.kind === 'electronic' || !isBlank(bill.checkCode)) printed('check', 'checkCode', bill.checkCode)

  const key = code !== undefined && number !== undefined ? { code, number } : undefined
  if (key) twice(found, key, index, seen)
  const issuedOn = readPastDay(
    found,
    `${path}.issuedOn`,
    { zh: `${zh}的开票日期`, en: `The date of ${en}` },
    bill.issuedOn,
    rules.today,
  )
  if (issuedOn) acceptedStill(found, `${path}.issuedOn`, index, issuedOn, rules, key)
  const amount = readAmount(
    found,
    `${path}.amount`,
    { zh: `${zh}的金额`, en: `The amount of ${en}` },
    bill.amount,
  )
  const lines = readLines(found, bill, index, amount)
  const checked = key && issuedOn && amount !== undefined ? { ...key, path, issuedOn, amount } : undefined
  return { bill: checked, amount, lines }
}

function twice(found: Findings, bill: BillKey, index: number, seen: Map<string, number>): void {
  const key = `${billIdentity(bill.code)} ${billIdentity(bill.number)}`
  const first = seen.get(key)
  if (first === undefined) seen.set(key, index)
  else
    found.fault(`bills.${index}.number`, 'bill-twice', {
      zh: `第 ${index + 1} 张票据与第 ${first + 1} 张的代码和号码相同。同一张票据只能填一次，请删去其中一张。`,
      en: `Bill ${index + 1} has the same code and number as bill ${first + 1}. Remove one of them.`,
    })
}

/** The year of the bill decides until when it is taken. Where no rule is loaded, a person decides. */
function acceptedStill(
  found: Findings,
  path: string,
  index: number,
  issuedOn: PlainDate,
  { today, taken }: BillRules,
  key: BillKey | undefined,
): void {
  if (!taken) return
  const { pack, claimedOn } = taken
  const on = (key && claimedOn(key)) ?? today
  const until = billAcceptedUntil(pack, yearOf(issuedOn), on)
  if (isMissing(until)) return found.lacks(path, until)
  if (on <= until.value) return
  const { citation, clause } = until.source
  found.fault(path, 'bill-year-closed', {
    zh: `第 ${index + 1} 张票据是 ${yearOf(issuedOn)} 年的，办理报销截至 ${until.value}（${citation} ${clause}），已过截止日。请删去这张票据；如有特殊情况，请到窗口说明。`,
    en: `Bill ${index + 1} is of ${yearOf(issuedOn)}; such bills were taken until ${until.value} (${citation} ${clause}). Remove it, or ask at the window.`,
  })
}

function readLines(found: Findings, bill: Bill, index: number, amount: Fen | undefined): CheckedLine[] {
  const path = `bills.${index}.lines`
  if (bill.lines.length === 0) {
    found.fault(path, 'no-lines', {
      zh: `第 ${index + 1} 张票据没有费用明细。请填写、粘贴或上传费用清单。`,
      en: `Bill ${index + 1} has no fee lines. Type, paste or upload the list of fees.`,
    })
    return []
  }
  const ids = new Map<string, number>()
  const lines = bill.lines.map((line, row) => {
    sameId(
      found,
      ids,
      line.id,
      `${path}.${row}.id`,
      `第 ${index + 1} 张票据第 ${row + 1} 行`,
      `Line ${row + 1} of bill ${index + 1}`,
    )
    return readLine(found, bill.id, line, `${path}.${row}`, index, row)
  })
  const read = lines.filter((line) => line !== undefined)
  if (amount !== undefined && read.length === lines.length) addsUp(found, index, read, amount)
  return read
}

function readLine(
  found: Findings,
  billId: string,
  line: FeeLine,
  path: string,
  bill: number,
  row: number,
): CheckedLine | undefined {
  const [zh, en] = [`第 ${bill + 1} 张票据第 ${row + 1} 行`, `line ${row + 1} of bill ${bill + 1}`]
  if (isBlank(line.name))
    found.fault(`${path}.name`, 'line-name-empty', {
      zh: `${zh}没有项目名称。请按费用清单填写。`,
      en: `The name in ${en} is missing. Enter it as on the list of fees.`,
    })
  const counted = line.quantity === undefined || isBlank(line.quantity) ? undefined : line.quantity
  const quantity = counted === undefined ? undefined : readQuantity(counted)
  if (counted !== undefined && quantity === undefined)
    found.fault(`${path}.quantity`, 'quantity-invalid', {
      zh: `${zh}的数量应大于 0，最多四位小数。请改正，或清空。`,
      en: `The quantity in ${en} must be more than 0 with at most four decimals. Correct it, or clear it.`,
    })
  const amount = readAmount(
    found,
    `${path}.amount`,
    { zh: `${zh}的金额`, en: `The amount in ${en}` },
    line.amount,
  )
  if (amount === undefined) return undefined
  const code = line.code === undefined || isBlank(line.code) ? undefined : line.code
  return { lineId: `${billId}/${line.id}`, code, name: line.name, quantity, amount }
}

function addsUp(found: Findings, index: number, lines: readonly CheckedLine[], amount: Fen): void {
  const sum = sumFen(lines.map((line) => line.amount))
  if (sum === amount) return
  const by = formatYuan(Math.abs(sum - amount) as Fen)
  const more = sum > amount
  found.fault(`bills.${index}.lines`, 'lines-do-not-add-up', {
    zh: `第 ${index + 1} 张票据的明细合计 ${formatYuan(sum)} 元，比票据金额 ${formatYuan(amount)} 元${more ? '多' : '少'} ${by} 元。请核对明细和票据金额。`,
    en: `The lines of bill ${index + 1} add up to ${formatYuan(sum)} yuan, ${by} yuan ${more ? 'more' : 'less'} than the bill’s ${formatYuan(amount)}. Check lines and amount.`,
  })
}

function sameId(
  found: Findings,
  ids: Map<string, number>,
  id: string,
  path: string,
  zh: string,
  en: string,
): void {
  const first = ids.get(id)
  if (first === undefined) ids.set(id, ids.size)
  else
    found.fault(path, 'id-twice', {
      zh: `${zh}与前面的编号重复。请删去后重新添加。`,
      en: `${en} has the same id as one before. Remove it and add it again.`,
    })
}
