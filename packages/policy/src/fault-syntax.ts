type Values = Readonly<Record<string, string>>
type Sentence = (v: Values) => { en: [what: string, mend: string]; zh: [what: string, mend: string] }

/** What can be wrong with the text of a file before anything in it is read; part of the sentences in fault.ts. */
export const syntaxSentences = {
  yaml: (v) => ({
    en: [`This is not valid YAML: ${v.message}`, 'Check indentation, colons and quotes on this line.'],
    zh: [`这不是有效的 YAML：${v.message}`, '请检查本行的缩进、冒号和引号。'],
  }),
  'yaml-tab': () => ({
    en: ['This line is indented with a tab', 'Indent with spaces, two for each step.'],
    zh: ['本行用制表符缩进', '请改用空格缩进，每级两个。'],
  }),
  'yaml-wide-colon': () => ({
    en: [
      'This line has a full-width colon “：” after the name',
      'Write a plain colon and a space: name: value.',
    ],
    zh: ['本行的名称后面是全角冒号“：”', '请改成半角冒号加一个空格，如 insurance: employee。'],
  }),
  'yaml-no-colon': () => ({
    en: ['This line has no colon between name and value', 'Write it like insurance: employee.'],
    zh: ['本行的名称与值之间没有冒号', '请写成 insurance: employee 这样的形式。'],
  }),
  'unknown-field': (v) => ({
    en: [
      `“${v.field}” is not a field of this file`,
      'Remove it, or correct its spelling; the schema on the first line lists the fields.',
    ],
    zh: [`本文件没有名为“${v.field}”的字段`, '请删除或改正拼写；首行所指的 schema 列出了全部字段。'],
  }),
  misspelt: (v) => ({
    en: [`“${v.given}” is not a field of this file; “${v.field}” is`, `Write “${v.field}”.`],
    zh: [`本文件没有名为“${v.given}”的字段，有“${v.field}”`, `请写“${v.field}”。`],
  }),
  missing: (v) => ({
    en: [`“${v.field}” is missing`, `Add “${v.field}” here.`],
    zh: [`缺少“${v.field}”`, `请在此处补上“${v.field}”。`],
  }),
  choice: (v) => ({
    en: [`“${v.given}” is not one of the allowed words`, `Write one of: ${v.allowed}.`],
    zh: [`“${v.given}”不是允许的取值`, `请写以下之一：${v.allowed}。`],
  }),
  'not-text': (v) => ({
    en: [`“${v.field}” is not text: ${v.given}`, `Write it between quotes: "${v.given}".`],
    zh: [`“${v.field}”不是文字：${v.given}`, `请加引号，写成 "${v.given}"。`],
  }),
  'not-a-list': (v) => ({
    en: [`“${v.field}” is not a list`, 'Begin each entry on a line of its own with “- ”, or write [a, b].'],
    zh: [`“${v.field}”不是列表`, '请每项另起一行、以“- ”开头，或写成 [甲, 乙]。'],
  }),
  'not-fields': (v) => ({
    en: [
      `“${v.field}” has no fields of its own`,
      'Write them below it, two spaces further in, or as { name: value }.',
    ],
    zh: [`“${v.field}”下面没有字段`, '请在下一行多缩进两格写字段，或写成 { 名称: 值 }。'],
  }),
  'not-a-number': (v) => ({
    en: [`“${v.field}” is not a number: ${v.given}`, 'Write only digits, without quotes and units.'],
    zh: [`“${v.field}”不是数字：${v.given}`, '请只写数字，不加引号和单位。'],
  }),
  'not-yes-or-no': (v) => ({
    en: [`“${v.field}” is neither true nor false: ${v.given}`, 'Write true or false, without quotes.'],
    zh: [`“${v.field}”既不是 true 也不是 false：${v.given}`, '请写 true（是）或 false（否），不加引号。'],
  }),
  'not-a-value': (v) => ({
    en: [
      `“${v.field}” is neither a number nor a text: ${v.given}`,
      'Write one number or one text behind the colon.',
    ],
    zh: [`“${v.field}”既不是数字也不是文字：${v.given}`, '请在冒号后只写一个数字或一段文字。'],
  }),
  'too-small': (v) => ({
    en: [`“${v.field}” is ${v.given}, less than ${v.least}`, `Write ${v.least} or more.`],
    zh: [`“${v.field}”是 ${v.given}，小于 ${v.least}`, `请写不小于 ${v.least} 的数。`],
  }),
  'too-large': (v) => ({
    en: [`“${v.field}” is ${v.given}, more than ${v.most}`, `Write ${v.most} or less.`],
    zh: [`“${v.field}”是 ${v.given}，大于 ${v.most}`, `请写不大于 ${v.most} 的数。`],
  }),
  empty: (v) => ({
    en: [`“${v.field}” is empty`, 'Fill it in, or remove the field if it may be left out.'],
    zh: [`“${v.field}”是空的`, '请填写；可以不写的字段请整行删去。'],
  }),
  shape: (v) => ({
    en: [
      `“${v.field}” does not have the right form: ${v.message}`,
      'Correct it as the schema on the first line says.',
    ],
    zh: [`“${v.field}”的形式不对：${v.message}`, '请按首行所指的 schema 改正。'],
  }),
} satisfies Record<string, Sentence>
