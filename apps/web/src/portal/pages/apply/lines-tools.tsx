import { useId, useState } from 'react'
import type { FeeLine } from '@yichuang/contracts'
import { addressOf, call } from '../../../shared/api.ts'
import { Callout } from '../../parts/callout.tsx'
import { ActionFailure } from '../../parts/loaded.tsx'
import { useApplyTexts } from '../../messages/apply.ts'
import { rowId } from './fee-lines.ts'
import { parsePaste } from './paste.ts'

interface Outcome {
  title: string
  notes: string[]
}

/** Other ways to get lines in: paste a table, upload a spreadsheet, the empty sheet to fill in. */
export function LinesTools({ onAdd }: { onAdd: (lines: FeeLine[]) => void }) {
  const t = useApplyTexts().bills
  const [outcome, setOutcome] = useState<Outcome>()
  return (
    <div className="stack" style={{ marginBlockStart: '1rem' }}>
      <div className="row">
        <UploadLines onAdd={onAdd} onOutcome={setOutcome} />
        <a className="button small quiet" href={addressOf('linesTemplate')} download>
          {t.template}
        </a>
      </div>
      <PasteLines onAdd={onAdd} onOutcome={setOutcome} />
      <div role="status">
        {outcome && (
          <Callout kind={outcome.notes.length > 0 ? 'care' : 'done'} title={outcome.title}>
            {outcome.notes.length > 0 && (
              <ul>
                {outcome.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
          </Callout>
        )}
      </div>
    </div>
  )
}

interface ToolProps {
  onAdd: (lines: FeeLine[]) => void
  onOutcome: (outcome: Outcome | undefined) => void
}

function PasteLines({ onAdd, onOutcome }: ToolProps) {
  const t = useApplyTexts().bills
  const [text, setText] = useState('')
  const id = useId()
  const add = () => {
    const pasted = parsePaste(text)
    onAdd(pasted.lines)
    setText('')
    onOutcome({
      title: t.pasted(pasted.lines.length),
      notes: [
        ...(pasted.skipped > 0 ? [t.pastedSkipped(pasted.skipped)] : []),
        ...pasted.wrong.map((one) => t.pastedWrong(one.row, one.text)),
      ],
    })
  }
  return (
    <details>
      <summary>{t.paste}</summary>
      <label htmlFor={id}>{t.pasteLabel}</label>
      <p className="faint">{t.pasteHint}</p>
      <textarea id={id} className="input" value={text} onChange={(event) => setText(event.target.value)} />
      <p>
        <button type="button" className="button" disabled={text.trim() === ''} onClick={add}>
          {t.pasteGo}
        </button>
      </p>
    </details>
  )
}

function UploadLines({ onAdd, onOutcome }: ToolProps) {
  const t = useApplyTexts().bills
  const [error, setError] = useState<unknown>()
  const [reading, setReading] = useState(false)
  const read = async (file: File) => {
    setReading(true)
    setError(undefined)
    onOutcome(undefined)
    try {
      const { lines, faults } = await call('importLines', { file })
      // The ids of the sheet count its rows; two sheets in one claim must not share them.
      onAdd(lines.map((line) => ({ ...line, id: rowId() })))
      onOutcome({ title: t.uploaded(lines.length), notes: faults.map((fault) => fault.message) })
    } catch (failure) {
      setError(failure)
    } finally {
      setReading(false)
    }
  }
  return (
    <>
      <span className="button small file-button">
        {reading ? t.uploading : t.upload}
        <input
          type="file"
          aria-label={t.upload}
          accept=".xlsx,.csv"
          disabled={reading}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void read(file)
          }}
        />
      </span>
      <ActionFailure error={error} />
    </>
  )
}
