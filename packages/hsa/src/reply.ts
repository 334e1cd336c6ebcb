import { parsed } from '@yichuang/kernel'
import type { Fault } from '@yichuang/kernel'
import { faultAt, notJson } from './faults.ts'
import type { HsaParsed } from './faults.ts'
import { replyId, timestamp17 } from './ids.ts'
import { isObject, parseJson } from './json.ts'
import { valueUnder } from './keys.ts'
import { isEmpty } from './values.ts'

/** What one client's reading of replies needs; the same for all replies it gets. */
export interface ReplyProfile {
  /** `infcode` as `0` or `"0"` */
  readonly infcode: 'number' | 'text'
  /** what stands in `err_msg` on success: some clients take any text for an error, some expect a word */
  readonly onSuccess: null | '' | 'success' | '成功'
}

/** What every client seen can read. */
export const plainProfile: ReplyProfile = { infcode: 'number', onSuccess: null }

export interface ReplyFrame {
  /** region of the centre, 6 digits */
  readonly region: string
  readonly receivedAt: Date
  readonly respondedAt: Date
  /** counter of replies, at most ten digits */
  readonly sequence: number
  readonly profile: ReplyProfile
}

/** `err_msg` holds 200 characters. */
const LONGEST_REASON = 200

/** The text of an answer. `output` is what `writeOutput` made, or text where it is enciphered. */
export function writeReply(frame: ReplyFrame, output: unknown): string {
  return JSON.stringify({
    infcode: infcode(frame.profile, 0),
    inf_refmsgid: replyId(frame.region, frame.receivedAt, frame.sequence),
    ...times(frame),
    err_msg: frame.profile.onSuccess,
    ...NOTHING,
    output: output ?? null,
  })
}

/** The text of a refusal, with the reason in Chinese. */
export function writeRefusal(frame: ReplyFrame, reason: Fault | string): string {
  const text = typeof reason === 'string' ? reason : reason.sentences['zh-CN']
  return JSON.stringify({
    infcode: infcode(frame.profile, -1),
    inf_refmsgid: null,
    ...times(frame),
    err_msg: text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON - 1)}…` : text,
    ...NOTHING,
    output: null,
  })
}

/** The refusal of a gateway, before any message is read: one of four sentences, in the gateway's own shape. */
export function writeGatewayRefusal(
  reason: 'no-headers' | 'too-old' | 'unknown-user' | 'wrong-signature',
): string {
  return JSON.stringify({ code: 401, message: GATEWAY[reason] })
}

const GATEWAY = {
  'no-headers': '缺少服务网关的请求头!',
  'too-old': '签名时间戳超时!',
  'unknown-user': '非法用户!',
  'wrong-signature': '签名不一致!',
} as const

const NOTHING = { warn_msg: null, cainfo: null, signtype: null } as const

function infcode({ infcode }: ReplyProfile, code: 0 | -1): number | string {
  return infcode === 'number' ? code : String(code)
}

function times({ receivedAt, respondedAt }: ReplyFrame) {
  return { refmsg_time: timestamp17(receivedAt), respond_time: timestamp17(respondedAt) }
}

/** An answer as a client reads it: a hospital's system, or the other centre in care across regions. */
export interface Reply {
  readonly accepted: boolean
  readonly id: string | undefined
  readonly reason: string | undefined
  readonly output: unknown
}

/** Reads an answer, with `infcode` as number or text; other shapes (a gateway's refusal) are refusals. */
export function readReply(text: string): HsaParsed<Reply> {
  const json = parseJson(text)
  if (json === undefined) return notJson()
  if (!isObject(json)) return faultAt('not-an-object', { node: '' })
  const code = valueUnder(json, 'infcode')
  const reason = [valueUnder(json, 'err_msg'), json['message']].find((value) => !isEmpty(value))
  const id = valueUnder(json, 'inf_refmsgid')
  return parsed({
    accepted: String(code) === '0',
    id: isEmpty(id) ? undefined : String(id),
    reason: typeof reason === 'string' ? reason : undefined,
    output: valueUnder(json, 'output') ?? null,
  })
}
