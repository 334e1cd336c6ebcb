import { Finding, Skipped, type Kit } from './kit.ts'

/** One thing a centre must do, with where it is said. */
export interface Check {
  /** `A3`, `once-same-msgid` */
  readonly id: string
  readonly zh: string
  readonly en: string
  /** the part of docs/hospitals.md that says it, or the identity */
  readonly source: string
  /** Looks; throws a `Finding` or `Skipped`. */
  run(kit: Kit): Promise<void> | void
}

export interface Result {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly source: string
  readonly status: 'passed' | 'failed' | 'skipped'
  readonly finding: string | null
}

/** Runs checks one after the other. What breaks a check otherwise is a finding as well: the centre answered nonsense. */
export async function runChecks(checks: readonly Check[], kit: Kit): Promise<Result[]> {
  const results: Result[] = []
  for (const check of checks) {
    const { id, zh, en, source } = check
    const outcome = await attempt(() => check.run(kit))
    results.push({ id, zh, en, source, ...outcome })
  }
  return results
}

async function attempt(run: () => Promise<void> | void): Promise<Pick<Result, 'status' | 'finding'>> {
  try {
    await run()
    return { status: 'passed', finding: null }
  } catch (error) {
    if (error instanceof Skipped) return { status: 'skipped', finding: error.message }
    if (error instanceof Finding) return { status: 'failed', finding: error.message }
    const message = error instanceof Error ? error.message : String(error)
    return { status: 'failed', finding: `回复无法读取 the answer cannot be read: ${message}` }
  }
}

/** Throws a finding unless it holds. */
export function must(held: boolean, finding: string): void {
  if (!held) throw new Finding(finding)
}
