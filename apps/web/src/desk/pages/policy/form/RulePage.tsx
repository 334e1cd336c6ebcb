import { Skeleton } from 'antd'
import { Link, useLocation, useSearchParams } from 'wouter'
import { useWords } from '../../../parts/lang.ts'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { useGet } from '../../../parts/queries.ts'
import { policyWords } from '../words.ts'
import { formWords } from './form-words.ts'
import { PickRule } from './PickRule.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import '../policy.css'
import './form.css'

/** Changing any rule of a draft without a programmer: pick it, change it, cite the words, check, keep. */
export function RulePage({ draftId }: { draftId: string }) {
  const text = useWords(formWords)
  const { states } = useWords(policyWords)
  const [search, setSearch] = useSearchParams()
  const [, navigate] = useLocation()
  const asked = Object.fromEntries(search) as {
    pack?: string
    file?: string
    kind?: string
    id?: string
    find?: string
  }
  const draft = useGet('getDraft', { params: { draftId } }, { staleTime: 0 })
  const chosen = asked.pack !== undefined && (asked.file !== undefined || asked.id !== undefined)
  const { pack: packId = '', file, kind, id } = asked
  const query = { packId, ...(file && { file }), ...(kind && { kind }), ...(id && { id }) }
  const form = useGet('getRuleForm', { params: { draftId }, query }, { enabled: chosen, staleTime: 0 })
  const closed = draft.data !== undefined && draft.data.state !== 'open'
  return (
    <div className="page">
      <p className="row">
        <Link href={`/policy/drafts/${draftId}`}>{text.back}</Link>
        {chosen && <Link href={`/policy/drafts/${draftId}/rule`}>{text.again}</Link>}
      </p>
      <div className="page-head">
        <h1>{chosen && form.data ? form.data.title || form.data.file : text.title}</h1>
      </div>
      <p className="muted">
        {draft.data?.title}
        {chosen && form.data && ` · ${text.of(form.data.packTitle)} · ${form.data.file}`}
      </p>
      <ol className="rule-steps">
        {text.steps.map((step, place) => (
          <li key={step} aria-current={place === (chosen ? 1 : 0) ? 'step' : undefined}>
            {step}
          </li>
        ))}
      </ol>
      <ProblemAlert error={draft.error ?? form.error} onRetry={() => void draft.refetch()} />
      {closed && <p>{states[draft.data.state]}</p>}
      {draft.data && !closed && !chosen && (
        <PickRule
          draftId={draftId}
          find={asked.find ?? ''}
          onPick={(next) => setSearch(Object.entries(next).map(([key, value]) => [key, value]))}
        />
      )}
      {chosen && !form.data && form.isLoading && <Skeleton active />}
      {draft.data && !closed && chosen && form.data && (
        <RuleEditor
          key={`${form.data.file} ${draft.data.version}`}
          draft={draft.data}
          packId={packId}
          form={form.data}
          onKept={() => navigate(`/policy/drafts/${draftId}`)}
        />
      )}
    </div>
  )
}
