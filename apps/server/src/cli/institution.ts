import { readFileSync } from 'node:fs'
import { SYSTEM } from '../modules/audit/index.ts'
import {
  addAccess,
  listAccess,
  profileNames,
  rotateAccess,
  type NewAccess,
} from '../modules/hospital/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { misused, printJson, readArgs, required } from './command.ts'
import { cityOption, onPlatform } from './load/platform.ts'

export const help = `Connects hospitals' and pharmacies' systems: who signs how, and with which secret.

Usage: yichuang institution list   --region CITY [--institution CODE]
       yichuang institution add    --region CITY --institution CODE --profile PROFILE [--key KEY] [--secret-file FILE]
                                   [--public-key HEX] [--address NETWORK]... [--infcode text] [--success-word WORD]
       yichuang institution rotate --region CITY --access ID [--overlap-days DAYS] [--secret-file FILE] [--public-key HEX]

  --profile       gateway, x-tif, x-ca, apikey, oauth-sm, card-token, plain, sm2-sm4 or mobile; docs/hospitals.md
  --key           access key, paas id, client id or app id, where the institution has one already
  --secret-file   a secret the institution has already; a new one is made otherwise. Never on the command line
  --public-key    the institution's SM2 key: 04 and 128 hexadecimal digits
  --address       where its messages may come from; must be named for plain, which signs nothing
  --infcode       text: this client expects "0" and not 0
  --success-word  what this client expects in err_msg on success: success or 成功; nothing otherwise
  --overlap-days  how long the old secret stays valid beside the new one, 7 unless told otherwise
  --data          data directory, ./data unless told otherwise; with DATABASE_URL that database
  --production    the platform runs with --production

Works beside a running platform, which knows a change within five seconds. add and rotate print the secret, once.

Example: yichuang institution add --region 330600 --institution H33060200001 --profile x-ca --production
`

export async function run([what = '', ...args]: readonly string[]): Promise<number> {
  const { values } = readArgs(args, {
    region: { type: 'string' },
    institution: { type: 'string' },
    profile: { type: 'string' },
    access: { type: 'string' },
    key: { type: 'string' },
    'secret-file': { type: 'string' },
    'public-key': { type: 'string' },
    address: { type: 'string', multiple: true },
    infcode: { type: 'string' },
    'success-word': { type: 'string' },
    'overlap-days': { type: 'string' },
    data: { type: 'string' },
    production: { type: 'boolean' },
  })
  const regionCode = cityOption(values.region)
  const secret = values['secret-file'] === undefined ? undefined : secretIn(values['secret-file'])
  const publicKey = values['public-key']
  const by = ({ clock, cipher }: Deps) => ({ actor: SYSTEM, at: clock.now(), wall: new Date(), cipher })

  if (what === 'list')
    return onPlatform(values, async ({ database, cipher }) =>
      printJson({ items: await listAccess(database.forRegion(regionCode), cipher, values.institution) }),
    )
  if (what === 'add') {
    const asked: NewAccess = {
      institutionCode: required(values.institution, 'institution', 'H33060200001'),
      profile: oneOf('profile', required(values.profile, 'profile', 'x-ca'), profileNames),
      accessKey: values.key,
      secret,
      publicKey,
      addresses: values.address,
      infcode:
        values.infcode === undefined
          ? undefined
          : oneOf('infcode', values.infcode, ['number', 'text'] as const),
      successWord:
        values['success-word'] === undefined
          ? undefined
          : oneOf('success-word', values['success-word'], ['success', '成功'] as const),
    }
    return onPlatform(values, async (deps) =>
      printJson(
        await inTransaction(deps.database.forRegion(regionCode), (db) => addAccess(db, asked, by(deps))),
      ),
    )
  }
  if (what === 'rotate') {
    const accessId = required(values.access, 'access', '0198…')
    const overlapDays = daysIn(values['overlap-days'] ?? '7')
    return onPlatform(values, async (deps) =>
      printJson(
        await inTransaction(deps.database.forRegion(regionCode), (db) =>
          rotateAccess(db, accessId, { overlapDays, secret, publicKey }, by(deps)),
        ),
      ),
    )
  }
  throw misused(
    'institution-what',
    '请说明要做什么：list、add 或 rotate。请用 --help 查看用法。',
    'Say what to do: list, add or rotate. See --help.',
  )
}

function secretIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw misused(
      'secret-file',
      `无法读取密钥文件 ${file}。请检查路径与权限。`,
      `The file ${file} with the secret cannot be read. Check path and permissions.`,
    )
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value)
  if (found !== undefined) return found
  throw misused(
    'option-value',
    `--${option} 应为 ${allowed.join('、')} 之一。`,
    `--${option} must be one of ${allowed.join(', ')}.`,
  )
}

function daysIn(text: string): number {
  if (/^\d{1,2}$/.test(text) && Number(text) <= 90) return Number(text)
  throw misused(
    'overlap-days',
    '--overlap-days 应为 0 至 90 的整数。',
    '--overlap-days must be a whole number from 0 to 90.',
  )
}
