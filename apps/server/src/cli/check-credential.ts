import { dayInChina, type PlainDate } from '@yichuang/kernel'
import { readFileSync } from 'node:fs'
import { readCredential, readRevocations, type Unreadable } from '../modules/referral/index.ts'
import { dayOption } from './clock-options.ts'
import { CommandFailed, misused, printJson, required } from './command.ts'

/** Options of `check credential`, as read. */
export interface CredentialOptions {
  readonly on?: string | undefined
  readonly keys?: string | undefined
  readonly revocations?: string | undefined
}

const WHY: Readonly<Record<Unreadable, readonly [zh: string, en: string]>> = {
  unreadable: [
    '没有读到完整的凭证。请重新扫描二维码，把全部文字放在引号里。',
    'No whole credential was read. Scan the QR code again and give all of its text in quotes.',
  ],
  'unknown-key': [
    '公钥文件里没有签名所用的密钥。请重新下载参保地的公钥。',
    'The key it is signed with is not in the file. Download the keys of the insured place again.',
  ],
  forged: [
    '签名不符，不是真的凭证。请勿采信，并向开具的医院核实。',
    'The signature does not fit: it is not genuine. Do not rely on it; ask the hospital that issued it.',
  ],
}

/** `yichuang check credential`: without a network, by the published keys. 0 only for one that is good on the day. */
export function checkCredential(text: string, options: CredentialOptions): number {
  const on = options.on === undefined ? dayInChina(new Date()) : dayOption('on', options.on)
  const keys = keysIn(required(options.keys, 'keys', 'keys.json'))
  const read = readCredential(text, (keyId) => keys.get(keyId))
  if (!read.ok) {
    const [zh, en] = WHY[read.why]
    throw new CommandFailed(1, { code: `credential-${read.why}`, zh, en, checked: 'credential' })
  }
  const { credential } = read
  const revocations = options.revocations === undefined ? undefined : listIn(options.revocations, keys)
  const revoked = revocations?.revoked.find(({ number }) => number === credential.number)?.on
  const state = stateOf(credential, revoked, on)
  printJson({
    ok: state === 'in-force',
    checked: 'credential',
    genuine: true,
    state,
    on,
    ...credential,
    // Without a list nobody knows here whether it was revoked.
    revocationsAsOf: revocations?.asOf ?? null,
    ...(revoked !== undefined && { revokedOn: revoked }),
  })
  return state === 'in-force' ? 0 : 1
}

function stateOf(
  { from, until }: { from: PlainDate; until: PlainDate },
  revoked: PlainDate | undefined,
  on: PlainDate,
) {
  if (revoked !== undefined && revoked <= on) return 'revoked'
  if (on < from) return 'coming'
  return on > until ? 'over' : 'in-force'
}

function keysIn(file: string): ReadonlyMap<string, Buffer> {
  const { keys } = jsonIn(file) as { keys?: unknown }
  const list = Array.isArray(keys) ? (keys as { keyId?: unknown; publicKey?: unknown }[]) : []
  const known = list.flatMap(({ keyId, publicKey }) => {
    const bytes = typeof publicKey === 'string' ? Buffer.from(publicKey, 'base64url') : Buffer.alloc(0)
    return typeof keyId === 'string' && bytes.length === 32 ? [[keyId, bytes] as const] : []
  })
  if (known.length > 0) return new Map(known)
  throw misused(
    'keys-file',
    `${file} 里没有公钥。请从 /api/v1/referrals/keys?regionCode=参保地代码 下载。`,
    `${file} holds no public key. Download it from /api/v1/referrals/keys?regionCode=<insured place>.`,
  )
}

function listIn(file: string, keys: ReadonlyMap<string, Buffer>) {
  const { signed } = jsonIn(file) as { signed?: unknown }
  const read = readRevocations(typeof signed === 'string' ? signed : '', (keyId) => keys.get(keyId))
  if (read.ok) return read.list
  throw misused(
    'revocations-file',
    `${file} 不是签名相符的撤销名单（${read.why}）。请从 /api/v1/referrals/revocations?regionCode=参保地代码 重新下载。`,
    `${file} is no list of revocations with a fitting signature (${read.why}). Download it again from /api/v1/referrals/revocations?regionCode=<insured place>.`,
  )
}

function jsonIn(file: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // said below, whichever it was
  }
  throw misused(
    'json-file',
    `读不到 ${file}，或它不是 JSON。请核对文件名。`,
    `${file} cannot be read, or is no JSON. Check the name.`,
  )
}
