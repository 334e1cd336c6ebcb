import type { EChartsOption } from 'echarts'
import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '../../parts/lang.ts'
import { supervisionWords } from './words.ts'

/** A chart with the same figures as a table beneath, for those who would rather read than look. */
export function Chart(props: {
  title: string
  note?: string
  option: EChartsOption
  height?: number
  table: ReactNode
}) {
  const { asTable } = useWords(supervisionWords)
  const place = useRef<HTMLDivElement>(null)
  const { option } = props
  useEffect(() => {
    let gone = false
    let stop = () => {}
    const draw = async () => {
      const { drawChart } = await import('./echarts.ts')
      if (!gone && place.current) stop = drawChart(place.current, option)
    }
    void draw()
    return () => {
      gone = true
      stop()
    }
  }, [option])
  return (
    <section className="panel">
      <h2>{props.title}</h2>
      {props.note && <p className="muted small flat">{props.note}</p>}
      {/* The drawing is one picture to a screen reader; its figures stand in the table below. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div ref={place} role="img" aria-label={props.title} style={{ height: props.height ?? 240 }} />
      <details>
        <summary>{asTable}</summary>
        <div className="scroll">{props.table}</div>
      </details>
    </section>
  )
}
