import type { TrialResult } from '@yichuang/contracts'
import type { EChartsOption } from 'echarts'
import { formatYuan, yuan, type Fen } from '@yichuang/kernel'
import { showYuan } from '../../parts/money.ts'
import type { policyWords } from './words.ts'

type Text = typeof policyWords.zh

const teal = '#0f766e'
const amber = '#b45309'
const red = '#b42318'
const base = {
  animation: false,
  textStyle: { color: '#1b2a29', fontFamily: 'inherit' },
  grid: { left: 8, right: 16, top: 34, bottom: 8, containLabel: true },
  tooltip: { trigger: 'axis' as const },
}

/** What the fund pays each month, now and under the draft. */
export function monthChart({ months }: TrialResult, text: Text): EChartsOption {
  return {
    ...base,
    legend: { top: 0, data: [text.inForceSide, text.draftSide] },
    xAxis: { type: 'category', data: months.map(({ month }) => month) },
    yAxis: { type: 'value' },
    series: [
      { name: text.inForceSide, type: 'bar', color: amber, data: months.map(({ before }) => Number(before)) },
      { name: text.draftSide, type: 'bar', color: teal, data: months.map(({ after }) => Number(after)) },
    ],
  }
}

/** How many lose and gain how much. */
export function distributionChart({ distribution }: TrialResult, text: Text): EChartsOption {
  return {
    ...base,
    xAxis: { type: 'category', data: distribution.map(bucketName), axisLabel: { rotate: 35 } },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      {
        name: text.cases,
        type: 'bar',
        data: distribution.map(({ to, count }) => ({
          value: count,
          itemStyle: { color: to !== null && to <= 0 ? red : teal },
        })),
      },
    ],
  }
}

/** `-500 … -100`; open ends have one sign. */
export function bucketName({ from, to }: { from: number | null; to: number | null }): string {
  if (from === null) return `< ${to}`
  if (to === null) return `≥ ${from}`
  return `${from} … ${to}`
}

/** The difference of two amounts with its sign; a dash where one is missing. */
export function signed(before: string | null, after: string | null): string {
  if (before === null || after === null) return '—'
  const change = yuan(after) - yuan(before)
  return `${change > 0 ? '+' : change < 0 ? '−' : ''}${showYuan(formatYuan(Math.abs(change) as Fen))}`
}
