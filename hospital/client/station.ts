import { chinaDateTime } from '@yichuang/hsa'
import {
  profileNamed,
  type Party,
  type ProfileName,
} from '../../apps/server/src/modules/hospital/front/profiles/index.ts'

/** One institution's computer, ready to call a centre. */
export interface StationOptions {
  /** where the centre is, `http://127.0.0.1:8080` */
  readonly url: string
  /** the single entry for all messages; the national annex's unless told otherwise */
  readonly entry?: string
  /** code and name as designated; region of the place of care, six digits */
  readonly institution: { readonly code: string; readonly name: string; readonly region: string }
  readonly profile: ProfileName
  readonly party: Party
  /** the day this computer thinks it is; the time of day is real */
  readonly today: () => string
}

export interface AskOptions {
  /** a message sent before, sent again */
  readonly msgid?: string
  /** `request`: lost on the way there; `reply`: lost on the way back, after the centre has done its work */
  readonly lose?: 'request' | 'reply' | undefined
  /** envelope fields that shall be otherwise */
  readonly envelope?: Readonly<Record<string, unknown>>
  /** the path below the address of the centre, instead of the single entry */
  readonly path?: string
  /** what the message says its body is */
  readonly contentType?: string
  /** sent beside the message, as a form (9101) */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array }
}

/** What came back, as it is. */
export interface Answer {
  readonly infno: string
  readonly msgid: string
  readonly ok: boolean
  /** `err_msg` or the gateway's message; nothing on success */
  readonly reason: string | null
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the centre answers
  readonly output: any
  readonly status: number
  /** the reply after the cipher is off, byte for byte */
  readonly text: string
  /** what came instead of a reply (9102) */
  readonly file: Uint8Array | null
  readonly ms: number
}

/** Nobody knows whether the centre has done it: send the same message again, or take it back with 2601. */
export class ReplyLost extends Error {
  override readonly name = 'ReplyLost'
  readonly infno: string
  readonly msgid: string

  constructor(infno: string, msgid: string) {
    super(`${infno} ${msgid}: no reply`)
    this.infno = infno
    this.msgid = msgid
  }
}

export interface Station {
  readonly options: StationOptions
  /** Sends a message and reads its answer. Throws `ReplyLost` where no answer came. */
  ask(infno: string, input: unknown, options?: AskOptions): Promise<Answer>
  newMsgid(): string
}

export const ENTRY = '/fsi/api/rsfComIfsService/callService'
const TIMEOUT_MS = 30_000

let sequence = Math.floor(Math.random() * 10_000)

/** The four digits that tell messages of one second apart; all stations of this process count in one row. */
function nextOfSecond(): string {
  sequence = (sequence + 1) % 10_000
  return String(sequence).padStart(4, '0')
}

export function openStation(options: StationOptions): Station {
  const { url, institution, profile, today } = options
  let { party } = options
  let signNo = ''

  const clock = () => `${today()} ${chinaDateTime(new Date()).slice(11)}`
  const newMsgid = () => `${institution.code}${clock().replace(/\D/g, '')}${nextOfSecond()}`
  const envelope = (infno: string, msgid: string, input: unknown) => ({
    infno,
    msgid,
    mdtrtarea_admvs: institution.region,
    insuplc_admdvs: institution.region,
    recer_sys_code: 'FSI_LOCAL',
    dev_no: '',
    dev_safe_info: '',
    cainfo: '',
    signtype: '',
    infver: 'V1.0',
    opter_type: '1',
    opter: '001',
    opter_name: '收费员',
    inf_time: clock(),
    fixmedins_code: institution.code,
    fixmedins_name: institution.name,
    sign_no: signNo,
    input,
  })

  return {
    options,
    newMsgid,
    async ask(infno, input, asked = {}) {
      const msgid = asked.msgid ?? newMsgid()
      if (asked.lose === 'request') throw new ReplyLost(infno, msgid)
      if (profile === 'oauth-sm' && party.token === undefined)
        party = { ...party, token: await tokenFor(url, party) }
      const text = JSON.stringify({ ...envelope(infno, msgid, input), ...asked.envelope })
      const call = profileNamed(profile).call(text, party, new Date())
      const type = { 'content-type': asked.contentType ?? 'application/json; charset=utf-8' }
      const started = performance.now()
      const response = await fetch(`${url}${asked.path ?? options.entry ?? ENTRY}`, {
        method: 'POST',
        headers: { ...(!asked.file && type), ...call.headers },
        body: asked.file ? formOf(call.body, asked.file) : call.body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch(() => undefined)
      const bytes = await response?.bytes().catch(() => undefined)
      if (response === undefined || bytes === undefined || asked.lose === 'reply')
        throw new ReplyLost(infno, msgid)
      if (response.headers.get('content-type')?.startsWith('application/octet-stream'))
        return fileAnswer(infno, msgid, bytes, performance.now() - started)
      const body = new TextDecoder().decode(bytes)
      const ms = performance.now() - started
      // A token has its time; the next message asks for another.
      if (response.status === 401 && profile === 'oauth-sm') party = { ...party, token: undefined }
      const answer = {
        infno,
        msgid,
        status: response.status,
        ms,
        file: null,
        ...readAnswer(unsealed(body, call.unseal)),
      }
      if (infno === '9001' && answer.ok) signNo = String(answer.output?.signinoutb?.sign_no ?? '')
      return answer
    },
  }
}

/** A message and the file beside it, as a form; what is signed is the message. */
function formOf(message: string | Uint8Array, { name, bytes }: NonNullable<AskOptions['file']>): FormData {
  const form = new FormData()
  form.append('jsonStr', typeof message === 'string' ? message : new TextDecoder().decode(message))
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  return form
}

function fileAnswer(infno: string, msgid: string, file: Uint8Array, ms: number): Answer {
  return { infno, msgid, status: 200, ms, ok: true, reason: null, output: null, text: '', file }
}

function unsealed(body: string, unseal: (reply: string) => string): string {
  try {
    return unseal(body)
  } catch {
    return body
  }
}

function readAnswer(text: string): Pick<Answer, 'ok' | 'reason' | 'output' | 'text'> {
  try {
    const json = JSON.parse(text) as Record<string, unknown>
    const ok = String(json['infcode']) === '0'
    const reason = ok ? null : textOf(json['err_msg'] ?? json['message'] ?? json['detail'] ?? text)
    return { ok, reason, output: json['output'] ?? null, text }
  } catch {
    return { ok: false, reason: text.slice(0, 200) || '空报文', output: null, text }
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

async function tokenFor(url: string, { accessKey, keys }: Party): Promise<string> {
  const basic = Buffer.from(`${accessKey}:${keys.secret}`, 'utf8').toString('base64')
  const response = await fetch(`${url}/auth/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
  })
  const body = (await response.json()) as { access_token?: string; error_description?: string }
  if (body.access_token === undefined)
    throw new Error(`没有取得令牌：${body.error_description ?? response.status}`)
  return body.access_token
}
