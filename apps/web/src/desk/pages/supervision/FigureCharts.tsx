import { useMemo } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Chart } from './Chart.tsx'
import { byDayChart, byOfficeChart, durationChart, type Limit } from './charts.ts'
import type { Figures } from './FigureCards.tsx'
import { SimpleTable } from './SimpleTable.tsx'
import { supervisionWords } from './words.ts'

/** The three charts. The limit line shows when one limit holds for everything counted. */
export function FigureCharts({ figures, itemId }: { figures: Figures; itemId?: string }) {
  const text = useWords(supervisionWords)
  const limit = useMemo(() => oneLimit(figures, itemId), [figures, itemId])
  const byDay = useMemo(() => byDayChart(figures, text), [figures, text])
  const duration = useMemo(() => durationChart(figures, limit, text), [figures, limit, text])
  const byOffice = useMemo(() => byOfficeChart(figures, text), [figures, text])
  return (
    <div className="charts">
      <Chart
        title={text.byDay}
        option={byDay}
        table={
          <SimpleTable
            caption={text.byDay}
            head={[text.day, text.figures.received, text.figures.decided]}
            rows={figures.byDay.map((row) => [showDay(row.day), row.received, row.decided])}
          />
        }
      />
      <Chart
        title={text.histogram}
        note={limit === null ? undefined : text.histogramNote(text.limits[limit.kind], limit.days)}
        option={duration}
        table={
          <SimpleTable
            caption={text.histogram}
            head={[text.workingDays, text.cases]}
            rows={figures.duration.histogram.map((row) => [row.days, row.count])}
          />
        }
      />
      <Chart
        title={text.byOffice}
        option={byOffice}
        height={Math.max(200, figures.byOffice.length * 30 + 70)}
        table={
          <SimpleTable
            caption={text.byOffice}
            head={[
              text.office,
              text.figures.received,
              text.figures.decided,
              text.figures['on-time'],
              text.figures.overdue,
              text.figures.open,
            ]}
            rows={figures.byOffice.map((row) => [
              row.officeName,
              row.received,
              row.decided,
              row.onTime,
              row.overdue,
              row.open,
            ])}
          />
        }
      />
    </div>
  )
}

/** The limit when one and the same holds for everything counted; where nothing is promised, the statutory one. */
function oneLimit(figures: Figures, itemId: string | undefined): Limit | null {
  const limits = figures.baseline
    .filter((row) => itemId === undefined || row.itemId === itemId)
    .map(({ promisedDays, statutoryDays }): Limit | null => {
      if (promisedDays !== null) return { kind: 'promised', days: promisedDays }
      return statutoryDays === null ? null : { kind: 'statutory', days: statutoryDays }
    })
  const [first] = limits
  const same = limits.every((limit) => limit?.kind === first?.kind && limit?.days === first?.days)
  return same ? (first ?? null) : null
}
