import { defineProblem } from '../../../platform/problem.ts'

export const SheetUnreadable = defineProblem({
  code: 'sheet-unreadable',
  status: 422,
  title: { zh: '表格无法读取', en: 'The spreadsheet cannot be read' },
  mend: {
    zh: '请下载费用明细模板，把内容粘贴进去，另存为 .xlsx 或 .csv 后再导入。',
    en: 'Download the template, paste the content into it, save it as .xlsx or .csv and import that.',
  },
})

export const SheetTooLarge = defineProblem({
  code: 'sheet-too-large',
  status: 413,
  title: { zh: '表格内容过多', en: 'The spreadsheet holds too much' },
  detail: ({ most }: { most: number }) => ({
    zh: `一次最多导入 ${most} 行，且解压后的内容不能过大。`,
    en: `At most ${most} rows are read at once, and what the file unpacks to is limited.`,
  }),
  mend: { zh: '请按票据拆成几个表格分别导入。', en: 'Split it by bill and import the parts.' },
})

export const SheetHeaderMissing = defineProblem({
  code: 'sheet-header-missing',
  status: 422,
  title: { zh: '表格没有可识别的表头', en: 'The spreadsheet has no heading row that can be recognised' },
  detail: ({ missing }: { missing: { zh: string; en: string } }) => ({
    zh: `前 20 行中没有找到同时含有“${missing.zh}”的表头。`,
    en: `No row among the first 20 has the headings ${missing.en}.`,
  }),
  mend: {
    zh: '请在明细上方加一行表头，写明“项目名称”和“金额”；也可下载模板填写。',
    en: 'Put a heading row above the lines with “项目名称” (name) and “金额” (amount), or use the template.',
  },
})
