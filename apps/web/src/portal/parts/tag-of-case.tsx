import type { CaseSummary } from '@yichuang/contracts'
import { useCaseTexts } from '../messages/case.ts'

const DONE: readonly string[] = ['approved', 'paid']
const CARE: readonly string[] = ['draft', 'supplementing', 'payment-failed']

/** The state of a case in the server's words, with a tone. */
export function CaseTag({ of }: { of: Pick<CaseSummary, 'state' | 'stateName'> }) {
  const tone = DONE.includes(of.state) ? 'done' : CARE.includes(of.state) ? 'care' : 'live'
  return <span className={`tag ${tone}`}>{of.stateName}</span>
}

/** How the clock of a case stands, in a few words. */
export function ClockWords({ of }: { of: Pick<CaseSummary, 'daysLeft' | 'overdue' | 'paused'> }) {
  const t = useCaseTexts()
  if (of.overdue) return <span className="tag fault">{t.overdue}</span>
  if (of.paused) return <span>{t.paused}</span>
  if (of.daysLeft === null) return null
  return <span>{of.daysLeft === 0 ? t.lastDay : t.daysLeft(of.daysLeft)}</span>
}
