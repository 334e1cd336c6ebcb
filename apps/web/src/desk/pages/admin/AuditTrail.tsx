import { Alert, Button, Skeleton } from 'antd'
import { showInstant } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { More } from '../../parts/More.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { detailWords } from './detail-words.ts'
import { adminWords } from './words.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'

/** The entries of one subject; a case can have its chain recomputed. */
export function AuditTrail(props: {
  subject: { caseId?: string; personId?: string; userId?: string }
  caseId: string | null
}) {
  const { audit: text } = useWords(adminWords)
  const names = useWords(detailWords)
  const { office } = useDesk()
  const { regionCode } = office
  const trail = usePages('auditTrail', { query: { regionCode, limit: 50, ...props.subject } })
  const verify = useAct('verifyAudit')
  return (
    <section className="panel audit">
      {props.caseId && (
        <div className="stack audit-verify">
          <div>
            <Button
              loading={verify.isPending}
              onClick={() => verify.mutate({ body: { regionCode, caseId: props.caseId! } })}
            >
              {text.verify}
            </Button>
          </div>
          {verify.data && (
            <Alert
              type={verify.data.intact ? 'success' : 'error'}
              showIcon
              title={verify.data.intact ? text.intact : text.broken}
              description={verify.data.message}
            />
          )}
          <ProblemAlert error={verify.error} />
        </div>
      )}
      <ProblemAlert error={trail.error} onRetry={() => void trail.refetch()} />
      {trail.isLoading && <Skeleton active />}
      {!trail.isLoading && !trail.error && trail.items.length === 0 && <Empty title={text.none} />}
      {trail.items.length > 0 && (
        <ScrollRegion label={text.title}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{text.time}</th>
                <th scope="col">{text.who}</th>
                <th scope="col">{text.act}</th>
                <th scope="col">{text.detail}</th>
                <th scope="col">{text.hash}</th>
              </tr>
            </thead>
            <tbody>
              {trail.items.map((entry) => (
                <tr key={`${entry.stream}/${entry.seq}`}>
                  <td className="nowrap">{showInstant(entry.at)}</td>
                  <td className="nowrap">{entry.actorName}</td>
                  <td className="nowrap" title={entry.act}>
                    {entry.title}
                  </td>
                  <td className="detail">{detailText(entry.detail, names)}</td>
                  <td>
                    <code title={entry.hash}>{entry.hash.slice(0, 10)}…</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <More {...trail} />
    </section>
  )
}

/** What an entry holds, its fields named as people call them; a field without a name keeps its own. */
function detailText(detail: Record<string, unknown>, names: Record<string, string>): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(
      ([key, value]) => `${names[key] ?? key}：${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join('；')
}
