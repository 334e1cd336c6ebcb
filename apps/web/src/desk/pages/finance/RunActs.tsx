import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useRef, useState } from 'react'
import { download } from '../../../shared/api.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct } from '../../parts/queries.ts'
import { saveFile } from '../../parts/save-file.ts'
import type { Run } from './run.ts'
import { financeWords } from './words.ts'

/** Export, import of the bank's answer, cancel: what the state of the run allows. */
export function RunActs({ run }: { run: Run }) {
  const text = useWords(financeWords)
  const reload = () => refresh('getRun', 'listRuns', 'readyToPay', 'inbox')
  return (
    <section className="panel stack">
      {(run.state === 'open' || run.fileHash) && run.state !== 'cancelled' && (
        <Export run={run} onDone={reload} />
      )}
      {run.state === 'exported' && <Import run={run} onDone={reload} />}
      {run.state === 'open' && <Cancel run={run} text={text} onDone={reload} />}
    </section>
  )
}

function Export({ run, onDone }: { run: Run; onDone: () => Promise<unknown> }) {
  const text = useWords(financeWords)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const first = run.state === 'open'
  const exportFile = async () => {
    setBusy(true)
    setError(null)
    try {
      saveFile(
        await download('exportRun', { params: { runId: run.runId }, body: { regionCode: run.regionCode } }),
      )
      await onDone()
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <div className="stack tight">
      <Button
        type={first ? 'primary' : 'default'}
        icon={<DownloadOutlined />}
        loading={busy}
        onClick={() => void exportFile()}
      >
        {first ? text.export : text.again}
      </Button>
      <p className="muted small flat">{text.exportText}</p>
      <ProblemAlert error={error} />
    </div>
  )
}

function Import({ run, onDone }: { run: Run; onDone: () => Promise<unknown> }) {
  const text = useWords(financeWords)
  const { message } = App.useApp()
  const picker = useRef<HTMLInputElement>(null)
  const book = useAct('importReturn', () => {
    message.success(text.importDone)
    return onDone()
  })
  return (
    <div className="stack tight">
      <Button
        type="primary"
        icon={<UploadOutlined />}
        loading={book.isPending}
        onClick={() => picker.current?.click()}
      >
        {text.import}
      </Button>
      <p className="muted small flat">{text.importText}</p>
      <input
        ref={picker}
        hidden
        type="file"
        accept=".csv,text/csv"
        aria-label={text.import}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) book.mutate({ params: { runId: run.runId }, query: { regionCode: run.regionCode }, file })
          target.value = ''
        }}
      />
      {book.error && <strong className="bad-text">{text.importFaulty}</strong>}
      <ProblemAlert error={book.error} />
    </div>
  )
}

function Cancel(props: { run: Run; text: typeof financeWords.zh; onDone: () => Promise<unknown> }) {
  const { run, text } = props
  const cancel = useAct('cancelRun', props.onDone)
  return (
    <div className="stack tight">
      <Popconfirm
        title={text.cancelRun}
        description={text.cancelText}
        okText={text.cancelRun}
        okButtonProps={{ danger: true }}
        cancelText={text.keepRun}
        onConfirm={() =>
          cancel.mutate({
            params: { runId: run.runId },
            body: { regionCode: run.regionCode, version: run.version },
          })
        }
      >
        <Button danger loading={cancel.isPending}>
          {text.cancelRun}
        </Button>
      </Popconfirm>
      <ProblemAlert error={cancel.error} />
    </div>
  )
}
