import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { ProblemAlert } from '../../parts/problem.tsx'

/** A form of a hospital's office: its fields, what is still needed once it was sent, what was refused, and the button. */
export function HospitalForm(props: {
  ready: boolean
  /** what must be filled in before it can be sent */
  needs: string
  label: string
  act: { readonly error: unknown; readonly isPending: boolean }
  onSend: () => void
  children: ReactNode
}) {
  const [asked, setAsked] = useState(false)
  const { ready, act } = props
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (ready) props.onSend()
      }}
    >
      {props.children}
      {asked && !ready && (
        <p role="alert" className="bad-text flat">
          {props.needs}
        </p>
      )}
      <ProblemAlert error={act.error} />
      <p className="flat">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {props.label}
        </Button>
      </p>
    </form>
  )
}
