import { Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { CaseTable } from '../../parts/CaseTable.tsx'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { More } from '../../parts/More.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, usePages, type Reply } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { measuresWords } from './words.ts'

type Use = Reply<'measureUsage'>['items'][number]

/** Everything done under measures, counted and summed from the marks; a line opens its cases. */
export function Usage() {
  const { use: text } = useWords(measuresWords)
  const { office } = useDesk()
  const [open, setOpen] = useState<Use | null>(null)
  const [all, setAll] = useState<Use | null>(null)
  const usage = useGet('measureUsage', { query: { regionCode: office.regionCode } })
  const rows = usage.data?.items.filter(({ cases, others }) => cases + others > 0) ?? []
  return (
    <section className="panel">
      <ProblemAlert error={usage.error} onRetry={() => void usage.refetch()} />
      {usage.isLoading && <Skeleton active />}
      {usage.data && rows.length === 0 && <Empty title={text.none} />}
      {rows.length > 0 && (
        <ScrollRegion label={text.measure}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{text.measure}</th>
                <th scope="col" className="num">
                  {text.cases}
                </th>
                <th scope="col" className="num">
                  {text.total}
                </th>
                <th scope="col" className="num">
                  {text.fund}
                </th>
                <th scope="col" className="num">
                  {text.extra}
                </th>
                <th scope="col" className="num">
                  {text.owed}
                </th>
                <th scope="col">{text.period}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.measureId}>
                  <td>{row.title}</td>
                  <td className="num">
                    {row.cases === 0 ? (
                      row.cases
                    ) : (
                      <button
                        type="button"
                        className="text-link"
                        aria-label={text.open(row.title)}
                        onClick={() => setOpen(row)}
                      >
                        {row.cases}
                      </button>
                    )}
                    {row.others > 0 && (
                      <div className="small">
                        <button
                          type="button"
                          className="text-link"
                          aria-label={text.openOthers(row.title)}
                          onClick={() => setAll(row)}
                        >
                          {text.others(row.others)}
                        </button>
                      </div>
                    )}
                  </td>
                  <td className="num">{showYuan(row.total)}</td>
                  <td className="num">{showYuan(row.fund)}</td>
                  <td className="num">
                    {row.extraKnown === 0 ? '—' : showYuan(row.extra)}
                    {row.extraKnown > 0 && row.extraKnown < row.cases && (
                      <div className="muted small">{text.partly(row.extraKnown, row.cases)}</div>
                    )}
                  </td>
                  <td className="num">
                    {row.owedOpen} / {row.owedOverdue} / {row.owedReceived}
                  </td>
                  <td>
                    {showDay(row.firstDay)} — {showDay(row.lastDay)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open?.title ?? text.behind}
        size={1040}
      >
        {open && <Behind measureId={open.measureId} />}
      </Drawer>
      <Drawer open={all !== null} onClose={() => setAll(null)} title={all?.title ?? text.done} size={1040}>
        {all && <Everything measureId={all.measureId} />}
      </Drawer>
    </section>
  )
}

function Behind({ measureId }: { measureId: string }) {
  const { office } = useDesk()
  const cases = usePages('casesUnderMeasure', {
    query: { regionCode: office.regionCode, measureId, limit: 50 },
  })
  return (
    <>
      <ProblemAlert error={cases.error} onRetry={() => void cases.refetch()} />
      {cases.isLoading && <Skeleton active />}
      {cases.items.length > 0 && <CaseTable rows={cases.items} />}
      <More {...cases} />
    </>
  )
}

/** Everything a measure acted on, whatever it is. */
function Everything({ measureId }: { measureId: string }) {
  const { use: text } = useWords(measuresWords)
  const { office } = useDesk()
  const done = usePages('doneUnderMeasure', {
    query: { regionCode: office.regionCode, measureId, limit: 50 },
  })
  return (
    <Listing list={done} empty={text.none}>
      {(rows) => (
        <RowTable
          label={text.done}
          rows={rows}
          keyOf={({ subjectId }) => subjectId}
          columns={[
            { title: text.subject, cell: (row) => text.subjects[row.subject] },
            { title: text.number, className: 'nowrap', cell: (row) => row.number },
            { title: text.day, className: 'nowrap', cell: (row) => showDay(row.day) },
            { title: text.total, className: 'num', cell: (row) => showYuan(row.total) },
            { title: text.fund, className: 'num', cell: (row) => showYuan(row.fund) },
          ]}
        />
      )}
    </Listing>
  )
}
