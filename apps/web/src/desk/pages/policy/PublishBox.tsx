import { Alert, Button, Popconfirm } from 'antd'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct } from '../../parts/queries.ts'
import type { Draft } from './DraftPage.tsx'
import { policyWords } from './words.ts'

/** Puts a draft in force: by a second person, on the newest trial of it as it is. The server checks both again. */
export function PublishBox({ draft }: { draft: Draft }) {
  const text = useWords(policyWords)
  const { draftId, version } = draft
  const trial = draft.trials.find(({ state, current }) => state === 'done' && current)
  const publish = useAct('publishDraft', () =>
    refresh(
      'getDraft',
      'listDrafts',
      'listPublications',
      'getPolicyPlace',
      'getRuleHistory',
      'listPolicyPlaces',
    ),
  )
  const hint = draft.mine ? text.publishOwn : trial ? undefined : text.publishNeedsTrial
  return (
    <section className="panel">
      <h2>{text.publish}</h2>
      <p className="muted">{text.publishNote}</p>
      {hint && <Alert type="info" showIcon title={hint} />}
      <ProblemAlert error={publish.error} />
      {!draft.mine && trial && (
        <Popconfirm
          title={text.publishSure}
          onConfirm={() => publish.mutate({ params: { draftId }, body: { version, trialId: trial.trialId } })}
        >
          <Button type="primary" loading={publish.isPending}>
            {text.publish}
          </Button>
        </Popconfirm>
      )}
    </section>
  )
}
