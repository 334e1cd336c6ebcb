import { App, Button } from 'antd'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, type Reply } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { chronicWords } from './words.ts'

export type Month = Reply<'chronicMonths'>['items'][number] & { hospital?: { code: string; name: string } }

/** Monthly lists with their last day; `handsOver` adds the act of the hospital itself. */
export function Months({ items, handsOver }: { items: readonly Month[]; handsOver?: boolean }) {
  const text = useWords(chronicWords)
  const { message } = App.useApp()
  const act = useAct('handOverChronic', async () => {
    await refresh('chronicMonths', 'listChronic')
    void message.success(text.handed)
  })
  const busy = act.isPending ? (act.variables as { params: { month: string } }).params.month : undefined
  return (
    <>
      <ProblemAlert error={act.error} />
      <ScrollRegion label={text.months}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{text.month}</th>
              {!handsOver && <th scope="col">{text.hospital}</th>}
              <th scope="col">{text.collected}</th>
              <th scope="col">{text.handedOver}</th>
              <th scope="col">{text.due}</th>
              {handsOver && <th scope="col">{text.handOver}</th>}
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.month + (one.hospital?.code ?? '')}>
                <td className="nowrap">{one.month}</td>
                {!handsOver && <td>{one.hospital?.name}</td>}
                <td>
                  {one.collected}
                  {one.withoutPapers > 0 && (
                    <div className="muted small">{text.withoutPapers(one.withoutPapers)}</div>
                  )}
                </td>
                <td>
                  {one.handedOver}
                  {one.handedOn && <div className="muted small">{text.handedOn(showDay(one.handedOn))}</div>}
                </td>
                <td>
                  {showDay(one.dueOn ?? one.ruleDay)} {one.late && <Mark tone="bad">{text.late}</Mark>}
                  {one.dueOn === null && <div className="muted small">{text.calendarMissing}</div>}
                  {one.dueOn !== null && one.dueOn !== one.ruleDay && (
                    <div className="muted small">{text.movedFrom(showDay(one.ruleDay))}</div>
                  )}
                </td>
                {handsOver && (
                  <td>
                    {one.open && one.collected > 0 && (
                      <Button
                        size="small"
                        type="primary"
                        loading={busy === one.month}
                        aria-label={`${text.handOver} ${one.month}`}
                        onClick={() => act.mutate({ params: { month: one.month }, body: {} })}
                      >
                        {text.handOver}
                      </Button>
                    )}
                    {!one.open && <span className="muted small">{text.running}</span>}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}

/** The clauses the last day rests on. */
export function Sources({ basis }: { basis: Reply<'chronicMonths'>['basis'] }) {
  return basis.map((source) => (
    <p key={source.document + source.clause} className="muted small flat">
      {source.citation} {source.clause}：“{source.quote}”
    </p>
  ))
}
