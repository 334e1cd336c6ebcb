import { Alert, Drawer, Skeleton } from 'antd'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { Trace } from '../../parts/Trace.tsx'
import { policyWords } from './words.ts'

type Side = Reply<'getTrialCase'>['draft']

/** One decision under both rules, both explanations side by side. */
export function TrialCase(props: {
  trialId: string
  regionCode: string
  caseId: string
  onClose: () => void
}) {
  const text = useWords(policyWords)
  const { onClose, ...params } = props
  const pair = useGet('getTrialCase', { params }, { staleTime: Infinity })
  const { data } = pair
  return (
    <Drawer open onClose={onClose} title={text.sideBySide} size={1180}>
      <ProblemAlert error={pair.error} onRetry={() => void pair.refetch()} />
      {pair.isLoading && <Skeleton active />}
      {data && (
        <>
          <p className="muted">
            {data.number} · {showDay(data.on)}
          </p>
          <div className="policy-two">
            <SideView title={text.inForceSide} side={data.inForce} />
            <SideView title={text.draftSide} side={data.draft} />
          </div>
        </>
      )}
    </Drawer>
  )
}

function SideView({ title, side }: { title: string; side: Side }) {
  const text = useWords(policyWords)
  return (
    <section>
      <h3>
        {title} {side.fund !== null && <strong className="num">{showYuan(side.fund)}</strong>}
      </h3>
      {side.missing.length > 0 && (
        <Alert type="error" showIcon title={text.missing} description={side.missing.join(' ')} />
      )}
      {side.explanation && (
        <Trace
          calculation={{
            basis: 'coded',
            amounts: null,
            explanation: side.explanation,
            borrowed: null,
            missing: [],
            assumptions: [],
          }}
        />
      )}
    </section>
  )
}
