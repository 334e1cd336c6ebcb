import { openInsured } from '../modules/insured/index.ts'
import { misused, printJson, readArgs } from './command.ts'
import { accounts } from './load/accounts.ts'
import { cardSettlements } from './load/card-settlements.ts'
import { feeCatalogue } from './load/fee-catalogue.ts'
import { hospitals } from './load/hospitals.ts'
import type { Kind } from './load/kind.ts'
import { loadFile, type LoadOptions } from './load/load-file.ts'
import { offices } from './load/offices.ts'
import { persons } from './load/persons.ts'
import { personGroupsOfFile } from './load/person-groups.ts'
import { cityOption, onPlatform } from './load/platform.ts'

export const help = `Loads what an agency knows already from a file: .csv (UTF-8 or GB18030) or .xlsx.

Usage: yichuang load <kind> FILE --region CITY [--dry-run] [--data DIR] [--production]

  offices           经办机构 offices below the city's
  hospitals         定点医疗机构 designated institutions
  fee-catalogue     医保目录 drugs, services and supplies with class and share
  persons           参保人 insured people with their enrolments and employers
  person-groups     人群 groups of people whose benefits differ, with the register they were taken from
  accounts          个人账户 what personal accounts hold by the agency's books
  card-settlements  已刷卡结算的票据 bills that were settled by card and cannot be claimed

  --region      code of the city, which yichuang found has opened
  --dry-run     check only; nothing is stored
  --data        data directory, ./data unless told otherwise; with DATABASE_URL that database
  --production  the platform runs with --production

docs/data-files.md shows the columns of each kind with an example. The file is checked whole first; every fault is told
with its row and column, and nothing is stored. The same file again changes nothing. Works beside a running platform.
Prints {"kind", "rows", "written"?, "ignoredColumns"}; how far it is goes to stderr, a line now and then.

Example: yichuang load persons persons.csv --region 330600 --production
`

/** Every kind of file, by its name on the command line. */
export const kinds = {
  offices,
  hospitals,
  'fee-catalogue': feeCatalogue,
  persons,
  'person-groups': personGroupsOfFile,
  accounts,
  'card-settlements': cardSettlements,
} as const

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(
    args,
    {
      region: { type: 'string' },
      'dry-run': { type: 'boolean' },
      data: { type: 'string' },
      production: { type: 'boolean' },
    },
    2,
  )
  const [name, file] = positionals
  const names = Object.keys(kinds)
  if (name === undefined || !Object.hasOwn(kinds, name) || file === undefined)
    throw misused(
      'load-what',
      `请写明种类和文件。种类：${names.join('、')}。例如 yichuang load persons persons.csv --region 330600。`,
      `Say which kind and which file. Kinds: ${names.join(', ')}. E.g. yichuang load persons persons.csv --region 330600.`,
    )
  const regionCode = cityOption(values.region)
  const kind = kinds[name as keyof typeof kinds] as unknown as Kind
  return onPlatform(values, async (deps) => {
    openInsured({ cipher: deps.cipher, blindIndex: deps.blindIndex, places: () => new Map() })
    const options: LoadOptions = { regionCode, dryRun: values['dry-run'] ?? false, progress: teller() }
    printJson({ kind: name, ...(await loadFile(name, kind, file, deps, options)) })
  })
}

const WORDS = { checking: '已检查 checked', loading: '已导入 loaded' } as const
const EVERY_MS = 2000

/** Says how far it is every two seconds; checking is told to people only, so that faults stay JSON for programs. */
function teller(): NonNullable<LoadOptions['progress']> {
  let next = performance.now() + EVERY_MS
  return (stage, rows) => {
    if (performance.now() < next || (stage === 'checking' && !process.stderr.isTTY)) return
    next = performance.now() + EVERY_MS
    process.stderr.write(`· ${WORDS[stage]}: ${rows}\n`)
  }
}
