import { Skeleton } from 'antd'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import type { Only } from './institution.ts'
import { institutionWords } from './words.ts'

type Data = Reply<'institutionCoverage'>

/** Networked hospitals of each county as bars against what the city's document wants; a figure opens its hospitals. */
export function Coverage(props: { regionCode: string; on: string; onOpen: (only: Only) => void }) {
  const text = useWords(institutionWords)
  const { regionCode, on } = props
  const read = useGet('institutionCoverage', { query: { regionCode, on } }, { keepPrevious: true })
  const data = read.data
  return (
    <section className="panel stack">
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && <Target {...data} />}
      {data && data.counties.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
      {data && data.counties.length > 0 && <Counties data={data} onOpen={props.onOpen} />}
    </section>
  )
}

function Target({ target, counties }: Data) {
  const text = useWords(institutionWords)
  if (!target) return <p className="muted flat">{text.noTarget}</p>
  const done = counties.filter(({ enough }) => enough).length
  return (
    <div>
      <p className="flat">
        <strong>{text.target(target.count, showDay(target.by))}</strong>
        {' · '}
        {text.reached(done, counties.length)}
      </p>
      <details>
        <summary>
          {text.source}：{target.citation.citation} {target.citation.clause}
        </summary>
        <blockquote className="institution-quote">{target.citation.quote}</blockquote>
      </details>
    </div>
  )
}

function Counties({ data, onOpen }: { data: Data; onOpen: (only: Only) => void }) {
  const text = useWords(institutionWords)
  const most = Math.max(data.target?.count ?? 0, ...data.counties.map(({ networked }) => networked), 1)
  const link = (county: Data['counties'][number], count: number, networked: boolean) => (
    <button
      type="button"
      className="link-button"
      aria-label={text.openList(county.office, count)}
      onClick={() => onOpen({ territory: county.territory, office: county.office, networked })}
    >
      {count}
    </button>
  )
  return (
    <ScrollRegion label={text.tabs.coverage}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{text.county}</th>
            <th scope="col">{text.networked}</th>
            <th scope="col">{text.state}</th>
            <th scope="col" className="num">
              {text.designated}
            </th>
            <th scope="col" className="num">
              {text.institutions}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.counties.map((county) => (
            <tr key={county.territory}>
              <th scope="row">{county.office}</th>
              <td>
                <span className="coverage-cell">
                  {link(county, county.networked, true)}
                  <span className="coverage-bar" aria-hidden>
                    <span
                      data-enough={county.enough ?? true}
                      style={{ width: `${(county.networked / most) * 100}%` }}
                    />
                    {data.target && <i style={{ left: `${(data.target.count / most) * 100}%` }} />}
                  </span>
                </span>
              </td>
              <td>
                {county.enough === true && <Mark tone="good">{text.enough}</Mark>}
                {county.enough === false && (
                  <Mark tone="soon">{text.missing(data.target!.count - county.networked)}</Mark>
                )}
                {county.enough === null && '—'}
              </td>
              <td className="num">{county.designated}</td>
              <td className="num">{link(county, county.institutions, false)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
