import type { EChartsOption } from 'echarts'
import type { Reply } from '../../parts/queries.ts'
import type { targetsWords } from './targets-words.ts'

export type Card = Reply<'getTargets'>['cards'][number]
type Text = typeof targetsWords.zh

/** Cards with at least two of statutory, promised and actual to compare. */
export function comparable(cards: readonly Card[]): Card[] {
  return cards.filter(
    ({ limit }) =>
      [limit.statutoryDays, limit.promisedDays, limit.actualP50].filter((days) => days !== null && days > 0)
        .length > 1,
  )
}

/** Statutory, promised and actual days side by side; the first item stands on top. */
export function limitsChart(cards: readonly Card[], text: Text): EChartsOption {
  const rows = cards.toReversed()
  const series = (name: string, color: string, days: (limit: Card['limit']) => number | null) => ({
    name,
    type: 'bar' as const,
    color,
    label: { show: true, position: 'right' as const, color: '#1b2a29' },
    data: rows.map(({ limit }) => days(limit)),
  })
  return {
    animation: false,
    textStyle: { color: '#1b2a29', fontFamily: 'inherit' },
    grid: { left: 8, right: 40, top: 34, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis' },
    legend: { top: 0, itemGap: 14, itemWidth: 16 },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: {
      type: 'category',
      axisLabel: { width: 110, overflow: 'break', lineHeight: 15 },
      data: rows.map(({ itemName }) => itemName),
    },
    series: [
      series(text.statutory, '#a9b8b4', ({ statutoryDays }) => statutoryDays),
      series(text.promised, '#0f766e', ({ promisedDays }) => promisedDays),
      series(text.actual, '#b45309', ({ actualP50 }) => actualP50),
    ],
  }
}
