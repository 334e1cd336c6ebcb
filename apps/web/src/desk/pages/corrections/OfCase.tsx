import { Link } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import { useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { correctionWords } from './words.ts'

/** What was corrected of a decision, and the way to a correction of it. */
export function CorrectionsOf(props: {
  kind: 'case' | 'settlement'
  id: string
  regionCode: string
  /** whether it is paid for good, so that only a correction can change it */
  paid: boolean
}) {
  const text = useWords(correctionWords)
  const { kind, id, regionCode, paid } = props
  const { has } = useDesk()
  const reads = has('reviewer', 'approver', 'finance', 'supervisor', 'auditor')
  const read = useGet('correctionsOf', { params: { kind, id }, query: { regionCode } }, { enabled: reads })
  const items = read.data?.items ?? []
  const mayPropose = paid && has('reviewer', 'finance', 'supervisor')
  if (items.length === 0 && !mayPropose) return null
  return (
    <div className="stack tight">
      {items.map(({ correctionId, number, decidedOn, decision }) => (
        <p key={correctionId} className="flat">
          <Link href={`/corrections/${correctionId}`}>
            {text.correct} {number}
          </Link>{' '}
          {showDay(decidedOn)} · {text.before} {showYuan(decision.before.fund)} · {text.after}{' '}
          {showYuan(decision.after.fund)}
        </p>
      ))}
      {mayPropose && (
        <p className="flat">
          <Link href={`/corrections/new?subject=${kind}:${id}`}>{text.newTitle}</Link>
        </p>
      )}
    </div>
  )
}
