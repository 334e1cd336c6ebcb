import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { cashOfRows, sumOfRows, type BookRow } from './books.ts'
import { Finding, type Kit } from './kit.ts'

/** A row of the file of results (3202). */
export interface ResultRow {
  readonly setlId: string
  readonly msgid: string
  readonly result: string
}

/** 9101, 3202 and 9102 over a day: what the centre says of each row. */
export async function compare(kit: Kit, day: string, rows: readonly BookRow[]): Promise<ResultRow[]> {
  const { institution } = kit.target.station
  const fixmedins_code = institution.code
  const name = 'detail.zip'
  const uploaded = await kit.accepted(
    '上传明细',
    '9101',
    { fsUploadIn: { in: '', filename: name, fixmedins_code } },
    { file: { name, bytes: zipSync({ 'detail.txt': strToU8(tableOf(rows)) }) } },
  )
  const { output } = await kit.accepted('对明细账', '3202', {
    data: {
      setl_optins: institution.region,
      file_qury_no: String(uploaded.output?.file_qury_no),
      stmt_begndate: day,
      stmt_enddate: day,
      medfee_sumamt: sumOfRows(rows, 'total'),
      fund_pay_sumamt: sumOfRows(rows, 'fund'),
      cash_payamt: cashOfRows(rows),
      fixmedins_setl_cnt: String(rows.length),
      clr_type: '',
    },
  })
  const { file_qury_no, filename } = (output?.fileinfo ?? {}) as Record<string, string>
  const told = await kit.accepted('下载结果', '9102', {
    fsDownloadIn: { file_qury_no, filename, fixmedins_code },
  })
  if (told.file === null) throw new Finding('9102 没有返回文件 no file came')
  const [text] = Object.values(unzipSync(told.file))
  return strFromU8(text ?? new Uint8Array())
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .map(([, , setlId = '', msgid = '', result = '']) => ({ setlId, msgid, result }))
}

function tableOf(rows: readonly BookRow[]): string {
  return rows
    .map(({ setlId, mdtrtId, psnNo, total, fund, account }) =>
      [setlId, mdtrtId, psnNo, total, fund, account, Number(total) < 0 ? '1' : '0'].join('\t'),
    )
    .map((line) => `${line}\n`)
    .join('')
}
