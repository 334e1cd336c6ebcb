import { Button, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../../../../shared/language.ts'
import { Empty } from '../../../parts/Empty.tsx'
import { useWords } from '../../../parts/lang.ts'
import { Mark } from '../../../parts/Mark.tsx'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { useGet } from '../../../parts/queries.ts'
import { usePlaces } from '../own-place.ts'
import { policyWords } from '../words.ts'
import { kindWords } from './option-words.ts'
import { formWords } from './form-words.ts'

/** Chooses the rule to change, in the place that is to have it; or begins a new one. */
export function PickRule(props: {
  find: string

  draftId: string
  onPick: (next: Readonly<Record<string, string>>) => void
}) {
  const text = useWords(formWords)
  const { noRules } = useWords(policyWords)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { places, own, error } = usePlaces()
  const [chosen, setChosen] = useState<string>()
  const [find, setFind] = useState(props.find)
  const pack = chosen ?? own
  const files = useGet('listDraftFiles', { params: { draftId: props.draftId } }, { staleTime: 0 })
  const place = useGet('getPolicyPlace', { params: { packId: pack } }, { enabled: pack !== '' })
  const layers = place.data?.layers.map(({ packId }) => packId) ?? []
  const kinds = Object.keys(kindWords)
  const within = (files.data?.items ?? [])
    .filter(({ packId, kind }) => layers.includes(packId) && kinds.includes(kind))
    .filter(({ title, id, file }) =>
      `${title} ${id} ${file}`.toLowerCase().includes(find.trim().toLowerCase()),
    )
  // A place's own rule stands for those above it that have the same name.
  const rules = within.filter(
    (rule) =>
      !within.some(
        (other) =>
          other.kind === rule.kind &&
          other.id === rule.id &&
          layers.indexOf(other.packId) < layers.indexOf(rule.packId),
      ),
  )
  const label = (kind: string) => kindWords[kind]?.[language === 'en' ? 1 : 0] ?? kind
  return (
    <div className="stack">
      <div className="policy-bar">
        <label>
          {text.place}
          <Select
            aria-label={text.place}
            value={pack || undefined}
            options={places.map(({ packId, title }) => ({ value: packId, label: title }))}
            onChange={setChosen}
          />
        </label>
        <label>
          {text.find}
          <Input allowClear value={find} onChange={({ target }) => setFind(target.value)} />
        </label>
      </div>
      <ProblemAlert error={error ?? files.error ?? place.error} onRetry={() => void files.refetch()} />
      {files.isLoading && <Skeleton active />}
      <section className="panel" aria-label={text.rules}>
        {files.data && place.data && rules.length === 0 && <Empty title={noRules} />}
        <div className="rule-list">
          {kinds.map((kind) => {
            const ofKind = rules.filter((rule) => rule.kind === kind)
            return (
              ofKind.length > 0 && (
                <section key={kind}>
                  <h2 className="rule-kind">
                    {label(kind)} {ofKind.length}
                  </h2>
                  {ofKind.map((rule) => (
                    <button
                      key={rule.file}
                      type="button"
                      onClick={() => props.onPick({ pack, file: rule.file })}
                    >
                      <span>{rule.title}</span>
                      <span className="rule-meta">
                        <Mark tone="info">{rule.packTitle}</Mark>
                        {rule.changed && <Mark tone="soon">{text.changed}</Mark>}
                        <span>{rule.id}</span>
                      </span>
                    </button>
                  ))}
                </section>
              )
            )
          })}
        </div>
      </section>
      <NewRule
        kinds={(files.data?.newKinds ?? []).map((kind) => ({ value: kind, label: label(kind) }))}
        onBegin={(kind, id) => props.onPick({ pack, kind, id })}
      />
    </div>
  )
}

function NewRule(props: {
  kinds: { value: string; label: string }[]
  onBegin: (kind: string, id: string) => void
}) {
  const text = useWords(formWords)
  const [kind, setKind] = useState<string>()
  const [id, setId] = useState('')
  const fits =
    kind !== undefined && (kind === 'calendar' ? /^\d{4}$/ : /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/).test(id)
  return (
    <section className="panel" aria-label={text.newRule}>
      <h2>{text.newRule}</h2>
      <div className="policy-bar">
        <label>
          {text.newKind}
          <Select aria-label={text.newKind} value={kind} options={props.kinds} onChange={setKind} />
        </label>
        <label>
          {text.newId}
          <Input value={id} maxLength={80} onChange={({ target }) => setId(target.value.trim())} />
        </label>
        <Button disabled={!fits} onClick={() => fits && props.onBegin(kind, id)}>
          {text.begin}
        </Button>
      </div>
    </section>
  )
}
