import { useState } from 'react'
import { Link } from 'wouter'
import type { Citation } from '@yichuang/contracts'
import { day } from '../../shared/format.ts'
import { useTexts } from '../texts.ts'
import { useDocumentAddress } from './documents.ts'

/** The clause a figure rests on: folded, opened to its quotation and the whole document. */
export function Clause({ source }: { source: Citation | null | undefined }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  if (!source) return null
  return (
    <details className="clause" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.clause.show(source.citation, source.clause)}</summary>
      <blockquote>“{source.quote}”</blockquote>
      <p className="faint">
        {t.clause.from(day(source.from))}
        {source.fromBasis && ` · ${source.fromBasis}`}
      </p>
      {source.borrowed && (
        <p>
          <span className="tag care">{t.borrowed.title(source.borrowed.from)}</span> {source.borrowed.why}
        </p>
      )}
      {open && <DocumentLink source={source} />}
    </details>
  )
}

function DocumentLink({ source }: { source: Citation }) {
  const t = useTexts()
  const address = useDocumentAddress(source.citation)
  if (address === undefined) return null
  if (address === null) return <p className="faint">{t.clause.noLink}</p>
  return (
    <Link className="back" href={`${address}?quote=${encodeURIComponent(source.quote)}`}>
      {t.clause.open}
    </Link>
  )
}
