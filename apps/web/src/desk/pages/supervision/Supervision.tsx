import { Input, Select, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { Baseline } from './Baseline.tsx'
import { CasesBehind } from './CasesBehind.tsx'
import { FigureCards, type Figure } from './FigureCards.tsx'
import { FigureCharts } from './FigureCharts.tsx'
import { Ratings } from './Ratings.tsx'
import type { FiguresQuery } from './figures-query.ts'
import { targetsWords } from './targets-words.ts'
import { supervisionWords } from './words.ts'
import './supervision.css'

/** Figures of a period, office and item; every one opens the cases behind it. */
export function Supervision() {
  const text = useWords(supervisionWords)
  const targetsText = useWords(targetsWords)
  const { office, session } = useDesk()
  const [params, setParams] = useSearchParams()
  const [figure, setFigure] = useState<Figure | null>(null)
  const query = useMemo<FiguresQuery>(
    () => ({
      regionCode: office.regionCode,
      from: params.get('from') ?? `${session.today.slice(0, 7)}-01`,
      to: params.get('to') ?? session.today,
      ...(params.get('office') ? { officeId: params.get('office')! } : {}),
      ...(params.get('item') ? { itemId: params.get('item')! } : {}),
    }),
    [office.regionCode, params, session.today],
  )
  const set = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        return after
      },
      { replace: true },
    )
  const figures = useGet('getFigures', { query }, { keepPrevious: true })
  const offices = useGet('listOffices', { query: { regionCode: office.regionCode } }, { staleTime: 600_000 })
  const items = useGet('listItems', { params: { regionCode: office.regionCode } }, { staleTime: 600_000 })
  return (
    <div className="page stack">
      <div className="page-head">
        <div>
          <h1>{text.title}</h1>
          <Link href="/supervision/targets">{targetsText.open}</Link>
        </div>
        <div className="row">
          <label className="labelled">
            {text.from}
            <Input
              type="date"
              value={query.from}
              max={query.to}
              onChange={({ target }) => set('from', target.value)}
            />
          </label>
          <label className="labelled">
            {text.to}
            <Input
              type="date"
              value={query.to}
              min={query.from}
              onChange={({ target }) => set('to', target.value)}
            />
          </label>
          <Select
            className="filter"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={text.office}
            placeholder={text.anyOffice}
            popupMatchSelectWidth={false}
            value={query.officeId}
            onChange={(value?: string) => set('office', value)}
            options={offices.data?.items.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            className="filter"
            allowClear
            aria-label={text.item}
            placeholder={text.anyItem}
            popupMatchSelectWidth={false}
            value={query.itemId}
            onChange={(value?: string) => set('item', value)}
            options={items.data?.items
              .filter(({ status }) => status === 'live')
              .map(({ itemId, name }) => ({ value: itemId, label: name }))}
          />
        </div>
      </div>
      <ProblemAlert error={figures.error} onRetry={() => void figures.refetch()} />
      {figures.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {figures.data && (
        <>
          <FigureCards figures={figures.data} onOpen={setFigure} />
          <FigureCharts figures={figures.data} itemId={query.itemId} />
          <Baseline figures={figures.data} />
          <Ratings query={query} figures={figures.data} />
          <section className="panel">
            <details>
              <summary>{text.definitions}</summary>
              <dl className="facts definitions">
                {figures.data.definitions.map((definition) => (
                  <div key={definition.figure}>
                    <dt>
                      {(text.figures as Record<string, string>)[definition.figure] ?? definition.figure}
                    </dt>
                    <dd>{definition.text}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </section>
        </>
      )}
      <CasesBehind query={query} figure={figure} onClose={() => setFigure(null)} />
    </div>
  )
}
