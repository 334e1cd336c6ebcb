import { Skeleton } from 'antd'
import { Link } from 'wouter'
import { Empty } from '../../parts/Empty.tsx'
import { showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { Changes } from './Changes.tsx'
import { policyWords } from './words.ts'

/** What was published here, newest first, each with its difference kept. */
export function Publications() {
  const text = useWords(policyWords)
  const list = useGet('listPublications', {})
  return (
    <div className="stack">
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isLoading && <Skeleton active />}
      {list.data?.items.length === 0 && <Empty title={text.noPublications} />}
      {list.data?.items.map((row) => (
        <section key={row.seq} className="panel">
          <h2>
            {row.seq}. <Link href={`/policy/drafts/${row.draftId}`}>{row.title}</Link>
          </h2>
          <p className="muted">
            {showInstant(row.publishedAt)} · {text.by(row.author, row.publishedBy)} · {row.reason}
          </p>
          <Changes changes={row.changes} />
          {row.guides.length > 0 && (
            <p className="small">
              {text.guides}：{row.guides.map(({ title }) => title).join('、')}
            </p>
          )}
        </section>
      ))}
    </div>
  )
}
