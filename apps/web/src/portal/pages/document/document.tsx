import { useEffect, useMemo, useRef } from 'react'
import { useParams, useSearch } from 'wouter'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Callout } from '../../parts/callout.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useTexts } from '../../texts.ts'
import { markQuote } from './mark-quote.ts'

/** Full text of a document with the quoted words marked. */
export function DocumentPage() {
  const { packId = '', documentId = '' } = useParams()
  const quote = new URLSearchParams(useSearch()).get('quote') ?? ''
  const found = useLoad(
    (signal) => call('getDocument', { params: { packId, documentId }, signal }),
    ['document', packId, documentId],
  )
  return (
    <Loaded of={found}>
      {(document) => (
        <DocumentText
          title={document.citation}
          published={document.published}
          text={document.text}
          quote={quote}
        />
      )}
    </Loaded>
  )
}

function DocumentText({
  title,
  published,
  text,
  quote,
}: {
  title: string
  published: string | null
  text: string
  quote: string
}) {
  const t = useTexts().document
  const paragraphs = useMemo(() => markQuote(text, quote), [text, quote])
  const marked = paragraphs.some((pieces) => pieces.some((piece) => piece.marked))
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    // In braces: newer browsers answer a promise, and an effect may return nothing but its clean-up.
    article.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <Page title={title} lead={published ? t.published(day(published)) : undefined} narrow>
      {quote && <Callout kind={marked ? 'info' : 'care'} title={marked ? t.quoted : t.notFound} />}
      <article
        ref={article}
        className="document-text pane"
        lang="zh-CN"
        style={{ marginBlockStart: '1.5rem' }}
      >
        {paragraphs.map((pieces, row) => (
          <p key={row}>
            {pieces.map((piece, column) =>
              piece.marked ? <mark key={column}>{piece.text}</mark> : piece.text,
            )}
          </p>
        ))}
      </article>
    </Page>
  )
}
