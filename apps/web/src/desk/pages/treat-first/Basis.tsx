import { Alert } from 'antd'
import { useWords } from '../../parts/lang.ts'
import type { Sums } from './entry.ts'
import { treatFirstWords } from './words.ts'

/** What entries rest on today, with its words; or why nobody can be entered. */
export function Basis({ sums }: { sums: Sums }) {
  const text = useWords(treatFirstWords)
  const { measures, known } = sums
  if (measures.length > 0)
    return (
      <section className="panel stack tight" aria-label={text.basis}>
        {measures.map(({ measureId, title, source }) => (
          <p key={measureId} className="flat">
            <strong>{title}</strong>{' '}
            <span className="muted">
              {source.citation} {source.clause}
            </span>
            <br />
            <q>{source.quote}</q>
          </p>
        ))}
      </section>
    )
  return (
    <Alert
      type="info"
      showIcon
      title={text.noBasis}
      description={
        known.length === 0
          ? text.nothingKnown
          : `${text.knownBasis}：${known.map(({ title, source }) => `${title}（${source.citation}）`).join('；')}`
      }
    />
  )
}
