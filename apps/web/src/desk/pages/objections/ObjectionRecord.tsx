import { Skeleton } from 'antd'
import { Link } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { useCase } from '../case/case-context.tsx'
import { Settlement } from './Settlement.tsx'
import { objectionWords } from './words.ts'

/** What an objection is about, what the institution says, and how it is put right; on the case page. */
export function ObjectionRecord() {
  const { view } = useCase()
  const { caseId, regionCode } = view
  const found = useGet('getObjection', { params: { caseId }, query: { regionCode } })
  if (found.error && !found.data)
    return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton active />
  const { objection } = found.data
  if (!objection) return null
  const { settlement } = objection
  return (
    <div className="stack">
      <Word of={objection} />
      <Remedy of={objection} number={view.number} />
      <Settlement
        regionCode={settlement.regionCode}
        settlementId={settlement.settlementId}
        named={view.content.objection?.lines ?? []}
      />
    </div>
  )
}

type Told = NonNullable<Reply<'getObjection'>['objection']>

function Word({ of: { word, askedOn } }: { of: Told }) {
  const text = useWords(objectionWords)
  return (
    <div>
      <h3>{text.institutionWord}</h3>
      {word ? (
        <blockquote className="citation">
          <p className="muted small flat">
            {word.by} {showDay(word.on)}
          </p>
          {word.text}
        </blockquote>
      ) : (
        <p className="muted flat">{askedOn ? text.noWord(showDay(askedOn)) : text.elsewhere}</p>
      )}
    </div>
  )
}

function Remedy(props: { of: Told; number: string | null }) {
  const text = useWords(objectionWords)
  const { has } = useDesk()
  const { remedy, settlement, settledAgain } = props.of
  if (!remedy) return null
  return (
    <div>
      <h3>{text.remedy}</h3>
      <p className="flat">{text.remedies[remedy]}</p>
      {remedy === 'resettle' && settlement.cancelled && (
        <p className="flat">{settledAgain ? text.settledAgain(settledAgain) : text.takenBack}</p>
      )}
      {remedy === 'correct' && has('reviewer', 'finance', 'supervisor') && (
        <p className="flat">
          <Link href={`/corrections/new?${correcting(settlement.settlementId, props.number)}`}>
            {text.openCorrection}
          </Link>
        </p>
      )}
    </div>
  )
}

/** What the page of a new correction is told: which settlement, why, and by which objection. */
function correcting(settlementId: string, number: string | null): string {
  const asked = new URLSearchParams({ subject: `settlement:${settlementId}`, reason: 'objection' })
  if (number !== null) asked.set('document', number)
  return asked.toString()
}
