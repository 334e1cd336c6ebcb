import { Select } from 'antd'
import { useWords } from '../../../parts/lang.ts'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { useGet } from '../../../parts/queries.ts'
import { MarkedText } from '../MarkedText.tsx'
import { documentNamed } from './form-context.ts'
import { formWords } from './form-words.ts'

interface Quotable {
  readonly packId: string
  readonly id: string
  readonly citation: string
}

/** The document beside the form: words selected in it become the quote of the value at hand. */
export function CiteBox(props: {
  draftId: string
  documents: readonly Quotable[]
  /** as the basis at hand names it */
  document: string
  quote: string
  citing: boolean
  onDocument: (reference: string) => void
  onSelect: (words: string) => void
}) {
  const text = useWords(formWords)
  const { documents, citing } = props
  const known = documentNamed(documents, props.document)
  return (
    <section className="panel rule-cite" aria-label={text.cite}>
      <h2>{text.cite}</h2>
      <p className="muted small flat">{citing ? text.citeNow : text.citeWhat}</p>
      <Select
        aria-label={text.document}
        placeholder={text.document}
        showSearch={{ optionFilterProp: 'label' }}
        value={known ? `${known.packId}:${known.id}` : undefined}
        options={documents.map(({ packId, id, citation }) => ({ value: `${packId}:${id}`, label: citation }))}
        onChange={props.onDocument}
      />
      {known && <Words {...props} {...known} />}
    </section>
  )
}

function Words(props: {
  draftId: string
  packId: string
  id: string
  quote: string
  citing: boolean
  onSelect: (words: string) => void
}) {
  const text = useWords(formWords)
  const { draftId, packId, id, quote, citing } = props
  const found = useGet(
    'getDraftDocument',
    { params: { draftId, packId, documentId: id } },
    { staleTime: 60_000 },
  )
  if (!found.data) return <ProblemAlert error={found.error} />
  const start = quote === '' ? -1 : found.data.text.indexOf(quote)
  return (
    <MarkedText
      label={text.source}
      text={found.data.text}
      ranges={start < 0 ? [] : [{ start, end: start + quote.length }]}
      {...(citing && { onSelect: (words: string) => props.onSelect(words.replaceAll(/\s+/g, ' ')) })}
    />
  )
}
