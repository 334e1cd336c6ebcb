import { useState } from 'react'
import type { CaseView } from '@yichuang/contracts'
import { addressOf, call } from '../../shared/api.ts'
import { day, fileSize } from '../../shared/format.ts'
import { useApplyTexts } from '../messages/apply.ts'
import { useMeasureTexts } from '../messages/measures.ts'
import { useSession } from '../session.ts'
import { Callout } from './callout.tsx'
import { fieldId } from './field.tsx'
import { faultOfFile } from './file-check.ts'
import { ActionFailure } from './loaded.tsx'
import { useAction } from './use-action.ts'
import { useUploads } from './use-uploads.ts'
import { UploadRow } from './upload-row.tsx'

export type Slot = CaseView['materials'][number]
type FileOfCase = Slot['files'][number]

/** Every material asked for, with the files handed in and ways to add more. */
export function MaterialSlots(props: {
  caseId: string
  regionCode: string
  slots: readonly Slot[]
  onVersion: (version: number) => void
}) {
  const t = useApplyTexts().materials
  if (props.slots.length === 0) return <p className="empty">{t.noList}</p>
  return props.slots.map((slot) => <MaterialSlotForm key={slot.materialId} {...props} slot={slot} />)
}

/** One material: its files, and buttons to photograph or choose more. */
export function MaterialSlotForm({
  caseId,
  regionCode,
  slot,
  onVersion,
}: {
  caseId: string
  regionCode: string
  slot: Slot
  onVersion: (version: number) => void
}) {
  const t = useApplyTexts().materials
  const { later } = useMeasureTexts()
  const { session } = useSession()
  const [files, setFiles] = useState(slot.files)
  const [refused, setRefused] = useState<string[]>([])
  const [said, setSaid] = useState('')
  const sending = useUploads({ caseId, regionCode, materialId: slot.materialId }, ({ file, version }) => {
    setFiles((before) => [...before.filter((one) => one.fileId !== file.fileId), file])
    setSaid(t.done(file.name))
    onVersion(version)
  })
  const take = (chosen: readonly File[]) => {
    const faults = chosen.map((file) => ({ file, fault: faultOfFile(file, session.maxUploadBytes) }))
    setRefused(
      faults.flatMap(({ file, fault }) =>
        fault === undefined
          ? []
          : fault === 'tooLarge'
            ? [t.tooLarge(file.name, fileSize(file.size), fileSize(session.maxUploadBytes))]
            : [t[fault](file.name)],
      ),
    )
    void sending.add(faults.filter(({ fault }) => fault === undefined).map(({ file }) => file))
  }
  const id = fieldId(`materials.${slot.materialId}`)
  return (
    <section className="pane stack field" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {slot.name}{' '}
        <span className={slot.required ? 'tag live' : 'tag'}>{slot.required ? t.required : t.optional}</span>
      </h2>
      {slot.note && <p className="soft">{slot.note}</p>}
      {slot.laterUntil && files.length === 0 && (
        <p>
          <span className="tag care">{later(day(slot.laterUntil))}</span>
        </p>
      )}
      {files.length + sending.uploads.length === 0 && <p className="faint">{t.none}</p>}
      <ul className="files">
        {files.map((file) => (
          <FileRow
            key={file.fileId}
            file={file}
            caseId={caseId}
            regionCode={regionCode}
            materialId={slot.materialId}
            onRemoved={(version) => {
              setFiles((before) => before.filter((one) => one.fileId !== file.fileId))
              onVersion(version)
            }}
          />
        ))}
        {sending.uploads.map((one) => (
          <UploadRow
            key={one.key}
            upload={one}
            onRetry={() => sending.retry(one)}
            onStop={() => sending.stop(one)}
          />
        ))}
      </ul>
      {refused.map((sentence) => (
        <div role="alert" key={sentence}>
          <Callout kind="fault" title={sentence} />
        </div>
      ))}
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <p className="row">
        <PickButton name={t.choose} material={slot.name} onPick={take} />
        <PickButton name={t.camera} material={slot.name} onPick={take} camera />
      </p>
    </section>
  )
}

function PickButton({
  name,
  material,
  camera,
  onPick,
}: {
  name: string
  material: string
  camera?: boolean
  onPick: (files: File[]) => void
}) {
  const t = useApplyTexts().materials
  return (
    <span className="button file-button">
      {name}
      <input
        type="file"
        aria-label={t.forMaterial(name, material)}
        accept={camera ? 'image/*' : 'image/*,application/pdf'}
        multiple={!camera}
        capture={camera ? 'environment' : undefined}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = '' // the same file may be chosen again after a failure
          onPick(files)
        }}
      />
    </span>
  )
}

function FileRow({
  file,
  caseId,
  regionCode,
  materialId,
  onRemoved,
}: {
  file: FileOfCase
  caseId: string
  regionCode: string
  materialId: string
  onRemoved: (version: number) => void
}) {
  const t = useApplyTexts().materials
  const remove = useAction(
    (intent) =>
      call('removeMaterial', {
        params: { caseId, materialId, fileId: file.fileId },
        query: { regionCode },
        intent,
      }),
    ({ version }) => onRemoved(version),
  )
  return (
    <li>
      <FileThumb file={file} caseId={caseId} regionCode={regionCode} />
      <span>
        <a
          href={addressOf('getFile', { params: { caseId, fileId: file.fileId }, query: { regionCode } })}
          target="_blank"
          rel="noreferrer"
          aria-label={t.open(file.name)}
        >
          {file.name}
        </a>
        <br />
        <span className="faint">{fileSize(file.size)}</span>
        <ActionFailure error={remove.error} />
      </span>
      <button
        type="button"
        className="button small danger"
        disabled={remove.pending}
        aria-label={t.removeFile(file.name)}
        onClick={remove.run}
      >
        {t.remove}
      </button>
    </li>
  )
}

/** Small picture of a file, or its kind where there is none. */
export function FileThumb({
  file,
  caseId,
  regionCode,
}: {
  file: FileOfCase
  caseId: string
  regionCode: string
}) {
  if (!file.hasThumbnail)
    return <span className="thumb">{file.type === 'application/pdf' ? 'PDF' : '—'}</span>
  return (
    <img
      className="thumb"
      alt=""
      src={addressOf('getFile', {
        params: { caseId, fileId: file.fileId },
        query: { regionCode, size: 'thumbnail' },
      })}
    />
  )
}
