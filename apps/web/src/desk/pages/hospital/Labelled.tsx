import { Input } from 'antd'
import { useId, type ReactNode } from 'react'

/** A labelled line of text; `children` stand in for the input, and get its id. */
export function Labelled(props: {
  label: string
  value?: string
  onChange?: (value: string) => void
  maxLength?: number
  type?: string
  area?: boolean
  children?: (id: string) => ReactNode
}) {
  const id = useId()
  const { label, value, onChange, maxLength, type, area, children } = props
  const shared = { id, value, maxLength, autoComplete: 'off' }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children ? (
        children(id)
      ) : area ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 2 }}
          onChange={({ target }) => onChange?.(target.value)}
        />
      ) : (
        <Input {...shared} type={type ?? 'text'} onChange={({ target }) => onChange?.(target.value)} />
      )}
    </div>
  )
}
