import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useRef, useState } from 'react'
import { download } from '../../../shared/api.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct } from '../../parts/queries.ts'
import { saveFile } from '../../parts/save-file.ts'
import { financeWords } from './words.ts'

/** The acts upon a run of payments to people, and to institutions. */
const CALLS = {
  people: { file: 'exportRun', book: 'importReturn', cancel: 'cancelRun' },
  institutions: { file: 'exportClearingRun', book: 'importClearingReturn', cancel: 'cancelClearingRun' },
} as const

interface Props {
  /** who is paid by the run */
  of: keyof typeof CALLS
  run: {
    readonly runId: string
    readonly regionCode: string
    readonly version: number
    readonly state: string
  }
  onDone: () => Promise<unknown>
}

/** Export, import of the bank's answer, cancel: what the state of the run allows. */
export function RunActs(props: Props) {
  const { state } = props.run
  if (state === 'cancelled') return null
  return (
    <section className="panel stack">
      <Export {...props} />
      {state === 'exported' && <Import {...props} />}
      {state === 'open' && <Cancel {...props} />}
    </section>
  )
}

function Export({ of, run, onDone }: Props) {
  const text = useWords(financeWords)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const first = run.state === 'open'
  const exportFile = async () => {
    setBusy(true)
    setError(null)
    try {
      saveFile(
        await download(CALLS[of].file, {
          params: { runId: run.runId },
          body: { regionCode: run.regionCode },
        }),
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

function Import({ of, run, onDone }: Props) {
  const text = useWords(financeWords)
  const { message } = App.useApp()
  const picker = useRef<HTMLInputElement>(null)
  const book = useAct(CALLS[of].book, async () => {
    await onDone()
    void message.success(text.importDone)
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

function Cancel({ of, run, onDone }: Props) {
  const text = useWords(financeWords)
  const cancel = useAct(CALLS[of].cancel, onDone)
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
