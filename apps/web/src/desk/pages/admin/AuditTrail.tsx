import { Alert, Button } from 'antd'
import { showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { detailWords } from './detail-words.ts'
import { adminWords } from './words.ts'

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
      <Listing list={trail} empty={text.none}>
        {(rows) => (
          <RowTable
            label={text.title}
            rows={rows}
            keyOf={({ stream, seq }) => `${stream}/${seq}`}
            columns={[
              { title: text.time, className: 'nowrap', cell: ({ at }) => showInstant(at) },
              { title: text.who, className: 'nowrap', cell: ({ actorName }) => actorName },
              {
                title: text.act,
                className: 'nowrap',
                cell: ({ act, title }) => <span title={act}>{title}</span>,
              },
              { title: text.detail, className: 'detail', cell: ({ detail }) => detailText(detail, names) },
              { title: text.hash, cell: ({ hash }) => <code title={hash}>{hash.slice(0, 10)}…</code> },
            ]}
          />
        )}
      </Listing>
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
