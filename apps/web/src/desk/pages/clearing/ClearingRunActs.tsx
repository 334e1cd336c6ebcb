import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useRef, useState } from 'react'
import { download } from '../../../shared/api.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct } from '../../parts/queries.ts'
import { saveFile } from '../../parts/save-file.ts'
import { financeWords } from '../finance/words.ts'
import { refreshClearing, type ClearingRun } from './clearing.ts'

/** Export, import of the bank's answer, cancel: what the state of the run allows. */
export function ClearingRunActs({ run }: { run: ClearingRun }) {
  const text = useWords(financeWords)
  const { message } = App.useApp()
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { runId, regionCode, version, state } = run
  const cancel = useAct('cancelClearingRun', refreshClearing)
  const book = useAct('importClearingReturn', async () => {
    await refreshClearing()
    void message.success(text.importDone)
  })
  const exportFile = async () => {
    setBusy(true)
    setError(null)
    try {
      saveFile(await download('exportClearingRun', { params: { runId }, body: { regionCode } }))
      await refreshClearing()
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  if (state === 'cancelled') return null
  return (
    <section className="panel stack">
      <div className="stack tight">
        <Button
          type={state === 'open' ? 'primary' : 'default'}
          icon={<DownloadOutlined />}
          loading={busy}
          onClick={() => void exportFile()}
        >
          {state === 'open' ? text.export : text.again}
        </Button>
        <p className="muted small flat">{text.exportText}</p>
        <ProblemAlert error={error} />
      </div>
      {state === 'exported' && (
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
              if (file) book.mutate({ params: { runId }, query: { regionCode }, file })
              target.value = ''
            }}
          />
          {book.error && <strong className="bad-text">{text.importFaulty}</strong>}
          <ProblemAlert error={book.error} />
        </div>
      )}
      {state === 'open' && (
        <div className="stack tight">
          <Popconfirm
            title={text.cancelRun}
            description={text.cancelText}
            okText={text.cancelRun}
            okButtonProps={{ danger: true }}
            cancelText={text.keepRun}
            onConfirm={() => cancel.mutate({ params: { runId }, body: { regionCode, version } })}
          >
            <Button danger loading={cancel.isPending}>
              {text.cancelRun}
            </Button>
          </Popconfirm>
          <ProblemAlert error={cancel.error} />
        </div>
      )}
    </section>
  )
}
