import type { RuleKind, RuleText } from '@yichuang/contracts'
import { Checkbox, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { Empty } from '../../parts/Empty.tsx'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { usePlaces } from './own-place.ts'
import { compareTexts, type ComparedLine } from './text-diff.ts'
import { policyWords } from './words.ts'
import './policy.css'

interface Days {
  readonly on: string
  readonly known: string
}

/** The whole text of a rule as in force on a day, as known on another, beside a second such view. */
export function TextPage({ packId, kind, ruleId }: { packId: string; kind: RuleKind; ruleId: string }) {
  const text = useWords(policyWords)
  const { places, today } = usePlaces()
  const [chosen, setChosen] = useState<Partial<Record<'one' | 'other', Days>>>({})
  const [onlyDifferent, setOnlyDifferent] = useState(false)
  const [compared, setCompared] = useState(false)
  const now = { on: today, known: today }
  const [one, other] = [chosen.one ?? now, chosen.other ?? now]
  const ask = (days: Days) => ({ params: { packId, kind, ruleId }, query: days })
  const left = useGet('getRuleText', ask(one), { enabled: today !== '', keepPrevious: true })
  const right = useGet('getRuleText', ask(other), { enabled: today !== '' && compared, keepPrevious: true })
  const views = left.data && (compared ? right.data : left.data)
  const place = places.find((entry) => entry.packId === packId)?.title ?? packId
  return (
    <div className="page">
      <p className="flat">
        <Link href="/policy">{text.title}</Link>
      </p>
      <h1>{left.data?.title ?? ruleId}</h1>
      <p className="muted">
        {place} · {text.textIntro}
      </p>
      <div className="text-days">
        <ChooseDays
          legend={compared ? text.viewOne : text.view}
          days={one}
          onChange={(days) => setChosen({ ...chosen, one: days })}
        />
        {compared && (
          <ChooseDays
            legend={text.viewOther}
            days={other}
            onChange={(days) => setChosen({ ...chosen, other: days })}
          />
        )}
      </div>
      <p className="row">
        <Checkbox checked={compared} onChange={({ target }) => setCompared(target.checked)}>
          {text.compare}
        </Checkbox>
        {compared && (
          <Checkbox checked={onlyDifferent} onChange={({ target }) => setOnlyDifferent(target.checked)}>
            {text.onlyDifferent}
          </Checkbox>
        )}
      </p>
      <ProblemAlert error={left.error ?? right.error} onRetry={() => void left.refetch()} />
      {(left.isLoading || right.isLoading) && <Skeleton active />}
      {left.data && views && (
        <Compared
          one={left.data}
          other={views}
          onlyDifferent={compared && onlyDifferent}
          compared={compared}
        />
      )}
    </div>
  )
}

function ChooseDays(props: { legend: string; days: Days; onChange: (days: Days) => void }) {
  const text = useWords(policyWords)
  const { days, onChange } = props
  return (
    <fieldset className="panel">
      <legend>{props.legend}</legend>
      <div className="policy-bar">
        <label>
          {text.on}
          <Input
            type="date"
            value={days.on}
            onChange={({ target }) => target.value && onChange({ ...days, on: target.value })}
          />
        </label>
        <label>
          {text.known}
          <Input
            type="date"
            value={days.known}
            onChange={({ target }) => target.value && onChange({ ...days, known: target.value })}
          />
        </label>
      </div>
    </fieldset>
  )
}

function Compared(props: { one: RuleText; other: RuleText; onlyDifferent: boolean; compared: boolean }) {
  const text = useWords(policyWords)
  const { one, other, onlyDifferent, compared } = props
  const all = compareTexts(one, other)
  const name = ({ on, known }: RuleText) =>
    one.on === other.on ? text.dayAsKnown(showDay(on), showDay(known)) : showDay(on)
  const names = { one: name(one), other: name(other) }
  const sections = all
    .map(({ title, lines }) => ({ title, lines: lines.filter(({ same }) => !onlyDifferent || !same) }))
    .filter(({ lines }) => lines.length > 0)
  const different = all.flatMap(({ lines }) => lines.filter(({ same }) => !same)).length
  return (
    <>
      {compared && (
        <output className="flat">
          <strong>{different === 0 ? text.noDifference : text.differences(different)}</strong>
        </output>
      )}
      {!compared && sections.length === 0 && (
        <Empty title={text.notThen}>
          <p>{text.notThenText(showDay(one.on), showDay(one.known))}</p>
        </Empty>
      )}
      {sections.map(({ title, lines }) => (
        <section key={title} className="panel">
          <h2>{title}</h2>
          <ul className="rule-text">
            {lines.map((line) => (
              <li key={line.line}>
                <TextLine line={line} names={names} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="muted small">
        {text.edition} {[...new Set([one.version, other.version])].join(' / ')}
      </p>
    </>
  )
}

function TextLine({ line: { one, other, same }, names }: { line: ComparedLine; names: Names }) {
  const text = useWords(policyWords)
  if (same && one) return <Said line={one} />
  const side = (line: TextLineOf, name: string, tone: 'text-was' | 'text-is') => (
    <div className={tone}>
      <span className="small">{one && other ? name : text.onlyIn(name)}</span>
      <Said line={line} />
    </div>
  )
  return (
    <div className="text-pair">
      {one && side(one, names.one, 'text-was')}
      {other && side(other, names.other, 'text-is')}
    </div>
  )
}
type TextLineOf = RuleText['sections'][number]['lines'][number]
interface Names {
  readonly one: string
  readonly other: string
}

function Said({ line: { label, text, citation } }: { line: TextLineOf }) {
  return (
    <>
      <p className="flat">
        {label && <strong>{label} </strong>}
        {text}
      </p>
      {citation && (
        <details className="small">
          <summary className="muted">
            {citation.citation} {citation.clause}
          </summary>
          <blockquote className="citation">“{citation.quote}”</blockquote>
        </details>
      )}
    </>
  )
}
