import {
  dayInChina,
  parseCaseNumber,
  parseCreditCode,
  parseItemCode,
  parseRegion,
  parseResidentId,
} from '@yichuang/kernel'
import type { Parsed } from '@yichuang/kernel'
import { checkCredential } from './check-credential.ts'
import { dayOption } from './clock-options.ts'
import { CommandFailed, cliFault, misused, printJson, readArgs } from './command.ts'

export const help = `Checks a code and prints what it says; says what is wrong with it, where and how to mend it.

Usage: yichuang check <kind> <value> [--on <day>] [--keys <file>] [--revocations <file>]

  resident-id  identity number (公民身份号码, GB 11643), 18 characters or the old 15 digits
               --on: nobody is born after this day (default: today in China)
  credit-code  unified social credit code (统一社会信用代码, GB 32100, with the GB 11714 code inside)
  region       region code of GB/T 2260 or of the medical-insurance regions (医保区划)
  item-code    item code: basic (12) or implementation (31)
  case-number  number of a case (办件编号)
  credential   referral credential (转诊凭证): the text of its QR code, checked without a network
               --keys: file with the public keys of the insured place (GET /api/v1/referrals/keys)
               --revocations: its list of revoked ones (GET /api/v1/referrals/revocations)
               --on: the day on which it is used

Example: yichuang check resident-id 11010519491231002X
`

const kinds: Readonly<Record<string, (value: string, on: string | undefined) => Parsed<unknown>>> = {
  'resident-id': (value, on) =>
    parseResidentId(value, { notAfter: on === undefined ? dayInChina(new Date()) : dayOption('on', on) }),
  'credit-code': parseCreditCode,
  region: parseRegion,
  'item-code': parseItemCode,
  'case-number': parseCaseNumber,
}

/** `yichuang check`: prints what the code says, or ends with 1 and the fault. */
export function run(args: readonly string[]): number {
  const text = { type: 'string' } as const
  const { values, positionals } = readArgs(args, { on: text, keys: text, revocations: text }, 2)
  const [kind, value] = positionals
  if (kind === 'credential' && value !== undefined) return checkCredential(value, values)
  const parse = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  const names = [...Object.keys(kinds), 'credential']
  if (!parse || value === undefined)
    throw misused(
      'check-what',
      `请写明要检查的种类和值。种类：${names.join('、')}。例如 yichuang check region 330602。`,
      `Say which kind and which value to check. Kinds: ${names.join(', ')}. E.g. yichuang check region 330602.`,
    )
  const result = parse(value, values.on)
  if (!result.ok) throw new CommandFailed(1, { ...cliFault(result.fault), checked: kind })
  // A credit code has a kind of its own, of organisation; what was asked for stands beside it.
  printJson({ ok: true, checked: kind, ...(result.value as object) })
  return 0
}
