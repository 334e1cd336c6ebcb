import { Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { showInstant } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { NewDraftForm } from './NewDraftForm.tsx'
import { policyWords } from './words.ts'

/** The drafts, newest first, and a way to begin one. */
export function Drafts() {
  const text = useWords(policyWords)
  const { has } = useDesk()
  const [, go] = useLocation()
  const [open, setOpen] = useState(false)
  const list = useGet('listDrafts', {}, { staleTime: 0 })
  const start = useAct('startDraft', ({ draftId }) => go(`/policy/drafts/${draftId}`))
  return (
    <>
      {has('policy') && (
        <p>
          <Button type="primary" onClick={() => setOpen(true)}>
            {text.newDraft}
          </Button>
        </p>
      )}
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isLoading && <Skeleton active />}
      {list.data?.items.length === 0 && <Empty title={text.noDrafts} />}
      {(list.data?.items.length ?? 0) > 0 && (
        <ScrollRegion label={text.tabs.drafts} className="panel">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{text.draftTitle}</th>
                <th scope="col">{text.author}</th>
                <th scope="col">{text.changed}</th>
              </tr>
            </thead>
            <tbody>
              {list.data?.items.map((draft) => (
                <tr key={draft.draftId}>
                  <td>
                    <Link href={`/policy/drafts/${draft.draftId}`}>{draft.title}</Link>{' '}
                    <Mark
                      tone={draft.state === 'open' ? 'info' : draft.state === 'published' ? 'good' : 'quiet'}
                    >
                      {text.states[draft.state]}
                    </Mark>
                    <div className="muted small">{draft.reason}</div>
                  </td>
                  <td>{draft.author}</td>
                  <td>{showInstant(draft.changedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <Modal open={open} title={text.newDraft} footer={null} onCancel={() => setOpen(false)}>
        <NewDraftForm busy={start.isPending} onStart={(body) => start.mutate({ body })} />
        <ProblemAlert error={start.error} />
      </Modal>
    </>
  )
}
