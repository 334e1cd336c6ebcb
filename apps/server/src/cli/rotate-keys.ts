import { readFileSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { sealedOfWithdrawals } from '../modules/account-withdrawal/index.ts'
import { sealedOfClearing } from '../modules/clearing/index.ts'
import { sealedOfClaims } from '../modules/claims/index.ts'
import { sealedOfInstitutions } from '../modules/hospital/index.ts'
import { sealedOfPeople } from '../modules/insured/index.ts'
import { sealedOfPayments } from '../modules/payments/index.ts'
import { sealedOfReconciliation } from '../modules/reconciliation/index.ts'
import { sealedOfReferrals } from '../modules/referral/index.ts'
import { sealedOfTreatFirst } from '../modules/treat-first/index.ts'
import { createBlindIndex } from '../platform/crypto.ts'
import { beginIndexKey, finishIndexKey } from '../platform/index-key.ts'
import { createLog } from '../platform/log.ts'
import { openPlatform } from '../platform/open.ts'
import { Refusal } from '../platform/refusal.ts'
import { rotateField, sealedReplies } from '../platform/rotate/index.ts'
import { printJson, readArgs } from './command.ts'
import { refusals } from './refusals.ts'

export const help = `Encrypts every stored row with the first key of YICHUANG_FIELD_KEY, so that older keys can be taken away; and changes
the index key, if a new one is given.

Usage: yichuang rotate-keys [--new-index-key-file FILE] [--data DIR] [--production]

  --new-index-key-file  64 hexadecimal digits; YICHUANG_INDEX_KEY is still the old key. The platform must be stopped
  --data                data directory, ./data unless told otherwise
  --production          the platform runs with --production

Without a new index key it works beside a running platform that has the same YICHUANG_FIELD_KEY. It may be ended at any
time, by force too: run again, it goes on with what is left.
Prints {"fields": [{"field", "rows", "written"}], "indexKey"}; progress goes to stderr.
`

/** Every encrypted column that outlives a session; a test compares it with the schema. */
export const fields = [
  ...sealedOfPeople,
  ...sealedOfClaims,
  ...sealedOfClearing,
  ...sealedOfWithdrawals,
  ...sealedOfPayments,
  ...sealedOfInstitutions,
  ...sealedOfReferrals,
  ...sealedOfReconciliation,
  ...sealedOfTreatFirst,
  sealedReplies,
]

export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs(args, {
    'new-index-key-file': { type: 'string' },
    data: { type: 'string' },
    production: { type: 'boolean' },
  })
  return refusals(async () => {
    const file = values['new-index-key-file']
    const newIndex = file === undefined ? undefined : createBlindIndex(indexKeyIn(file))
    const config = readConfig(values, process.env)
    if (!config.fieldKeys || !config.indexKey)
      throw new Refusal(
        '请先设置 YICHUANG_FIELD_KEY 和 YICHUANG_INDEX_KEY；演示用的自动生成密钥不能更换。',
        'Set YICHUANG_FIELD_KEY and YICHUANG_INDEX_KEY first; the generated keys of a demonstration are not changed.',
      )
    const platform = await openPlatform(config, {
      log: createLog('silent'),
      tell: () => undefined,
      // With two index keys in one database a running server would not find people.
      beside: newIndex === undefined,
      changingIndexKey: newIndex !== undefined,
    })
    try {
      const { database, cipher } = platform.deps
      if (newIndex) await beginIndexKey(database.db, newIndex)
      const done = []
      for (const field of fields) {
        const rotated = await rotateField(field, { database, cipher, fieldKeys: config.fieldKeys, newIndex })
        process.stderr.write(`${JSON.stringify(rotated)}\n`)
        done.push(rotated)
      }
      if (newIndex) await finishIndexKey(database.db, newIndex)
      printJson({ fields: done, indexKey: newIndex ? 'changed' : 'unchanged' })
    } finally {
      await platform.close()
    }
  })
}

function indexKeyIn(file: string): Buffer {
  const text = read(file).trim()
  if (/^[0-9a-fA-F]{64}$/.test(text)) return Buffer.from(text, 'hex')
  throw new Refusal(
    `${file} 中应为 64 位十六进制的密钥；可用 openssl rand -hex 32 生成。`,
    `${file} must hold a key of 64 hexadecimal digits; openssl rand -hex 32 makes one.`,
  )
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new Refusal(`文件 ${file} 无法读取（${code}）。`, `${file} cannot be read (${code}).`, { cause })
  }
}
