import { Skeleton } from 'antd'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { RowTable } from '../../parts/Listing.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { Trace } from '../../parts/Trace.tsx'
import { common } from '../../parts/words.ts'
import { objectionWords } from './words.ts'

type View = Reply<'getSettlement'>

/** A settlement as staff check it: its sums, every line (those objected to marked), and every step with its clause. */
export function Settlement(props: { regionCode: string; settlementId: string; named: readonly string[] }) {
  const { regionCode, settlementId, named } = props
  const found = useGet('getSettlement', { params: { settlementId }, query: { regionCode } })
  if (found.error && !found.data)
    return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton active />
  return <Whole view={found.data} named={named} />
}

function Whole({ view, named }: { view: View; named: readonly string[] }) {
  const text = useWords(objectionWords)
  const { amounts, explanation, borrowed } = view
  return (
    <div className="stack">
      <p className="flat row">
        <strong>{view.institution.name}</strong> {showDay(view.careFrom)}
        <code>{view.settlementId}</code>
        {view.cancelled && <Mark tone="bad">{text.cancelled(showDay(view.cancelled.on))}</Mark>}
      </p>
      <dl className="amounts">
        {(['total', 'fund', 'account', 'cash'] as const).map((name) => (
          <div key={name}>
            <dt>{text[name]}</dt>
            <dd className="num">{showYuan(view[name])}</dd>
          </div>
        ))}
      </dl>
      {view.lines.length > 0 && <Lines view={view} named={named} />}
      <h3>{text.steps}</h3>
      {explanation ? (
        <Trace
          settled
          calculation={{ basis: 'coded', amounts, explanation, borrowed, missing: [], assumptions: [] }}
        />
      ) : (
        <p className="muted">{text.noSteps}</p>
      )}
    </div>
  )
}

function Lines({ view, named }: { view: View; named: readonly string[] }) {
  const text = useWords(objectionWords)
  const { classes } = useWords(common)
  const names: Record<string, string> = classes
  return (
    <RowTable
      label={text.lines}
      rows={view.lines}
      keyOf={({ serial }) => serial}
      columns={[
        {
          title: text.item,
          cell: (line) => (
            <>
              {line.name ?? line.code} {named.includes(line.serial) && <Mark tone="soon">{text.named}</Mark>}
            </>
          ),
        },
        { title: text.class, cell: (line) => names[line.class] ?? line.class },
        {
          title: text.quantity,
          className: 'num',
          cell: (line) => `${line.quantity} × ${showYuan(line.price)}`,
        },
        { title: text.amount, className: 'num', cell: (line) => showYuan(line.amount) },
        { title: text.inScope, className: 'num', cell: (line) => showYuan(line.inScope) },
      ]}
    />
  )
}
