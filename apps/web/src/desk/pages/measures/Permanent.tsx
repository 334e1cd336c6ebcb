import { App, Button, Input, Select, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { useLocation } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { Changes } from '../policy/Changes.tsx'
import { usePlaces } from '../policy/own-place.ts'
import type { Panel } from './Measures.tsx'
import { measuresWords } from './words.ts'

/** From temporary to permanent: the decision with its report, and the change of the packs it makes. */
export function Permanent({ panel }: { panel: Panel }) {
  const all = useWords(measuresWords)
  const text = all.permanent
  const { office, has } = useDesk()
  const [asking, setAsking] = useState(false)
  const proposals = useGet('listProposals', { query: { regionCode: office.regionCode } })
  const [, navigate] = useLocation()
  const draft = useAct('draftFromProposal', ({ draftId }) => navigate(`/policy/drafts/${draftId}`))
  const takeUp = (proposalId: string) =>
    draft.mutate({ params: { proposalId }, body: { regionCode: office.regionCode } })
  return (
    <section className="panel">
      <div className="spread">
        <p className="muted flat measure-intro">{text.intro}</p>
        {has('leader') && (
          <Button type="primary" onClick={() => setAsking(true)}>
            {text.propose}
          </Button>
        )}
      </div>
      <ProblemAlert error={draft.error} />
      <ProblemAlert error={proposals.error} onRetry={() => void proposals.refetch()} />
      {proposals.isLoading && <Skeleton active />}
      {proposals.data?.items.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
      <ul className="measure-set">
        {proposals.data?.items.map((proposal) => (
          <li key={proposal.proposalId}>
            <div>
              <strong>{proposal.title}</strong>
              <p className="flat">
                {text.from} {showDay(proposal.fromDay)} · {proposal.document} {proposal.clause}
              </p>
              <p className="flat">{text.report(proposal.report.cases, showYuan(proposal.report.fund))}</p>
              <p className="muted small flat">
                {showDay(proposal.day)} {proposal.by} — {proposal.reason}
              </p>
              {has('policy') && (
                <Button loading={draft.isPending} onClick={() => takeUp(proposal.proposalId)}>
                  {text.draft}
                </Button>
              )}
              {proposal.differences.length > 0 && <Changes changes={proposal.differences} />}
              <details>
                <summary>{text.changes(proposal.changes.length)}</summary>
                {proposal.changes.map((change) => (
                  <div key={change.file}>
                    <p className="flat">
                      <code>{change.file}</code> {change.before === null && `（${text.fresh}）`}
                    </p>
                    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
                    <pre className="measure-file" tabIndex={0} aria-label={change.file}>
                      {change.content}
                    </pre>
                  </div>
                ))}
              </details>
            </div>
          </li>
        ))}
      </ul>
      {asking && <Propose panel={panel} onClose={() => setAsking(false)} />}
    </section>
  )
}

function Propose({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const all = useWords(measuresWords)
  const text = all.permanent
  const { office } = useDesk()
  const { message } = App.useApp()
  const measures = panel.sets.flatMap((set) => set.measures)
  const documents = useDocuments()
  const [measureId, setMeasureId] = useState<string>()
  const [from, setFrom] = useState<string>(panel.today)
  const chosen = measures.find((measure) => measure.measureId === measureId)
  const [document, setDocument] = useState<string>()
  const [clause, setClause] = useState('')
  const [quote, setQuote] = useState('')
  const id = useId()
  const act = useAct('proposePermanent', () => refresh('listProposals'))
  const choose = (value: string) => {
    setMeasureId(value)
    const { source } = measures.find((measure) => measure.measureId === value)!
    setDocument(source.document.split(':').at(-1))
    setClause(source.clause)
    setQuote(source.quote)
  }
  return (
    <ReasonDialog
      open
      title={text.propose}
      label={text.reason}
      ready={chosen !== undefined && document !== undefined && from !== '' && clause !== '' && quote !== ''}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({
          body: {
            regionCode: office.regionCode,
            measureId: measureId!,
            from,
            document: document!,
            clause,
            quote,
            reason,
          },
        })
        void message.success(text.done)
        return true
      }}
    >
      <div className="measure-form">
        <div>
          <label htmlFor={`${id}-measure`}>{text.measure}</label>
          <Select
            id={`${id}-measure`}
            className="wide"
            value={measureId}
            onChange={choose}
            options={measures.map((measure) => ({ value: measure.measureId, label: measure.title }))}
          />
        </div>
        <div>
          <label htmlFor={`${id}-from`}>{text.from}</label>
          <Input
            id={`${id}-from`}
            type="date"
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-document`}>{text.document}</label>
          <Select
            id={`${id}-document`}
            className="wide"
            showSearch
            optionFilterProp="label"
            value={document}
            onChange={setDocument}
            options={documents}
          />
          <p className="muted small flat">{text.documentHint}</p>
        </div>
        <div>
          <label htmlFor={`${id}-clause`}>{text.clause}</label>
          <Input id={`${id}-clause`} value={clause} onChange={({ target }) => setClause(target.value)} />
        </div>
        <div>
          <label htmlFor={`${id}-quote`}>{text.quote}</label>
          <Input.TextArea
            id={`${id}-quote`}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={quote}
            onChange={({ target }) => setQuote(target.value)}
          />
        </div>
      </div>
    </ReasonDialog>
  )
}

/** The documents of the place and of those above it: the one that makes the rule permanent is loaded before. */
function useDocuments(): { value: string; label: string }[] {
  const { own } = usePlaces()
  const place = useGet('getPolicyPlace', { params: { packId: own } }, { enabled: own !== '' })
  return (place.data?.rules ?? [])
    .filter(({ kind }) => kind === 'document')
    .map(({ id, title }) => ({ value: id, label: title }))
}
