import { Link } from 'wouter'
import type { Citation } from '@yichuang/contracts'
import { day } from '../../shared/format.ts'
import { useTexts } from '../texts.ts'

/** The clause a figure rests on: folded, opened to its quotation and the whole document. */
export function Clause({ source }: { source: Citation | null | undefined }) {
  const t = useTexts()
  if (!source) return null
  return (
    <details className="clause">
      <summary>{t.clause.show(source.citation, source.clause)}</summary>
      <blockquote>“{source.quote}”</blockquote>
      <p className="faint">
        {t.clause.from(day(source.from))}
        {source.fromBasis && ` · ${source.fromBasis}`}
      </p>
      {source.excerpt && <p className="faint">{t.clause.excerpt}</p>}
      {source.borrowed && (
        <p>
          <span className="tag care">{t.borrowed.title(source.borrowed.from)}</span> {source.borrowed.why}
        </p>
      )}
      <DocumentLink source={source} />
    </details>
  )
}

function DocumentLink({ source }: { source: Citation }) {
  const t = useTexts()
  const [packId = '', documentId = ''] = source.document.split(':')
  const address = `/documents/${encodeURIComponent(packId)}/${encodeURIComponent(documentId)}`
  return (
    <Link className="back" href={`${address}?quote=${encodeURIComponent(source.quote)}`}>
      {t.clause.open}
    </Link>
  )
}
