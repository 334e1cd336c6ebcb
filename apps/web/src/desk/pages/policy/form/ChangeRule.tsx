import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '../../../parts/lang.ts'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { refresh, useAct, useGet } from '../../../parts/queries.ts'
import { useDesk } from '../../../parts/session.tsx'
import { common } from '../../../parts/words.ts'
import { NewDraftForm } from '../NewDraftForm.tsx'
import { formWords } from './form-words.ts'

const NEW = 'new'

/** From a rule one looks at to its form: in a draft that is open, or in a new one. */
export function ChangeRule({ find, title }: { find: string; title: string }) {
  const text = useWords(formWords)
  const { cancel } = useWords(common)
  const { has } = useDesk()
  const [, navigate] = useLocation()
  const [asking, setAsking] = useState(false)
  const [chosen, setChosen] = useState(NEW)
  const drafts = useGet('listDrafts', {}, { enabled: asking })
  const go = (draftId: string) => navigate(`/policy/drafts/${draftId}/rule?find=${encodeURIComponent(find)}`)
  const start = useAct('startDraft', async ({ draftId }) => {
    await refresh('listDrafts')
    go(draftId)
  })
  if (!has('policy')) return null
  const open = (drafts.data?.items ?? []).filter(({ state }) => state === 'open')
  return (
    <>
      <Button onClick={() => setAsking(true)}>{text.changeThis}</Button>
      {asking && (
        <Modal
          open
          title={`${text.changeThis}：${title}`}
          footer={null}
          onCancel={() => setAsking(false)}
          cancelText={cancel}
        >
          <div className="stack">
            <ProblemAlert error={drafts.error ?? start.error} />
            <label className="stack tight">
              {text.inDraft}
              <Select
                aria-label={text.inDraft}
                value={chosen}
                options={[
                  { value: NEW, label: text.newDraft },
                  ...open.map(({ draftId, title, author }) => ({
                    value: draftId,
                    label: `${title}（${author}）`,
                  })),
                ]}
                onChange={setChosen}
              />
            </label>
            {chosen === NEW ? (
              <NewDraftForm busy={start.isPending} onStart={(body) => start.mutate({ body })} />
            ) : (
              <p>
                <Button type="primary" onClick={() => go(chosen)}>
                  {text.goOn}
                </Button>
              </p>
            )}
          </div>
        </Modal>
      )}
    </>
  )
}
