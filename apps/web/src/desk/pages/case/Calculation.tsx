import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { saveFile } from '../../parts/save-file.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { CalculationBasis, Trace } from '../../parts/Trace.tsx'
import { useCase } from './case-context.tsx'
import { useCoding } from './coding-state.tsx'
import { Workings } from './Workings.tsx'
import { workingsWords } from './workings-words.ts'

const views = ['table', 'sentences', 'audit'] as const

/** One calculation told three ways: the reviewer's table, what the person is told, and the text that is stored. */
export function Calculation() {
  const { calculation } = useCoding()
  const { has } = useDesk()
  const text = useWords(workingsWords)
  // Who checks the figures starts with the table; at the window people are told sentences.
  const [shown, setShown] = useState<(typeof views)[number]>(
    has('reviewer', 'approver', 'finance', 'auditor') ? 'table' : 'sentences',
  )
  if (!calculation?.explanation) return <Trace calculation={calculation} />
  return (
    <div className="stack">
      <Segmented
        aria-label={text.views}
        value={shown}
        onChange={setShown}
        options={views.map((value) => ({ value, label: text[value] }))}
      />
      {shown === 'sentences' ? (
        <Trace calculation={calculation} />
      ) : (
        <>
          <CalculationBasis calculation={calculation} />
          <InFull as={shown} />
        </>
      )}
    </div>
  )
}

/** The table or the stored text: of the coding on screen while it is being done, else of what the case holds. */
function InFull({ as }: { as: 'table' | 'audit' }) {
  const { view } = useCase()
  const { workings: live } = useCoding()
  const text = useWords(workingsWords)
  const { caseId, regionCode } = view
  const stored = useGet('getWorkings', { params: { caseId }, query: { regionCode } }, { enabled: !live })
  const workings = live ?? stored.data?.workings
  if (stored.error && !workings)
    return <ProblemAlert error={stored.error} onRetry={() => void stored.refetch()} />
  if (!workings) return <p className="muted">{stored.isLoading ? text.loading : text.none}</p>
  if (as === 'table') return <Workings rows={workings.rows} />
  const name = `${view.number ?? view.caseId}-trace.json`
  const hash = `SM3 ${workings.hash}`
  return (
    <>
      <p className="flat">
        {view.decision ? text.auditDecided : text.auditOpen} <span className="hash">{hash}</span>
      </p>
      <div>
        <Button
          onClick={() => saveFile({ blob: new Blob([workings.audit], { type: 'application/json' }), name })}
        >
          {text.save}
        </Button>
      </div>
      <ScrollRegion label={text.audit} className="audit-text">
        <pre>{JSON.stringify(JSON.parse(workings.audit), null, 2)}</pre>
      </ScrollRegion>
    </>
  )
}
