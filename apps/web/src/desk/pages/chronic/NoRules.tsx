import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { chronicWords } from './words.ts'

/** Where no rule lets hospitals take chronic diseases: which rule is missing, what is done meanwhile, and whom to call. */
export function NoRules({ regionCode, missing }: { regionCode: string; missing: string }) {
  const { withoutRules: text } = useWords(chronicWords)
  const directory = useGet('listDirectory', { params: { regionCode } })
  const source = directory.data?.items.find((one) => one.source)?.source
  return (
    <section className="panel stack">
      <p className="soon-text flat">{missing}</p>
      <p className="flat">{text.meanwhile}</p>
      <p className="flat">
        <a href={`/items/${regionCode}/chronic.recognition`} target="_blank" rel="noreferrer">
          {text.guide}
        </a>
      </p>
      <ProblemAlert error={directory.error} onRetry={() => void directory.refetch()} />
      {directory.data?.items.length === 0 && <p className="muted flat">{text.noPhones}</p>}
      {directory.data && directory.data.items.length > 0 && (
        <div>
          <h2>{text.phones}</h2>
          <ul>
            {directory.data.items.map(({ office, topic, numbers }) => (
              <li key={office + topic}>
                {office}
                {topic && `（${topic}）`}：{numbers.join('、')}
              </li>
            ))}
          </ul>
          <p className="muted small flat">
            {source?.citation} {source?.clause}
          </p>
        </div>
      )}
    </section>
  )
}
