import { useApplyTexts } from '../messages/apply.ts'
import type { Upload } from './use-uploads.ts'

/** A file on its way: how far it is, or why it stopped and what can be done. */
export function UploadRow({
  upload,
  onRetry,
  onStop,
}: {
  upload: Upload
  onRetry: () => void
  onStop: () => void
}) {
  const t = useApplyTexts().materials
  const percent = Math.round(upload.share * 100)
  return (
    <li>
      <span className="thumb">…</span>
      <span>
        {upload.file.name}
        <br />
        {upload.state === 'sending' && (
          <>
            <progress max={100} value={percent} aria-label={upload.file.name} />
            <span className="faint">{t.sending(percent)}</span>
          </>
        )}
        {upload.state === 'waiting' && <span className="wrong-text">{t.waiting}</span>}
        {upload.state === 'failed' && (
          <span className="wrong-text" role="alert">
            {t.failed}
            {upload.error instanceof Error && `：${upload.error.message}`}
          </span>
        )}
      </span>
      <span className="row">
        {upload.state !== 'sending' && (
          <button type="button" className="button small" onClick={onRetry}>
            {t.again}
          </button>
        )}
        <button type="button" className="button small quiet" onClick={onStop}>
          {t.stop}
        </button>
      </span>
    </li>
  )
}
