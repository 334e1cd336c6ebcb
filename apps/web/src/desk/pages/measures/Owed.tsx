import { App, Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { caseAddress } from '../../parts/CaseTable.tsx'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { refresh, useAct, usePages, type Reply } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { measuresWords } from './words.ts'
import './measures.css'

type Paper = Reply<'listOwed'>['items'][number]
type Outcome = 'extended' | 'waived' | 'enforced'

/** The page of its own for those who handle cases. */
export function OwedPage() {
  const text = useWords(measuresWords)
  return (
    <div className="page">
      <h1>{text.tabs.owed}</h1>
      <Owed />
    </div>
  )
}

/** What cases accepted without papers still owe, the nearest day first; a missed one waits for somebody's decision. */
export function Owed() {
  const { owed: text } = useWords(measuresWords)
  const { office, has } = useDesk()
  const [settling, setSettling] = useState<Paper | null>(null)
  const papers = usePages('listOwed', {
    query: { regionCode: office.regionCode, officeId: office.officeId, limit: 50 },
  })
  return (
    <section className="panel">
      <Listing list={papers} empty={text.none} teach={text.noneText}>
        {(rows) => (
          <RowTable
            label={text.material}
            rows={rows}
            keyOf={({ caseId, materialId }) => caseId + materialId}
            columns={[
              {
                title: text.number,
                cell: (paper) => (
                  <Link href={caseAddress(paper)} className="case-number">
                    {paper.caseNumber}
                  </Link>
                ),
              },
              {
                title: text.material,
                cell: (paper) => (
                  <>
                    {paper.name}
                    <div className="muted small">{paper.measureTitle}</div>
                  </>
                ),
              },
              {
                title: text.due,
                cell: (paper) => (
                  <>
                    {showDay(paper.dueOn)}
                    {paper.remindedOn && (
                      <div className="muted small">{text.reminded(showDay(paper.remindedOn))}</div>
                    )}
                  </>
                ),
              },
              {
                title: text.state,
                cell: (paper) => (
                  <Mark tone={paper.state === 'overdue' ? 'bad' : 'soon'}>
                    {paper.state === 'overdue' ? text.overdueBy(-paper.daysLeft) : text.states[paper.state]}
                  </Mark>
                ),
              },
              {
                title: text.act,
                cell: (paper) =>
                  has('reviewer', 'supervisor', 'leader') && (
                    <Button size="small" onClick={() => setSettling(paper)}>
                      {text.act}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Listing>
      {settling && <Settle paper={settling} onClose={() => setSettling(null)} />}
    </section>
  )
}

function Settle({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const all = useWords(measuresWords)
  const text = all.owed
  const { message } = App.useApp()
  const [outcome, setOutcome] = useState<Outcome>('extended')
  const [until, setUntil] = useState('')
  const id = useId()
  const act = useAct('settleOwed', () => refresh('listOwed', 'measuresPanel', 'measureUsage'))
  return (
    <ReasonDialog
      open
      title={text.title}
      text={`${paper.caseNumber} ${paper.name}`}
      label={all.reason}
      ready={outcome !== 'extended' || until !== ''}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({
          params: { caseId: paper.caseId, materialId: paper.materialId },
          body: {
            regionCode: paper.regionCode,
            outcome,
            reason,
            ...(outcome === 'extended' && { until }),
          },
        })
        void message.success(all.changed)
        return true
      }}
    >
      <fieldset className="measure-choice">
        <legend>{text.outcome}</legend>
        <Radio.Group
          value={outcome}
          onChange={({ target }) => setOutcome(target.value as Outcome)}
          options={(['extended', 'waived', 'enforced'] as const).map((value) => ({
            value,
            label: text.outcomes[value],
          }))}
        />
      </fieldset>
      {outcome === 'extended' && (
        <div>
          <label htmlFor={id}>{text.newDay}</label>
          <Input id={id} type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
        </div>
      )}
    </ReasonDialog>
  )
}
