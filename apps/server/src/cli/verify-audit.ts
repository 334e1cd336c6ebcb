import { readConfig } from '../config.ts'
import { verifyChains, verifyStreams, type Verdict, type WholeChain } from '../modules/audit/index.ts'
import { allChains, findStrayEvent } from '../modules/cases/index.ts'
import { caseChain } from '../modules/supervision/index.ts'
import type { Db } from '../platform/db.ts'
import { createLog } from '../platform/log.ts'
import { openPlatform } from '../platform/open.ts'
import { Refusal } from '../platform/refusal.ts'
import { CommandFailed, printJson, readArgs } from './command.ts'

export const help = `Recomputes every hash chain of the database: the events of all cases, and the audit trail of people, staff,
offices and payment runs. Stops at the first row that was changed, is missing, or should not be there, and names it.

Usage: yichuang verify-audit [--data folder] [--production]

  --data folder   data directory (otherwise YICHUANG_DATA, or ./data); with DATABASE_URL that database
  --production    the database belongs to production

Works beside a running platform. Prints {intact, cases: {chains, rows}, trail: {chains, rows}, broken?}.
Exit code: 0 everything holds, 1 a chain is broken, 2 the command cannot be understood.
`

/** Runs the command; resolves with the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs(args, { data: { type: 'string' }, production: { type: 'boolean' } })
  const platform = await open(values)
  try {
    const answer = await verifyAll(platform.deps.database.db)
    printJson(answer)
    if (answer.intact) return 0
    const { chain, seq, why } = answer.broken!
    throw new CommandFailed(1, {
      code: 'chain-broken',
      zh: `${chain} 的第 ${seq} 条记录${WHY[why].zh}。请保留现场，并用备份核对。`,
      en: `Row ${seq} of ${chain} ${WHY[why].en}. Keep everything as it is and compare with a backup.`,
      chain,
      seq,
      why,
    })
  } finally {
    await platform.close()
  }
}

const WHY = {
  changed: { zh: '被改动过', en: 'was changed' },
  missing: { zh: '缺失', en: 'is missing' },
  end: { zh: '不应存在', en: 'should not be there' },
} as const

/** What the walk over everything found; stops at the first chain that does not hold. */
export interface AuditAnswer {
  readonly intact: boolean
  readonly cases: Pick<Verdict, 'chains' | 'rows'>
  readonly trail: Pick<Verdict, 'chains' | 'rows'>
  readonly broken?: NonNullable<Verdict['broken']>
}

export async function verifyAll(db: Db): Promise<AuditAnswer> {
  const cases = await verifyChains(chainsOfCases(db))
  const stray = cases.broken ? undefined : await findStrayEvent(db)
  const trail = await verifyStreams(db)
  const broken =
    cases.broken ??
    (stray && { chain: `${stray.regionCode} case:${stray.caseId}`, seq: stray.seq, why: 'end' as const }) ??
    trail.broken
  const counts = ({ chains, rows }: Verdict) => ({ chains, rows })
  return { intact: !broken, cases: counts(cases), trail: counts(trail), ...(broken && { broken }) }
}

async function* chainsOfCases(db: Db): AsyncGenerator<WholeChain> {
  for await (const whole of allChains(db)) yield caseChain(whole)
}

async function open(values: { data?: string; production?: boolean }) {
  try {
    const config = readConfig(values, process.env)
    return await openPlatform(config, { log: createLog('silent'), tell: () => undefined, beside: true })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [zh = '', en = zh] = error.message.split('\n')
    throw new CommandFailed(2, { code: 'cannot-open', zh, en })
  }
}
