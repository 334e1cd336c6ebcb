import { useEffect, useRef, type ReactNode } from 'react'

/** A document with stretches of it marked; the first mark is scrolled into sight. `onSelect` hears of selected words. */
export function MarkedText(props: {
  label: string
  text: string
  ranges: readonly { start: number; end: number }[]
  onSelect?: (words: string) => void
}) {
  const { text, ranges, onSelect } = props
  const place = useRef<HTMLElement>(null)
  const firstMark = ranges[0]?.start
  useEffect(() => {
    const box = place.current
    const mark = firstMark === undefined ? null : box?.querySelector('mark')
    if (box && mark) box.scrollTop = mark.offsetTop - box.offsetTop - 60
  }, [firstMark])
  const selected = () => {
    const selection = window.getSelection()
    const words = selection?.toString().trim() ?? ''
    if (words.length >= 2 && selection?.anchorNode && place.current?.contains(selection.anchorNode))
      onSelect?.(words)
  }
  return (
    // It scrolls, so it can have the focus; what is selected with the keyboard counts as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={place}
      className="policy-text"
      aria-label={props.label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onMouseUp={onSelect && selected}
      onKeyUp={onSelect && selected}
      onTouchEnd={onSelect && selected}
    >
      {pieces(text, ranges)}
    </section>
  )
}

function pieces(text: string, ranges: readonly { start: number; end: number }[]): ReactNode[] {
  const found: ReactNode[] = []
  let at = 0
  for (const { start, end } of ranges) {
    if (start > at) found.push(text.slice(at, start))
    found.push(<mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  found.push(text.slice(at))
  return found
}
