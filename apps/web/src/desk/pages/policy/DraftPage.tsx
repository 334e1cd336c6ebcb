import { Button, Popconfirm, Skeleton, Upload } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { Changes } from './Changes.tsx'
import { EditDialog, type EditKind } from './EditDialog.tsx'
import { usePlaces } from './own-place.ts'
import { FileDialog } from './FileDialog.tsx'
import { PublishBox } from './PublishBox.tsx'
import { Rebase } from './Rebase.tsx'
import { TrialPanel } from './TrialPanel.tsx'
import { policyWords } from './words.ts'
import './policy.css'

export type Draft = Reply<'getDraft'>

/** A draft: what it changes, what was done to it, its trials, and its publication. */
export function DraftPage({ draftId }: { draftId: string }) {
  const text = useWords(policyWords)
  const draft = useGet('getDraft', { params: { draftId } }, { staleTime: 0 })
  return (
    <div className="page">
      <p className="flat">
        <Link href="/policy/drafts">{text.back}</Link>
      </p>
      <ProblemAlert error={draft.error} onRetry={() => void draft.refetch()} />
      {draft.isLoading && <Skeleton active />}
      {draft.data && <OpenDraft draft={draft.data} />}
    </div>
  )
}

function OpenDraft({ draft }: { draft: Draft }) {
  const text = useWords(policyWords)
  const { has } = useDesk()
  const writes = has('policy') && draft.state === 'open'
  return (
    <>
      <div className="page-head">
        <h1>{draft.title}</h1>
        <Mark tone={draft.state === 'open' ? 'info' : 'quiet'}>{text.states[draft.state]}</Mark>
      </div>
      <p className="muted">
        {draft.author} · {draft.reason}
      </p>
      {draft.outdated.length > 0 && <Rebase draft={draft} writes={writes} />}
      <div className="stack">
        <section className="panel">
          <h2>{text.changes}</h2>
          {writes && <Tools draft={draft} />}
          <Changes changes={draft.changes} />
          {draft.edits.length > 0 && (
            <details>
              <summary>
                {text.edits} {draft.edits.length}
              </summary>
              <ul className="fault-list">
                {draft.edits.map((edit) => (
                  <li key={edit.version}>
                    {edit.what}{' '}
                    <span className="muted small">
                      {edit.by} · {showInstant(edit.at)}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
        <TrialPanel draft={draft} writes={writes} />
        {writes && <PublishBox draft={draft} />}
      </div>
    </>
  )
}

/** What can be done to a draft. A colleague's edit meanwhile is told, and the page shows it. */
function Tools({ draft }: { draft: Draft }) {
  const text = useWords(policyWords)
  const [editing, setEditing] = useState<EditKind>()
  const [inFile, setInFile] = useState(false)
  const [, navigate] = useLocation()
  const { draftId, version } = draft
  const again = () => refresh('getDraft', 'listDrafts')
  const undo = useAct('undoDraft', again)
  const discard = useAct('discardDraft', again)
  const load = useAct('importWorkbook', again)
  const { places, own } = usePlaces()
  const kinds: [EditKind, string][] = [
    ['value', text.setValue],
    ['limit', text.setLimit],
    ['document', text.addDocument],
  ]
  return (
    <>
      <p className="row">
        <Button type="primary" onClick={() => navigate(`/policy/drafts/${draftId}/rule`)}>
          {text.changeRule}
        </Button>
        {kinds.map(([kind, label]) => (
          <Button key={kind} onClick={() => setEditing(kind)}>
            {label}
          </Button>
        ))}
        <Button onClick={() => setInFile(true)}>{text.editFile}</Button>
        <Upload
          accept=".xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            load.mutate({
              params: { draftId },
              query: { version, packId: packOfFile(file.name, places) ?? own },
              file,
            })
            return false
          }}
        >
          <Button loading={load.isPending}>{text.importWorkbook}</Button>
        </Upload>
        {draft.edits.length > 0 && (
          <Button onClick={() => undo.mutate({ params: { draftId }, body: { version } })}>{text.undo}</Button>
        )}
        <Popconfirm
          title={text.discardSure}
          onConfirm={() => discard.mutate({ params: { draftId }, body: { version } })}
        >
          <Button danger>{text.discard}</Button>
        </Popconfirm>
      </p>
      <ProblemAlert error={load.error ?? undo.error ?? discard.error} onRetry={() => void again()} />
      {inFile && <FileDialog draft={draft} onClose={() => setInFile(false)} />}
      {editing && <EditDialog kind={editing} draft={draft} onClose={() => setEditing(undefined)} />}
    </>
  )
}

/** The workbook is saved under the name of its place; the server checks that it is the right one. */
function packOfFile(name: string, places: Reply<'listPolicyPlaces'>['items']): string | undefined {
  return places.find(({ title }) => name.startsWith(title))?.packId
}
