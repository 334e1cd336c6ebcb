import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

export interface Tab<K extends string> {
  key: K
  label: string
  count?: number
}

/**
 * Tabs that wrap on narrow screens and follow the keyboard pattern of the ARIA guide: arrow keys, Home and End move,
 * one tab stop. antd's tabs put a button for the overflow into the list of tabs, which screen readers stumble over.
 */
export function Tabs<K extends string>(props: {
  label: string
  tabs: readonly Tab<K>[]
  active: K
  onChange: (key: K) => void
  children: ReactNode
}) {
  const { tabs, active, onChange } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ key }) => key === active)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = tabs[(to + tabs.length) % tabs.length]!
    onChange(next.key)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus()
  }
  return (
    <div className="tabs">
      <div role="tablist" tabIndex={-1} aria-label={props.label} ref={list} onKeyDown={move}>
        {tabs.map(({ key, label, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            data-tab={key}
            aria-selected={key === active}
            aria-controls={`${id}-panel`}
            tabIndex={key === active ? 0 : -1}
            onClick={() => onChange(key)}
          >
            {label}
            {count !== undefined && <span className="count">{count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${active}`}>
        {props.children}
      </div>
    </div>
  )
}
