import { fen, formatYuan, type Fen } from '@yichuang/kernel'
import { HospitalFault } from '../hospital/index.ts'
import { rowsOf, WrongEncoding, type Encoding, type FileRow } from './rows.ts'
import { unzipped } from './unzip.ts'

/** What a message says that its file comes to. */
export interface Said {
  readonly count: number
  readonly medfee_sumamt: Fen
  readonly fund_pay_sumamt: Fen
  readonly cash_payamt: Fen
}

/** As much as one comparison takes: a large hospital's month of one kind of clearing. */
const MOST_ROWS = 300_000

/**
 * Reads a file from its first line to its last before anything is compared: every row can be read, none comes twice, and
 * together they are what the message says. Gives the encoding to read it with. Throws `HospitalFault`.
 */
export async function checkFile(file: () => AsyncIterable<Uint8Array>, said: Said): Promise<Encoding> {
  for (const encoding of ['utf-8', 'gb18030'] as const)
    try {
      checkSums(await sumsOf(rowsOf(unzipped(file()), encoding)), said)
      return encoding
    } catch (error) {
      if (!(error instanceof WrongEncoding)) throw error
    }
  throw new HospitalFault('TXT 既不是 UTF-8 也不是 GB18030 编码。请以 UTF-8 重新导出、压缩后上传（9101）。')
}

interface Sums {
  readonly count: number
  readonly medfee: Fen
  readonly fund: Fen
  readonly account: Fen
}

async function sumsOf(lots: AsyncIterable<readonly FileRow[]>): Promise<Sums> {
  const lines = new Map<string, number>()
  const sums = { count: 0, medfee: 0, fund: 0, account: 0 }
  for await (const lot of lots)
    for (const row of lot) {
      const key = `${row.medfee_sumamt < 0 ? '-' : '+'}${row.setl_id}`
      const before = lines.get(key)
      if (before !== undefined) throw twice(before, row.line)
      lines.set(key, row.line)
      sums.count += 1
      if (sums.count > MOST_ROWS)
        throw new HospitalFault(
          `文件超过 ${MOST_ROWS} 行。请按日或按清算类别拆分后分别上传（9101）和对账（3202）。`,
        )
      sums.medfee += row.medfee_sumamt
      sums.fund += row.fund_pay_sumamt
      sums.account += row.acct_pay
    }
  return {
    count: sums.count,
    medfee: fen(sums.medfee),
    fund: fen(sums.fund),
    account: fen(sums.account),
  }
}

export const twice = (first: number, second: number) =>
  new HospitalFault(
    `TXT 第 ${first} 行与第 ${second} 行是同一笔结算。同一结算ID（setl_id）正数、负数各只能列一行，请删去重复行后重新上传（9101）。`,
  )

function checkSums({ count, medfee, fund, account }: Sums, said: Said): void {
  if (count !== said.count)
    throw new HospitalFault(
      `文件有 ${count} 行，报文的结算笔数（fixmedins_setl_cnt）是 ${said.count} 笔。请核对是否多列或漏列（一笔退费列正负两行，计两笔），改正后重新对账。`,
    )
  const cash = fen(medfee - fund - account)
  for (const [name, inFile, inMessage] of [
    ['医疗费总额（medfee_sumamt）', medfee, said.medfee_sumamt],
    ['基金支付总额（fund_pay_sumamt）', fund, said.fund_pay_sumamt],
    ['现金支付金额（cash_payamt，即医疗费减基金和个人账户）', cash, said.cash_payamt],
  ] as const)
    if (inFile !== inMessage)
      throw new HospitalFault(
        `${name}：文件各行合计 ${formatYuan(inFile)} 元，报文为 ${formatYuan(inMessage)} 元。请核对后使两者一致，再重新对账。`,
      )
}
