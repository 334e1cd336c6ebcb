import { DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { addressOf, call } from '../../../shared/api.ts'
import { fileSize } from '../../../shared/format.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, type Reply } from '../../parts/queries.ts'
import { reloadCase } from '../case/case-context.tsx'
import { FaultText } from './Field.tsx'
import { useTyping } from './typing-state.tsx'
import { windowWords } from './words.ts'

type Slot = Reply<'getCase'>['materials'][number]

/** The item's list of materials with what was scanned for each. */
export function Materials() {
  const { view } = useTyping()
  const text = useWords(windowWords)
  return (
    <section className="panel" id="materials">
      <h2>{text.steps.materials}</h2>
      <div className="slots">
        {view.materials.map((slot) => (
          <MaterialSlot key={slot.materialId} slot={slot} />
        ))}
      </div>
    </section>
  )
}

function MaterialSlot({ slot }: { slot: Slot }) {
  const { view, noteVersion, faultAt } = useTyping()
  const text = useWords(windowWords)
  const picker = useRef<HTMLInputElement>(null)
  const [progress, setProgress] = useState<{ name: string; percent: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [over, setOver] = useState(false)
  const remove = useAct('removeMaterial', () => reloadCase(view))

  const upload = async (files: readonly File[]) => {
    setError(null)
    try {
      for (const file of files) {
        const reply = await call('addMaterial', {
          params: { caseId: view.caseId, materialId: slot.materialId },
          query: { regionCode: view.regionCode },
          file,
          onProgress: (share) => setProgress({ name: file.name, percent: Math.round(share * 100) }),
        })
        noteVersion(reply.version)
      }
    } catch (problem) {
      setError(problem)
    }
    setProgress(null)
    await reloadCase(view)
  }
  return (
    // Dropping and pasting are a shortcut; the button below does the same by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={over ? 'slot slot-over' : 'slot'}
      aria-label={slot.name}
      // Pasting a picture needs a place that can have the focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-path={`materials.${slot.materialId}`}
      onPaste={(event) => {
        const files = [...event.clipboardData.files]
        if (files.length === 0) return
        event.preventDefault()
        void upload(files)
      }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void upload([...event.dataTransfer.files])
      }}
    >
      <div className="spread">
        <strong>{slot.name}</strong>
        <Mark tone={slot.files.length > 0 ? 'good' : slot.required ? 'soon' : 'quiet'}>
          {slot.required ? text.required : text.optional}
        </Mark>
      </div>
      {slot.note && <p className="muted small flat">{slot.note}</p>}
      <FaultText>{faultAt(`materials.${slot.materialId}`)}</FaultText>
      <ul className="files">
        {slot.files.map((file) => {
          const params = { caseId: view.caseId, fileId: file.fileId }
          return (
            <li key={file.fileId}>
              <a
                href={addressOf('getFile', { params, query: { regionCode: view.regionCode } })}
                target="_blank"
                rel="noreferrer"
              >
                {file.hasThumbnail && (
                  <img
                    src={addressOf('getFile', {
                      params,
                      query: { regionCode: view.regionCode, size: 'thumbnail' },
                    })}
                    alt=""
                  />
                )}
                {file.name}
              </a>
              <span className="muted small">{fileSize(file.size)}</span>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={text.removeFile(file.name)}
                onClick={() =>
                  remove.mutate({
                    params: { ...params, materialId: slot.materialId },
                    query: { regionCode: view.regionCode },
                  })
                }
              />
            </li>
          )
        })}
      </ul>
      <span className="row">
        <Button
          size="small"
          icon={<UploadOutlined />}
          loading={progress !== null}
          onClick={() => picker.current?.click()}
        >
          {text.upload}
        </Button>
        <output className="muted small">
          {progress ? text.uploading(progress.name, progress.percent) : text.drop}
        </output>
      </span>
      <input
        ref={picker}
        hidden
        multiple
        type="file"
        accept="image/*,application/pdf"
        aria-label={`${text.upload} ${slot.name}`}
        onChange={({ target }) => {
          void upload([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <ProblemAlert error={error ?? remove.error} />
    </section>
  )
}
