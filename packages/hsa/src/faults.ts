import { faulty } from '@yichuang/kernel'
import type { Parsed } from '@yichuang/kernel'

/** What can be wrong with a message, by the kind of mistake. */
export type HsaFault =
  | 'not-json'
  | 'too-long'
  | 'not-an-object'
  | 'unknown-transaction'
  | 'missing'
  | 'several'
  | 'contradiction'
  | 'money'
  | 'negative'
  | 'number'
  | 'date'
  | 'id'
  | 'paper'
  | 'flag'
  | 'text'
  | 'shape'
  | 'columns'
  | 'encoding'

/** Where in a message: the node, the row (counted from 1) where there are rows, the field and its Chinese name. */
export interface Place {
  readonly node: string
  readonly row?: number
  readonly field?: string
  readonly name?: string
}

type Mend = readonly [zh: string, en: string]

/** What is wrong and how to mend it; the subject of each sentence is the place. */
const MENDS: Readonly<Record<Exclude<HsaFault, 'not-json' | 'unknown-transaction'>, Mend>> = {
  'too-long': ['太长，已拒收。请分批上传。', 'is too long. Send it in several messages.'],
  'not-an-object': [
    '不是 JSON 对象。请按接口规范组织该节点后重发。',
    'is no JSON object. Build it as the interface standard says and send it again.',
  ],
  missing: ['为空或缺失。请填写后重发。', 'is empty or missing. Fill it in and send it again.'],
  several: [
    '只能有一条，现有多条。请逐条发送。',
    'may hold one entry only and holds several. Send them one by one.',
  ],
  contradiction: [
    '以两种写法出现且取值不同。请只保留一种。',
    'comes in two spellings with different values. Keep one of them.',
  ],
  money: [
    '不是最多两位小数的金额。请以元为单位改写，如 12.30。',
    'is not an amount with at most two decimals. Write it in yuan, as 12.30.',
  ],
  negative: [
    '不能为负数。请核对；退费请使用相应的撤销交易。',
    'may not be below nothing. Check it; a refund has its own transaction.',
  ],
  number: [
    '不是规定位数以内的数字。请核对整数与小数位数。',
    'is not a number of the digits allowed. Check the digits before and after the point.',
  ],
  date: [
    '不是真实存在的日期或时间。请按 yyyy-MM-dd 或 yyyy-MM-dd HH:mm:ss 填写。',
    'is not a day or time that exists. Write yyyy-MM-dd or yyyy-MM-dd HH:mm:ss.',
  ],
  id: [
    '不是有效编号：只能有字母、数字、连字符与下划线，最多 30 位，并以文本发送。请原样使用中心返回的编号。',
    'is no valid number: letters, digits, hyphen and underscore, at most 30, sent as text. Use what the centre gave.',
  ],
  paper: [
    '与证件类型不符，号码有误。请对照证件逐位核对号码和类型。',
    'does not fit the kind of paper. Compare number and kind with the paper.',
  ],
  flag: ['不是字典中的值。请按字典改正。', 'is not in its code list. Take a value of the list.'],
  text: [
    '不是文本、过长，或含有不可见的控制字符。请改正后重发。',
    'is no text, too long, or holds control characters. Correct it and send it again.',
  ],
  columns: [
    '列数多于接口规范。请按规范的列与顺序、以制表符分隔后重新上传。',
    'has more columns than the standard. Write its columns in order, with tabs between, and upload it again.',
  ],
  encoding: [
    '既不是 UTF-8 也不是 GB18030 编码。请以 UTF-8 重新导出后上传。',
    'is neither UTF-8 nor GB18030. Export it as UTF-8 and upload it again.',
  ],
  shape: [
    '格式不符合接口规范。请按规范的长度与字符填写（区划为 6 位数字）。',
    'has not the shape the standard gives it. Keep its length and characters (a region has 6 digits).',
  ],
}

/** A fault at a place. The sentences never repeat what was sent, so that they can be logged and sent back. */
export function faultAt(code: keyof typeof MENDS, place: Place) {
  const [zh, en] = MENDS[code]
  return faulty<HsaFault>(code, `${placeZh(place)}${zh}`, `${placeEn(place)} ${en}`, {
    node: place.node,
    ...(place.row !== undefined && { row: String(place.row) }),
    ...(place.field !== undefined && { field: place.field }),
  })
}

/** What was sent is no JSON at all. */
export function notJson() {
  return faulty<HsaFault>(
    'not-json',
    '交易报文不是有效的 JSON。请检查引号、逗号与转义后重发。',
    'The message is not valid JSON. Check quotes, commas and escapes and send it again.',
  )
}

/** The number of the transaction is none the centre serves. */
export function unknownTransaction() {
  return faulty<HsaFault>(
    'unknown-transaction',
    '交易报文不正确：未知交易编号！请核对 infno。',
    'The transaction number is unknown. Check infno.',
    { node: '', field: 'infno' },
  )
}

/** What went wrong inside a reader, before the place is known. */
export type Problem = keyof typeof MENDS

export type HsaParsed<T> = Parsed<T, HsaFault>

function placeZh({ node, row, field, name }: Place): string {
  const where = row === undefined ? node : `${node} 第 ${row} 行`
  if (field === undefined) return `${where || '交易报文'} `
  const what = name === undefined || name === field ? field : `“${name}”（${field}）`
  return where ? `${where} 的${what}` : what
}

function placeEn({ node, row, field }: Place): string {
  const where = row === undefined ? node : `row ${row} of ${node}`
  if (field === undefined) return where || 'The message'
  return where ? `${field} in ${where}` : field
}
