import { Alert, Button, Modal, Select } from 'antd'
import { useRef, useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { common } from '../../parts/words.ts'
import { Changes } from './Changes.tsx'
import type { Draft } from './DraftPage.tsx'
import { FileLines } from './FileLines.tsx'
import { policyWords } from './words.ts'

type Checked = Reply<'checkDraftFile'>

/** Any file of the packs as text, checked line by line before it is kept: for what has no form of its own. */
export function FileDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const text = useWords(policyWords)
  const { cancel } = useWords(common)
  const { draftId } = draft
  const files = useGet('listDraftFiles', { params: { draftId } }, { staleTime: 0 })
  const [file, setFile] = useState('')
  const options = (files.data?.items ?? []).map((entry) => ({
    value: entry.file,
    label: `${entry.packTitle} · ${entry.title}${entry.changed ? `（${text.changedByDraft}）` : ''}`,
    title: entry.file,
  }))
  return (
    <Modal open width={1080} title={text.editFile} footer={null} onCancel={onClose} cancelText={cancel}>
      <p className="muted">{text.fileNote}</p>
      <ProblemAlert error={files.error} onRetry={() => void files.refetch()} />
      <Select
        className="policy-file-select"
        aria-label={text.file}
        placeholder={text.chooseRuleFile}
        loading={files.isLoading}
        showSearch={{
          filterOption: (typed, option) =>
            `${option?.label ?? ''} ${option?.value ?? ''}`.toLowerCase().includes(typed.toLowerCase()),
        }}
        value={file || undefined}
        options={options}
        onChange={setFile}
      />
      {file !== '' && <FileEditor key={file} draft={draft} file={file} onSaved={onClose} />}
    </Modal>
  )
}

function FileEditor(props: { draft: Draft; file: string; onSaved: () => void }) {
  const { draftId, version } = props.draft
  const { file } = props
  const text = useWords(policyWords)
  const { save } = useWords(common)
  const area = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<string>()
  const [checked, setChecked] = useState<Checked>()
  const found = useGet('getDraftFile', { params: { draftId }, query: { file } }, { staleTime: 0 })
  const check = useAct('checkDraftFile', setChecked)
  const edit = useAct('editDraft', async () => {
    await refresh('getDraft')
    props.onSaved()
  })
  const value = typed ?? found.data?.text ?? ''
  const body = { file, text: value }
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  return (
    <div className="stack">
      <label className="stack tight">
        {text.fileText} <code className="small">{file}</code>
        <textarea
          ref={area}
          className="policy-file"
          spellCheck={false}
          rows={22}
          value={value}
          onChange={({ target }) => {
            setTyped(target.value)
            setChecked(undefined)
          }}
        />
      </label>
      {checked && <Findings checked={checked} file={file} onGo={(line) => goToLine(area.current, line)} />}
      <ProblemAlert error={check.error ?? edit.error} />
      <p className="row">
        <Button loading={check.isPending} onClick={() => check.mutate({ params: { draftId }, body })}>
          {text.checkFile}
        </Button>
        <Button
          type="primary"
          disabled={checked?.faults.length !== 0}
          loading={edit.isPending}
          onClick={() =>
            edit.mutate({ params: { draftId }, body: { version, edit: { kind: 'file', ...body } } })
          }
        >
          {save}
        </Button>
      </p>
    </div>
  )
}

function Findings(props: { checked: Checked; file: string; onGo: (line: number) => void }) {
  const text = useWords(policyWords)
  const { faults, changes, lines } = props.checked
  if (faults.length > 0)
    return (
      <Alert
        type="error"
        showIcon
        title={text.faultsIn(faults.length)}
        description={
          <ul className="fault-list">
            {faults.map((fault) => (
              <li key={`${fault.file}:${fault.line}:${fault.message}`}>
                {fault.file === props.file ? (
                  <Button type="link" size="small" onClick={() => props.onGo(fault.line)}>
                    {text.conflictLine(fault.line)}
                  </Button>
                ) : (
                  <span>{text.atLine(fault.file, fault.line)} </span>
                )}
                {fault.message}
              </li>
            ))}
          </ul>
        }
      />
    )
  return (
    <>
      <Alert type="success" showIcon title={text.checked} />
      <Changes changes={changes} />
      <FileLines lines={lines} />
    </>
  )
}

/** Puts the cursor on a line and brings it into sight. */
function goToLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  area.scrollTop = Math.max(0, (line - 5) * (area.scrollHeight / lines.length))
}
