import { useEffect, useRef } from 'react'

/** True when a key press belongs to a field or an open dialog and not to the page. */
export function belongsToField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('dialog,[role=dialog],[role=listbox],[role=menu]')) return true
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/** Enter on a button or a link presses it, whatever else the page does with Enter. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a,button,summary') !== null
}

/** Single-key shortcuts of a page; silent while someone types, with a modifier held, or in a dialog. */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (
        belongsToField(event.target) ||
        document.querySelector('.ant-modal-wrap:not([style*="display: none"])')
      )
        return
      if (event.key === 'Enter' && isPressable(event.target)) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act(event)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
