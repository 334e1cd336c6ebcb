import { Input, Modal } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { defineWords, useWords } from './lang.ts'
import { ProblemAlert } from './problem.tsx'
import { common } from './words.ts'

const words = defineWords(
  { tooShort: '请写明理由，至少两个字。' },
  { tooShort: 'Please give a reason, at least two characters.' },
)

/**
 * Asks for a sentence before an act. Stays open with what was typed when the act fails. `optional` allows nothing to
 * be written; `ready` false keeps the button off until the further fields (`children`) are filled.
 */
export function ReasonDialog(props: {
  open: boolean
  title: string
  text?: ReactNode
  label: string
  placeholder?: string
  optional?: boolean
  danger?: boolean
  okText?: string
  ready?: boolean
  initial?: string
  error: unknown
  busy: boolean
  onClose: () => void
  /** answers whether the act was carried out */
  onSubmit: (reason: string) => Promise<boolean>
  children?: ReactNode
}) {
  const { cancel, confirm } = useWords(common)
  const { tooShort } = useWords(words)
  const [reason, setReason] = useState(props.initial ?? '')
  const [asked, setAsked] = useState(false)
  const id = useId()
  const short = !props.optional && reason.trim().length < 2
  const submit = async () => {
    setAsked(true)
    if (short || props.ready === false || props.busy) return
    const done = await props.onSubmit(reason.trim()).catch(() => false)
    if (!done) return
    setReason('')
    setAsked(false)
    props.onClose()
  }
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.okText ?? confirm}
      cancelText={cancel}
      okButtonProps={{ danger: props.danger, loading: props.busy, disabled: props.ready === false }}
      onOk={() => void submit()}
      onCancel={props.onClose}
    >
      <div className="stack">
        {props.text && <div>{props.text}</div>}
        {props.children}
        <div>
          <label htmlFor={id}>{props.label}</label>
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={1000}
            value={reason}
            placeholder={props.placeholder}
            status={asked && short ? 'error' : undefined}
            aria-describedby={asked && short ? `${id}-fault` : undefined}
            onChange={({ target }) => setReason(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
            }}
          />
          {asked && short && (
            <p id={`${id}-fault`} role="alert" className="bad-text flat">
              {tooShort}
            </p>
          )}
        </div>
        <ProblemAlert error={props.error} />
      </div>
    </Modal>
  )
}
