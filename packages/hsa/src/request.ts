import { parsed } from '@yichuang/kernel'
import { faultAt, notJson } from './faults.ts'
import type { HsaParsed } from './faults.ts'
import { isObject, parseJson } from './json.ts'
import { byFoldedKey, foldKey } from './keys.ts'
import { isEmpty, UNSEEN } from './values.ts'

/** The outer part of a message, before anything of its `input` is understood. */
export interface Envelope {
  /** 4 to 6 characters, capitals: `2203A` */
  readonly infno: string
  /** opaque, unique per institution; never taken apart */
  readonly msgid: string
  readonly fixmedinsCode: string
  readonly fixmedinsName: string
  /** place of care (就医地医保区划), 6 digits */
  readonly careRegion: string
  /** insured place (参保地医保区划), 6 digits; undefined means local */
  readonly insuredRegion: string | undefined
  readonly signNo: string | undefined
  readonly operator: { readonly kind: string; readonly id: string; readonly name: string }
  /** `1`, `1.0`, `V1.0` and `1.0.0` are all `1.0` */
  readonly version: string
  /** what the client says the time is; not a clock to order by */
  readonly sentAt: string | undefined
  readonly receiver: string | undefined
  readonly device: { readonly number: string | undefined; readonly safety: string | undefined }
  readonly signature: {
    readonly value: string | undefined
    readonly kind: string | undefined
    readonly cipher: string | undefined
  }
  /** an object where it is plain, text where it is enciphered */
  readonly input: unknown
}

/** Longest message taken, in characters: a stay of some thousand fee lines. */
export const LONGEST_MESSAGE = 8_000_000

/** Reads the text of a message. Keys nobody knows are passed over; what identifies must be right. */
export function readRequest(text: string): HsaParsed<Envelope> {
  if (text.length > LONGEST_MESSAGE) return faultAt('too-long', { node: '' })
  const json = parseJson(text)
  if (json === undefined) return notJson()
  return readEnvelope(json)
}

/** Reads a message that is parsed already. */
export function readEnvelope(json: unknown): HsaParsed<Envelope> {
  if (!isObject(json)) return faultAt('not-an-object', { node: '' })
  const sent = byFoldedKey(json)
  const all: TakeAll = (key) =>
    (sent.get(foldKey(key)) ?? []).map(textOf).filter((text) => text !== undefined)
  const take = (key: string) => all(key)[0]
  const wrong = identityFault(all)
  if (wrong) return wrong
  return parsed({
    infno: take('infno')!.toUpperCase(),
    msgid: take('msgid')!,
    fixmedinsCode: take('fixmedins_code')!,
    fixmedinsName: take('fixmedins_name') ?? '',
    careRegion: careRegions(all)[0]!,
    insuredRegion: take('insuplc_admdvs'),
    signNo: take('sign_no'),
    operator: {
      kind: take('opter_type') ?? '',
      id: take('opter') ?? '',
      name: take('opter_name') ?? '',
    },
    version: plainVersion(take('infver')),
    sentAt: take('inf_time'),
    receiver: take('recer_sys_code'),
    device: { number: take('dev_no'), safety: take('dev_safe_info') },
    signature: { value: take('cainfo'), kind: take('signtype'), cipher: take('enctype') },
    input: sent.get('input')?.find((value) => !isEmpty(value)),
  })
}

type TakeAll = (key: string) => readonly string[]

function identityFault(all: TakeAll) {
  const insured = all('insuplc_admdvs')
  const checks = [
    ['infno', '交易编号', all('infno'), /^[0-9]{4}[0-9A-Za-z]{0,2}$/],
    ['msgid', '发送方报文ID', all('msgid'), /^[\x21-\x7e]{1,64}$/],
    ['fixmedins_code', '定点医药机构编号', all('fixmedins_code'), /^[A-Za-z0-9_-]{1,30}$/],
    ['mdtrtarea_admvs', '就医地医保区划', careRegions(all), /^\d{6}$/],
    ['insuplc_admdvs', '参保地医保区划', insured.length === 0 ? ['000000'] : insured, /^\d{6}$/],
  ] as const
  for (const [field, name, values, shape] of checks) {
    const [first] = values
    if (first === undefined) return faultAt('missing', { node: '', field, name })
    if (!shape.test(first)) return faultAt('shape', { node: '', field, name })
    if (values.some((value) => value !== first)) return faultAt('contradiction', { node: '', field, name })
  }
  return undefined
}

/** The standard spells it without the second d; some clients do not. */
function careRegions(all: TakeAll): readonly string[] {
  return [...all('mdtrtarea_admvs'), ...all('mdtrtarea_admdvs')]
}

function textOf(value: unknown): string | undefined {
  if (isEmpty(value)) return undefined
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || UNSEEN.test(value) || !value.isWellFormed()) return undefined
  return value.trim()
}

function plainVersion(text: string | undefined): string {
  const match = /^[Vv]?(\d{1,3})(?:\.(\d{1,3}))?/.exec(text ?? '1.0')
  return match ? `${match[1]}.${match[2] ?? '0'}` : '1.0'
}
