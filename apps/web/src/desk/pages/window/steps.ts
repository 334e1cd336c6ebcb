import type { KeyboardEvent } from 'react'

/** Enter goes to the next field of the form, so that a claim can be typed without looking up or taking the mouse. */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
  const field = event.target as HTMLElement
  if (!('step' in field.dataset)) return
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step]:not(:disabled)')]
  focusField(fields[fields.indexOf(field) + (event.shiftKey ? -1 : 1)])
}

/** Focuses a field and selects what is in it. */
export function focusField(field: HTMLElement | null | undefined): void {
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}

/** Goes to the field a check complains about; the nearest one when the path names a whole list. */
export function goToPath(path: string): void {
  const exact = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)
  const near = document.querySelector<HTMLElement>(
    `[data-path^="${CSS.escape(path.split('.').slice(0, 2).join('.'))}"]`,
  )
  const field = exact ?? near
  field?.scrollIntoView({ block: 'center' })
  focusField(field)
}
