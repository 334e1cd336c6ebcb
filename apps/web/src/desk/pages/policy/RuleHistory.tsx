import type { RuleSummary, TimelineEntryView } from '@yichuang/contracts'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { ChangeRule } from './form/ChangeRule.tsx'
import { MarkedText } from './MarkedText.tsx'
import { policyWords } from './words.ts'

/** The history of a rule layer by layer; choosing an entry marks its words in the document. */
export function RuleHistory({ packId, rule, known }: { packId: string; rule: RuleSummary; known: string }) {
  const text = useWords(policyWords)
  const { kind, id } = rule
  const history = useGet('getRuleHistory', {
    params: { packId, kind, ruleId: id },
    query: { ...(known && { known }) },
  })
  const entries = (history.data?.layers ?? []).flatMap((layer) => layer.entries)
  const [chosen, setChosen] = useState<TimelineEntryView>()
  const shown = chosen ?? entries.find((entry) => entry.citation) ?? entries[0]
  return (
    <section className="panel" aria-label={rule.title}>
      <h2>{rule.title}</h2>
      <p>
        <Link href={`/policy/text/${packId}/${kind}/${id}`}>{text.wholeText}</Link>
      </p>
      {kind !== 'document' && <ChangeRule key={id} find={id} title={rule.title} />}
      <p className="muted small flat">
        {id}
        {history.data?.unit && ` · ${history.data.unit}`}
      </p>
      <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />
      {history.isLoading && <Skeleton active />}
      <div className={kind === 'document' || kind === 'calendar' ? undefined : 'policy-two'}>
        <div>
          {history.data?.layers.map((layer) => (
            <section key={layer.packId}>
              <h3>
                {layer.title} {layer.overridden && <Mark>{text.overridden}</Mark>}
              </h3>
              {layer.entries.length === 0 && <p className="muted small">{text.noValues}</p>}
              <ol className="timeline">
                {layer.entries.map((entry) => (
                  <li key={`${entry.label} ${entry.value} ${entry.from}`}>
                    <Entry entry={entry} pressed={entry === shown} onChoose={() => setChosen(entry)} />
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
        {kind === 'document' ? <DocumentText packId={rule.layer} documentId={id} /> : <Basis entry={shown} />}
      </div>
    </section>
  )
}

function Entry(props: { entry: TimelineEntryView; pressed: boolean; onChoose: () => void }) {
  const text = useWords(policyWords)
  const { label, value, from, until, known, note } = props.entry
  return (
    <button type="button" aria-pressed={props.pressed} onClick={props.onChoose}>
      {label && <span className="muted">{label} </span>}
      <strong>{value}</strong>
      <span className="rule-meta">
        <span>
          {showDay(from)} – {until ? showDay(until) : text.until}
        </span>
        {known !== from && <span>{text.knownSince(showDay(known))}</span>}
        {note && <span>{note}</span>}
      </span>
    </button>
  )
}

/** The clause under a value, and the document with the quoted words marked. */
function Basis({ entry }: { entry: TimelineEntryView | undefined }) {
  const text = useWords(policyWords)
  if (!entry?.citation) return null
  const { citation, clause, quote, document, borrowed, fromBasis } = entry.citation
  const [packId = '', documentId = ''] = document.split(':')
  return (
    <div>
      <h3>{text.basis}</h3>
      <blockquote className="citation">
        <p className="flat">“{quote}”</p>
        <footer className="muted small">
          {citation} {clause}
          {fromBasis && ` · ${fromBasis}`}
          {borrowed && (
            <>
              {' '}
              <Mark tone="soon">{text.borrowed(borrowed.from)}</Mark> {borrowed.why}
            </>
          )}
        </footer>
      </blockquote>
      <DocumentText packId={packId} documentId={documentId} ranges={entry.ranges} />
    </div>
  )
}

function DocumentText(props: {
  packId: string
  documentId: string
  ranges?: readonly { start: number; end: number }[]
}) {
  const text = useWords(policyWords)
  const { packId, documentId } = props
  const document = useGet('getDocument', { params: { packId, documentId } }, { staleTime: Infinity })
  return (
    <>
      <ProblemAlert error={document.error} onRetry={() => void document.refetch()} />
      {document.data && (
        <MarkedText label={text.source} text={document.data.text} ranges={props.ranges ?? []} />
      )}
    </>
  )
}
