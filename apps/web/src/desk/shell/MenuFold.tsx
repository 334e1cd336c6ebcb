import { DownOutlined } from '@ant-design/icons'
import { useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '../parts/lang.ts'
import { EntryLink } from './EntryLink.tsx'
import { entryOf, type MenuGroup } from './navigation.ts'
import { shellWords } from './words.ts'

/**
 * A group of the menu: a button that unfolds its links below it. Escape folds it and goes back to the button, the arrow
 * keys walk the links, and it folds by itself when the focus or the pointer goes elsewhere.
 */
export function MenuFold({ group }: { group: MenuGroup }) {
  const text = useWords(shellWords)
  const [location] = useLocation()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const current = group.entries.includes(entryOf(location))
  useEffect(() => {
    const fold = box.current!
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && open) {
        setOpen(false)
        fold.querySelector('button')?.focus()
      }
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      setOpen(true)
      const links = [...fold.querySelectorAll('a')]
      const at = links.indexOf(document.activeElement as HTMLAnchorElement)
      const next = event.key === 'ArrowDown' ? at + 1 : at - 1
      links[Math.min(Math.max(next, 0), links.length - 1)]?.focus()
    }
    fold.addEventListener('keydown', onKey)
    return () => fold.removeEventListener('keydown', onKey)
  }, [open])
  useEffect(() => {
    if (!open) return
    const elsewhere = ({ target }: Event) => {
      if (!box.current?.contains(target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
    }
  }, [open])

  return (
    <div className="menu-fold" ref={box}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-current={current || undefined}
        onClick={() => setOpen(!open)}
      >
        {text.groups[group.name]} <DownOutlined aria-hidden />
      </button>
      <ul id={id} hidden={!open}>
        {group.entries.map((entry) => (
          <li key={entry.name}>
            <EntryLink entry={entry} onClick={() => setOpen(false)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
