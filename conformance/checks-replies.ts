import { showsInside } from './amounts.ts'
import { must, type Check } from './check.ts'
import type { Answer } from '../hospital/client/station.ts'
import type { Kit } from './kit.ts'

type Json = Readonly<Record<string, unknown>>

/** Looks at every reply there was; `look` returns what is wrong with one. */
function everyReply(
  id: string,
  zh: string,
  en: string,
  look: (json: Json, answer: Answer, kit: Kit) => string | undefined,
): Check {
  return {
    id,
    zh,
    en,
    source: '回复 replies',
    run(kit) {
      for (const answer of kit.answers) {
        const wrong = look(jsonOf(answer), answer, kit)
        must(wrong === undefined, `${answer.infno} ${answer.msgid}：${wrong}`)
      }
    },
  }
}

/** Checks that send nothing: they look at all replies of the others, so they come last. */
export const replyChecks: readonly Check[] = [
  everyReply(
    'reply-json',
    '回复是一个 JSON 对象，没有回车换行和控制字符',
    'A reply is one JSON object without line ends or control characters',
    (json, { text }) =>
      Object.keys(json).length === 0
        ? '不是 JSON 对象'
        : UNSEEN.test(text)
          ? '含有控制字符或乱码'
          : undefined,
  ),
  everyReply(
    'reply-status',
    '业务回复的 HTTP 状态为 200',
    'Business answers have HTTP status 200',
    (_json, { status }) => (status === 200 ? undefined : `HTTP ${status}`),
  ),
  {
    id: 'reply-infcode',
    zh: 'infcode 只有 0 和 -1，且全部为数字或全部为文本',
    en: 'infcode is 0 or -1, always a number or always a text',
    source: '回复 replies',
    run({ answers }) {
      const codes = answers.map((answer) => ({ answer, code: jsonOf(answer)['infcode'] }))
      for (const { answer, code } of codes)
        must(
          ['0', '-1'].includes(String(code)),
          `${answer.infno} ${answer.msgid}：infcode ${JSON.stringify(code)}`,
        )
      const kinds = new Set(codes.map(({ code }) => typeof code))
      must(kinds.size <= 1, `infcode 有时是数字有时是文本 both ${[...kinds].join(' and ')}`)
    },
  },
  everyReply(
    'reply-err-msg',
    '成功时 err_msg 为空',
    'On success err_msg is empty',
    (json, { ok }, { target }) => {
      const said = json['err_msg']
      return !ok || said === null || said === '' || said === undefined || said === target.successWord
        ? undefined
        : `err_msg ${JSON.stringify(said).slice(0, 60)}`
    },
  ),
  {
    id: 'reply-id',
    zh: '成功的回复有 30 位的接收方报文ID且不重复，失败的没有',
    en: 'A success has a reply id of 30 digits of its own, a failure has none',
    source: '回复 replies',
    run({ answers }) {
      const seen = new Set<unknown>()
      for (const answer of answers) {
        const id = jsonOf(answer)['inf_refmsgid'] ?? null
        const where = `${answer.infno} ${answer.msgid}：inf_refmsgid ${JSON.stringify(id)}`
        if (!answer.ok) must(id === null || id === '', where)
        else must(typeof id === 'string' && /^\d{30}$/.test(id) && !seen.has(id), where)
        seen.add(id)
      }
    },
  },
  everyReply(
    'reply-times',
    '接收与响应时间是 17 位的真实时间，响应不早于接收',
    'Times are real ones of 17 digits, in order',
    (json, { ok }) => {
      if (!ok && json['type'] === 'error') return undefined
      const [received, responded] = [json['refmsg_time'], json['respond_time']].map((value) => String(value))
      return isTime17(received!) && isTime17(responded!) && received! <= responded!
        ? undefined
        : `refmsg_time ${received}，respond_time ${responded}`
    },
  ),
  everyReply(
    'reply-no-output',
    '没有输出的交易，output 为 null',
    'A transaction without output answers null',
    (_json, { ok, infno, output }) =>
      ok && WITHOUT_OUTPUT.has(infno) && output !== null
        ? `output ${JSON.stringify(output).slice(0, 60)}`
        : undefined,
  ),
  everyReply(
    'reply-refusal',
    '拒绝时有 1 至 200 字的中文原因，output 为 null',
    'A refusal says why in Chinese, at most 200 characters',
    (json, { ok }) => {
      if (ok) return undefined
      const reason = json['err_msg']
      if (typeof reason !== 'string' || !/[\u4e00-\u9fff]/.test(reason) || reason.length > 200)
        return `err_msg ${JSON.stringify(reason)?.slice(0, 60)}`
      return (json['output'] ?? null) === null ? undefined : '失败却有 output'
    },
  ),
  everyReply(
    'reply-no-leak',
    '回复不泄露程序内部信息',
    'No reply shows the inside of the program',
    (_json, { text }) => (showsInside(text) ? '含有堆栈、SQL 或路径' : undefined),
  ),
  everyReply(
    'reply-amounts',
    '金额最多两位小数',
    'Amounts have at most two decimals',
    (_json, { ok, output }) => {
      const wrong = ok
        ? find(
            output,
            (key, value) => AMOUNT.test(key) && !key.includes('_prop_') && value !== null && !isAmount(value),
          )
        : undefined
      return wrong === undefined ? undefined : `${wrong} 不是金额`
    },
  ),
  everyReply(
    'reply-keys',
    '就诊、结算、人员编号最多 30 位字母、数字、下划线、连字符',
    'Ids are at most 30 letters, digits, - and _',
    (_json, { ok, output }) => {
      const isId = (value: unknown) => typeof value === 'string' && /^[A-Za-z0-9_-]{1,30}$/.test(value)
      const wrong = ok
        ? find(output, (key, value) => ID.has(key) && value !== null && !isId(value))
        : undefined
      return wrong === undefined ? undefined : `${wrong} 不是编号`
    },
  ),
]

// oxlint-disable-next-line no-control-regex -- that is what is looked for
const UNSEEN = /[\u0000-\u001f\u007f\ufffd]/
const WITHOUT_OUTPUT = new Set('2202 2203 2203A 2205 2302 2402 2403 2404 2405 2502 2504 2601'.split(' '))
const AMOUNT = /(^|_)(pay|amt|sumamt|payamt|selfpay|balc|dedc)$/
const ID = new Set(['mdtrt_id', 'setl_id', 'psn_no'])

function jsonOf({ text }: Answer): Json {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Json) : {}
  } catch {
    return {}
  }
}

function isAmount(value: unknown): boolean {
  return (
    (typeof value === 'number' || typeof value === 'string') && /^-?\d{1,14}(\.\d{1,2})?$/.test(String(value))
  )
}

function isTime17(text: string): boolean {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(text)
  if (!match) return false
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
}

/** The path of the first field somewhere below for which `wrong` holds. */
function find(
  value: unknown,
  wrong: (key: string, value: unknown) => boolean,
  at = 'output',
): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, each] of Object.entries(value)) {
    if (typeof each !== 'object' && wrong(key, each)) return `${at}.${key}`
    const below = find(each, wrong, `${at}.${key}`)
    if (below !== undefined) return below
  }
  return undefined
}
