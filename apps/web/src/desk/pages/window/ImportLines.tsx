import { UploadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useRef } from 'react'
import type { FeeLine } from '@yichuang/contracts'
import { addressOf } from '../../../shared/api.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct } from '../../parts/queries.ts'
import { windowWords } from './words.ts'

/** Reads lines from a spreadsheet file; rows with faults are named and left out. */
export function ImportLines({ onLines }: { onLines: (lines: FeeLine[]) => void }) {
  const text = useWords(windowWords)
  const picker = useRef<HTMLInputElement>(null)
  const read = useAct('importLines', (reply) => onLines(reply.lines))
  return (
    <div className="stack tight import">
      <span className="row">
        <Button
          size="small"
          icon={<UploadOutlined />}
          loading={read.isPending}
          onClick={() => picker.current?.click()}
        >
          {text.import}
        </Button>
        <a className="small" href={addressOf('linesTemplate')} download>
          {text.template}
        </a>
        {read.data && <output className="muted small">{text.imported(read.data.lines.length)}</output>}
      </span>
      <input
        ref={picker}
        hidden
        type="file"
        accept=".xlsx,.csv"
        aria-label={text.import}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) read.mutate({ file })
          target.value = ''
        }}
      />
      <ProblemAlert error={read.error} />
      {read.data && read.data.faults.length > 0 && (
        <Alert
          type="warning"
          title={text.importFaults}
          description={
            <ul className="fault-list">
              {read.data.faults.map((fault) => (
                <li key={fault.path + fault.message}>{fault.message}</li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  )
}
