import { Link, useLocation } from 'wouter'
import { useWords } from '../parts/lang.ts'
import { entryOf, type Entry } from './navigation.ts'
import { shellWords } from './words.ts'

/** A link to a room; the room one is in is marked as the current page. */
export function EntryLink({ entry, onClick }: { entry: Entry; onClick?: () => void }) {
  const text = useWords(shellWords)
  const [location] = useLocation()
  const current = entryOf(location) === entry
  return (
    <Link href={entry.path} aria-current={current ? 'page' : undefined} onClick={onClick}>
      {text.entries[entry.name]}
    </Link>
  )
}
