import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { Refused, type His } from './his.ts'
import type { StepOptions } from './his/steps.ts'
import type { Booked } from './store.ts'

/** A row on which the hospital's books and the centre's differ. */
export interface Differing {
  /** of the hospital's row; `null` where it has none */
  readonly setlId: string | null
  /** the message that settled at the centre; `null` where the centre has none */
  readonly msgid: string | null
  readonly memo: string
}

/** The rows of a day as 3202 wants them: a settlement and its cancellation are two. */
export function tableOf(rows: readonly Booked[]): string {
  return rows
    .map(({ setlId, mdtrtId, psnNo, total, fund, account }) =>
      [setlId, mdtrtId, psnNo, total, fund, account, Number(total) < 0 ? '1' : '0'].join('\t'),
    )
    .map((line) => `${line}\n`)
    .join('')
}

/** A file of rows as 9101 takes it. */
export function zipOf(table: string): Uint8Array {
  return zipSync({ 'detail.txt': strToU8(table) })
}

/** Inputs of the messages of a comparison in detail. */
export const detailInputs = {
  upload: ({ institution }: His) => ({
    fsUploadIn: { in: '', filename: 'detail.zip', fixmedins_code: institution.code },
  }),
  compare({ institution }: His, day: string, rows: readonly Booked[], file_qury_no: string) {
    const sum = (key: 'total' | 'fund' | 'account') =>
      rows.reduce((so, row) => so + Math.round(Number(row[key]) * 100), 0)
    const yuan = (cents: number) => (cents / 100).toFixed(2)
    return {
      data: {
        setl_optins: institution.region,
        file_qury_no,
        stmt_begndate: day,
        stmt_enddate: day,
        medfee_sumamt: yuan(sum('total')),
        fund_pay_sumamt: yuan(sum('fund')),
        cash_payamt: yuan(sum('total') - sum('fund') - sum('account')),
        fixmedins_setl_cnt: String(rows.length),
        clr_type: '',
      },
    }
  },
  fetch: ({ institution }: His, { file_qury_no, filename }: Readonly<Record<string, string>>) => ({
    fsDownloadIn: { file_qury_no, filename, fixmedins_code: institution.code },
  }),
}

/**
 * 9101, 3202 and 9102 over a day that is over: uploads the rows of the books, has them compared, and fetches the result.
 * `without` leaves rows out, as a hospital does that has lost them. Returns what differs.
 */
export async function compareDetail(
  his: His,
  day: string,
  { lose, without = 0 }: StepOptions & { readonly without?: number } = {},
): Promise<Differing[]> {
  const { station, store } = his
  const rows = store.booked(day).slice(without)
  const file = { name: 'detail.zip', bytes: zipOf(tableOf(rows)) }
  const uploaded = await accepted(his, '9101', detailInputs.upload(his), { file })
  const input = detailInputs.compare(his, day, rows, String(uploaded.output.file_qury_no))
  const msgid = station.newMsgid()
  if (lose !== undefined) await station.ask('3202', input, { msgid, lose }).catch(() => undefined)
  const compared = await accepted(his, '3202', input, { msgid })
  const result = await accepted(his, '9102', detailInputs.fetch(his, compared.output.fileinfo))
  return differingIn(result.file)
}

/** psn_no mdtrt_id setl_id msgid stmt_rslt refd_setl_flag memo …: the rows whose result is 1. */
function differingIn(zip: Uint8Array | null): Differing[] {
  if (zip === null) throw new Refused('没有收到对账结果文件。')
  const [text] = Object.values(unzipSync(zip))
  return strFromU8(text!)
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
    .filter(([, , , , result]) => result === '1')
    .map(([, , setlId, msgid, , , memo]) => ({
      setlId: orNothing(setlId),
      msgid: orNothing(msgid),
      memo: memo ?? '',
    }))
}

const orNothing = (cell: string | undefined) =>
  cell === undefined || cell === '' || cell === 'null' ? null : cell

async function accepted(
  his: His,
  infno: string,
  input: unknown,
  options: Parameters<His['station']['ask']>[2] = {},
) {
  const answer = await his.station.ask(infno, input, options)
  const { msgid, ok, reason } = answer
  his.note({ act: 'detail', infno, msgid, ok, reason })
  if (!ok) throw new Refused(`${reason}`)
  return answer
}
