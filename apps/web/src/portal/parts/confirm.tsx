import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'

/** Asks before something that cannot be taken back; Escape and 取消 leave everything as it was. */
export function Confirm({
  title,
  yes,
  pending,
  onYes,
  onClose,
  children,
}: {
  title: string
  yes: string
  pending?: boolean
  onYes: () => void
  onClose: () => void
  children?: ReactNode
}) {
  const t = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="stack" aria-labelledby="confirm-title" onClose={onClose}>
      <h2 id="confirm-title">{title}</h2>
      {children}
      <p className="row">
        <button type="button" className="button danger" disabled={pending} onClick={onYes}>
          {yes}
        </button>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {t.cancel}
        </button>
      </p>
    </dialog>
  )
}
