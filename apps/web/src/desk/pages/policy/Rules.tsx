import type { RuleKind, RuleSummary } from '@yichuang/contracts'
import { Alert, Button, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { download } from '../../../shared/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { saveFile } from '../../parts/save-file.ts'
import { useDesk } from '../../parts/session.tsx'
import { usePlaces } from './own-place.ts'
import { RuleHistory } from './RuleHistory.tsx'
import { policyWords } from './words.ts'

const KINDS: readonly RuleKind[] = ['parameter', 'table', 'item', 'calendar', 'measure', 'document']

/** Every rule of a place on a day, as known on another; choosing one opens its history. */
export function Rules() {
  const text = useWords(policyWords)
  const { has } = useDesk()
  const { places, own, today, error } = usePlaces()
  const [chosen, setChosen] = useState<string>()
  const [on, setOn] = useState('')
  const [year, setYear] = useState<number>()
  const [known, setKnown] = useState('')
  const [find, setFind] = useState('')
  const [rule, setRule] = useState<RuleSummary>()
  const [fault, setFault] = useState<unknown>()
  const packId = chosen ?? own
  const query = { ...(year ? { year } : on && { on }), ...(known && { known }) }
  const place = useGet(
    'getPolicyPlace',
    { params: { packId }, query },
    { enabled: packId !== '', keepPrevious: true },
  )
  const rules = (place.data?.rules ?? []).filter(({ title, id }) => `${title} ${id}`.includes(find.trim()))
  const titles = new Map(place.data?.layers.map(({ packId, title }) => [packId, title]))
  const exported = () => download('getPolicyWorkbook', { params: { packId } }).then(saveFile, setFault)
  return (
    <>
      <div className="policy-bar">
        <label>
          {text.place}
          <Select
            aria-label={text.place}
            value={packId}
            onChange={(next) => {
              setChosen(next)
              setRule(undefined)
            }}
            options={places.map(({ packId, title }) => ({ value: packId, label: title }))}
          />
        </label>
        <label>
          {text.on}
          <Input
            type="date"
            disabled={year !== undefined}
            value={on || today}
            onChange={(event) => setOn(event.target.value)}
          />
        </label>
        <label>
          {text.year}
          <Select
            aria-label={text.year}
            allowClear
            placeholder={text.anyDay}
            value={year}
            options={yearsUpTo(today)}
            onChange={setYear}
          />
        </label>
        <label title={text.knownNote}>
          {text.known}
          <Input type="date" value={known || today} onChange={(event) => setKnown(event.target.value)} />
        </label>
        <label>
          {text.find}
          <Input allowClear value={find} onChange={(event) => setFind(event.target.value)} />
        </label>
        {has('policy') && (
          <Button disabled={packId === ''} onClick={() => void exported()}>
            {text.workbook}
          </Button>
        )}
      </div>
      <ProblemAlert error={fault ?? error ?? place.error} onRetry={() => void place.refetch()} />
      {(place.data?.conflicts.length ?? 0) > 0 && (
        <Alert
          type="warning"
          showIcon
          title={text.conflicts}
          description={place.data!.conflicts.map(({ file }) => file).join('、')}
        />
      )}
      {place.isLoading && <Skeleton active />}
      <div className="policy-room">
        <section className="panel" aria-label={text.tabs.rules}>
          {place.data && (
            <p className="muted small">
              {place.data.layers.map(({ title }) => title).join(' → ')} · {place.data.version}
            </p>
          )}
          {place.data && rules.length === 0 && <Empty title={text.noRules} />}
          <div className="rule-list">
            {KINDS.map((kind) => {
              const ofKind = loadedFirst(rules.filter((entry) => entry.kind === kind))
              return (
                ofKind.length > 0 && (
                  <section key={kind}>
                    <h3>
                      {text.kinds[kind]} {ofKind.length}
                    </h3>
                    {ofKind.map((entry) => (
                      <RuleButton
                        key={entry.id}
                        rule={entry}
                        titles={titles}
                        current={rule?.id === entry.id && rule.kind === kind}
                        onChoose={() => setRule(entry)}
                      />
                    ))}
                  </section>
                )
              )
            })}
          </div>
        </section>
        {rule ? (
          <RuleHistory key={`${packId} ${rule.kind} ${rule.id}`} packId={packId} rule={rule} known={known} />
        ) : (
          <section className="panel">
            <p className="muted">{text.choose}</p>
          </section>
        )}
      </div>
    </>
  )
}

/** Rules that say nothing yet come last. */
function loadedFirst(rules: readonly RuleSummary[]): RuleSummary[] {
  const saysNothing = ({ kind, inForce }: RuleSummary) => Number(kind !== 'document' && inForce.length === 0)
  return rules.toSorted((a, b) => saysNothing(a) - saysNothing(b))
}

/** The years people ask figures of: the next one, this one, and the ten before. */
function yearsUpTo(today: string): { value: number; label: string }[] {
  const next = Number(today.slice(0, 4)) + 1
  return Array.from({ length: 12 }, (_, back) => ({ value: next - back, label: String(next - back) }))
}

function RuleButton({
  rule,
  titles,
  current,
  onChoose,
}: {
  rule: RuleSummary
  titles: ReadonlyMap<string, string>
  current: boolean
  onChoose: () => void
}) {
  const text = useWords(policyWords)
  return (
    <button type="button" aria-current={current} onClick={onChoose}>
      <span>{rule.title}</span>
      <span className="rule-meta">
        <Mark tone="info">{rule.layerTitle}</Mark>
        {rule.overrides.length > 0 && (
          <Mark tone="calm">
            {text.overrides(rule.overrides.map((id) => titles.get(id) ?? id).join('、'))}
          </Mark>
        )}
        {rule.borrowedFrom && <Mark tone="soon">{text.borrowed(rule.borrowedFrom)}</Mark>}
        {rule.kind !== 'document' && (
          <span>{rule.inForce.length > 0 ? rule.inForce.join('；') : text.nothing}</span>
        )}
      </span>
    </button>
  )
}
