import { excel } from '../../../platform/workbook/index.ts'
import { columns } from './lines.ts'

let made: Promise<Buffer> | undefined

/** The empty workbook people fill in; `linesOf` reads it back. */
export function linesTemplate(): Promise<Buffer> {
  made ??= make()
  return made
}

async function make(): Promise<Buffer> {
  const workbook = new (excel().Workbook)()
  const sheet = workbook.addWorksheet('费用明细', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = Object.entries(columns).map(([key, { title }]) => ({
    header: title,
    key,
    width: key === 'name' ? 40 : 14,
    // A code of many digits would be shown, and saved, as a rounded number.
    style: { numFmt: key === 'amount' || key === 'unitPrice' ? '0.00' : '@' },
  }))
  sheet.getRow(1).font = { bold: true }
  const notes = workbook.addWorksheet('填写说明')
  notes.getColumn(1).width = 90
  for (const text of NOTES) notes.addRow([text])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const NOTES = [
  '每行一项费用；“项目名称”和“金额”必填，其余有就填。',
  '金额以元为单位，最多两位小数，不要使用公式。',
  '不要写合计行；各行金额之和应等于票据金额。',
  '一张票据一个表格，最多 2000 行。',
]
