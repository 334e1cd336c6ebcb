import { runChecks, type Check, type Result } from './check.ts'
import { booksChecks } from './checks-books.ts'
import { filingChecks } from './checks-filings.ts'
import { identityChecks } from './checks-identities.ts'
import { onceChecks } from './checks-once.ts'
import { queryChecks } from './checks-queries.ts'
import { refusalChecks } from './checks-refusals.ts'
import { replyChecks } from './checks-replies.ts'
import { shapeChecks } from './checks-shapes.ts'
import { stayChecks } from './checks-stays.ts'
import { openKit } from './kit.ts'
import type { DayBooks, Target } from './target.ts'

/** Every check, in the order in which they run: those that look at all replies come last. */
export const checks: readonly Check[] = [
  ...shapeChecks,
  ...identityChecks,
  ...onceChecks,
  ...stayChecks,
  ...filingChecks,
  ...queryChecks,
  ...refusalChecks,
  ...booksChecks,
  ...replyChecks,
]

/** What an examination found. It holds no name, number of a person, or secret. */
export interface Report {
  readonly kit: 'yichuang-conformance'
  readonly version: 1
  readonly centre: string
  readonly institution: string
  readonly profile: string
  readonly startedAt: string
  readonly endedAt: string
  readonly messages: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly results: readonly Result[]
}

/** Examines a centre. It books real visits and settlements of the person named, and takes most of them not back. `keep` gets what it settled. */
export async function examine(
  target: Target,
  wanted: readonly Check[] = checks,
  keep?: (books: DayBooks) => void,
): Promise<Report> {
  const startedAt = new Date().toISOString()
  const kit = openKit(target)
  const day = target.station.today()
  const results = await runChecks(wanted, kit)
  keep?.({ day, rows: kit.books.rows(day), reversed: kit.books.reversed(day) })
  const count = (status: Result['status']) => results.filter((result) => result.status === status).length
  const hidden = hide(target)
  return {
    kit: 'yichuang-conformance',
    version: 1,
    centre: target.station.url,
    institution: target.station.institution.code,
    profile: target.station.profile,
    startedAt,
    endedAt: new Date().toISOString(),
    messages: kit.answers.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    results: results.map((result) => ({
      ...result,
      finding: result.finding === null ? null : hidden(result.finding),
    })),
  }
}

/** A report is passed on; who was treated for it is nobody's business. */
function hide({ idNumber, station }: Target): (text: string) => string {
  const { secret } = station.party.keys
  return (text) =>
    text
      .replaceAll(idNumber, '***')
      .replaceAll(secret, '***')
      .replace(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g, '***')
}
