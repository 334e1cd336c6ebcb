import type { EChartsOption } from 'echarts'
import type { Reply } from '../../parts/queries.ts'
import type { supervisionWords } from './words.ts'

type Figures = Reply<'getFigures'>
type Text = typeof supervisionWords.zh

const teal = '#0f766e'
const amber = '#b45309'
const base = {
  animation: false,
  textStyle: { color: '#1b2a29', fontFamily: 'inherit' },
  grid: { left: 44, right: 44, top: 34, bottom: 30 },
  tooltip: { trigger: 'axis' as const },
}

/** Received and decided per day. */
export function byDayChart(figures: Figures, text: Text): EChartsOption {
  return {
    ...base,
    legend: { top: 0, data: [text.figures.received, text.figures.decided] },
    xAxis: { type: 'category', data: figures.byDay.map(({ day }) => day.slice(5)) },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      {
        name: text.figures.received,
        type: 'line',
        color: teal,
        data: figures.byDay.map(({ received }) => received),
      },
      {
        name: text.figures.decided,
        type: 'line',
        color: amber,
        lineStyle: { type: 'dashed' },
        data: figures.byDay.map(({ decided }) => decided),
      },
    ],
  }
}

/** The limit that binds: the promised one, else the statutory one. */
export interface Limit {
  kind: 'promised' | 'statutory'
  days: number
}

/** Working days from acceptance to decision, with the limit that binds as a line. */
export function durationChart(figures: Figures, limit: Limit | null, text: Text): EChartsOption {
  const bars = fillDays(figures.duration.histogram, limit?.days ?? null)
  return {
    ...base,
    xAxis: {
      type: 'category',
      name: text.workingDays,
      nameLocation: 'middle',
      nameGap: 22,
      data: bars.map(({ days }) => String(days)),
    },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      {
        name: text.cases,
        type: 'bar',
        color: teal,
        data: bars.map(({ days, count }) => ({
          value: count,
          itemStyle: { color: limit !== null && days > limit.days ? '#b42318' : teal },
        })),
        ...(limit === null
          ? {}
          : {
              markLine: {
                symbol: 'none',
                lineStyle: { type: 'dashed', color: amber },
                label: { formatter: `${text.limits[limit.kind]} ${limit.days}`, color: '#8a4206' },
                data: [{ xAxis: String(limit.days) }],
              },
            }),
      },
    ],
  }
}

/** On time, overdue and open by office. */
export function byOfficeChart(figures: Figures, text: Text): EChartsOption {
  const offices = figures.byOffice.toReversed()
  const series = (name: string, color: string, values: number[]) => ({
    name,
    type: 'bar' as const,
    stack: 'all',
    color,
    data: values,
  })
  return {
    ...base,
    legend: { top: 0, itemGap: 18, itemWidth: 16 },
    grid: { ...base.grid, left: 8, right: 16, containLabel: true },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: {
      type: 'category',
      axisLabel: { width: 150, overflow: 'break', lineHeight: 15 },
      data: offices.map(({ officeName }) => officeName),
    },
    series: [
      series(
        text.figures['on-time'],
        teal,
        offices.map(({ onTime }) => onTime),
      ),
      series(
        text.figures.overdue,
        '#b42318',
        offices.map(({ overdue }) => overdue),
      ),
      series(
        text.figures.open,
        '#a9b8b4',
        offices.map(({ open }) => open),
      ),
    ],
  }
}

/** Every day from 0 to the longest (or the limit), so that gaps show as gaps. */
export function fillDays(
  histogram: readonly { days: number; count: number }[],
  limit: number | null,
): { days: number; count: number }[] {
  const counts = new Map(histogram.map(({ days, count }) => [days, count]))
  const longest = Math.max(limit ?? 0, ...counts.keys(), 0)
  return Array.from({ length: longest + 1 }, (_, days) => ({ days, count: counts.get(days) ?? 0 }))
}
