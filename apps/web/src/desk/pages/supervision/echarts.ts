import type { EChartsOption } from 'echarts'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

/** Draws a chart and keeps it as wide as its place; answers how to stop. */
export function drawChart(place: HTMLElement, option: EChartsOption): () => void {
  const chart = init(place)
  chart.setOption(option)
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(place)
  return () => {
    watch.disconnect()
    chart.dispose()
  }
}
