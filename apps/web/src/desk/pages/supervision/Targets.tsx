import { Input, Select, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { CasesBehind } from './CasesBehind.tsx'
import { Chart } from './Chart.tsx'
import type { Figure } from './FigureCards.tsx'
import { ScoreCardDrawer } from './ScoreCardDrawer.tsx'
import { ScoreCards } from './ScoreCards.tsx'
import { SimpleTable } from './SimpleTable.tsx'
import { TargetPanel } from './TargetPanel.tsx'
import { comparable, limitsChart, type Card } from './targets-charts.ts'
import { targetsWords } from './targets-words.ts'
import './supervision.css'
import './targets.css'

/** The reform targets of the place, computed; every figure opens what it was made from. */
export function Targets() {
  const text = useWords(targetsWords)
  const { office, session } = useDesk()
  const [params, setParams] = useSearchParams()
  const [itemId, setItemId] = useState<string>()
  const [figure, setFigure] = useState<Figure | null>(null)
  const query = {
    regionCode: office.regionCode,
    from: params.get('from') ?? `${session.today.slice(0, 7)}-01`,
    to: params.get('to') ?? session.today,
    ...(params.get('office') ? { officeId: params.get('office')! } : {}),
  }
  const offices = useGet('listOffices', { query: { regionCode: office.regionCode } }, { staleTime: 600_000 })
  const set = (name: 'from' | 'to' | 'office', value: string) =>
    setParams(
      { from: query.from, to: query.to, office: query.officeId ?? '', [name]: value },
      { replace: true },
    )
  const found = useGet('getTargets', { query }, { keepPrevious: true })
  const days = (name: 'from' | 'to', bounds: { min?: string; max?: string }) => (
    <label className="labelled">
      {text[name]}
      <Input
        type="date"
        value={query[name]}
        {...bounds}
        onChange={({ target }) => target.value && set(name, target.value)}
      />
    </label>
  )
  return (
    <div className="page stack">
      <div className="page-head">
        <div>
          <h1>{text.title}</h1>
          <Link href="/supervision">{text.back}</Link>
        </div>
        <div className="row">
          <label className="labelled">
            {text.office}
            <Select
              className="filter"
              value={query.officeId ?? ''}
              options={[
                { value: '', label: text.allOffices },
                ...(offices.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(value) => set('office', value)}
            />
          </label>
          {days('from', { max: query.to })}
          {days('to', { min: query.from })}
        </div>
      </div>
      <p className="flat">
        {text.lead} {found.data && text.rulesOf(showDay(found.data.on))}
      </p>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.data && (
        <>
          <div className="targets">
            {found.data.targets.map((target) => (
              <TargetPanel key={target.kind} target={target} />
            ))}
          </div>
          <Limits cards={found.data.cards} />
          <ScoreCards cards={found.data.cards} onOpen={setItemId} />
          <Sameness sameness={found.data.sameness} />
          <section className="panel">
            <h2>{text.definitions}</h2>
            <ul className="definitions">
              {found.data.definitions.map((definition) => (
                <li key={definition.id}>
                  {definition.text}{' '}
                  <span className="muted small nowrap">{text.version(definition.version)}</span>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      <ScoreCardDrawer
        card={found.data?.cards.find((card) => card.itemId === itemId)}
        onClose={() => setItemId(undefined)}
        onCases={setFigure}
      />
      <CasesBehind
        query={{ ...query, ...(itemId === undefined ? {} : { itemId }) }}
        figure={figure}
        onClose={() => setFigure(null)}
      />
    </div>
  )
}

/** Whether one item is the same everywhere in the city (全市统一), and where it is not. */
function Sameness({ sameness }: { sameness: Reply<'getTargets'>['sameness'] }) {
  const text = useWords(targetsWords)
  const { places, differences } = sameness
  return (
    <section className="panel">
      <h2>{text.sameness}</h2>
      <p className="flat">
        {differences.length === 0 ? text.samenessNone : text.samenessFound(differences.length)}{' '}
        {places.length > 0 && <span className="muted">{text.samenessPlaces(places.join('、'))}</span>}
      </p>
      <ul className="fault-list">
        {differences.map(({ place, itemName, parts, details }) => (
          <li key={`${place} ${itemName}`}>
            {place} · {itemName}：{parts.join('、')}
            {details.length > 0 && (
              <ScrollRegion label={`${place} ${itemName}`}>
                <SimpleTable
                  caption={`${place} · ${itemName}`}
                  head={[text.samenessWhat, text.samenessCity, place]}
                  rows={details.map(({ what, city, here }) => [what, city ?? '—', here ?? '—'])}
                />
              </ScrollRegion>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Limits({ cards }: { cards: readonly Card[] }) {
  const text = useWords(targetsWords)
  const rows = useMemo(() => comparable(cards), [cards])
  const option = useMemo(() => limitsChart(rows, text), [rows, text])
  if (rows.length === 0) return null
  return (
    <Chart
      title={text.limitsTitle}
      note={text.limitsNote}
      option={option}
      height={rows.length * 84 + 70}
      table={
        <SimpleTable
          caption={text.limitsTitle}
          head={[text.columns.item, text.statutory, text.promised, text.actual]}
          rows={rows.map(({ itemName, limit }) => [
            itemName,
            limit.statutoryDays ?? '—',
            limit.promisedDays ?? '—',
            limit.actualP50 ?? '—',
          ])}
        />
      }
    />
  )
}
