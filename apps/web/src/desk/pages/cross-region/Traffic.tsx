import { Select } from 'antd'
import { useState } from 'react'
import { showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { usePages, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { shiftDay } from '../../shell/shift-day.ts'
import { Labelled } from '../hospital/Labelled.tsx'
import { Statements } from './Statements.tsx'
import { trafficWords } from './words.ts'

type Whole = Reply<'crossRegionTraffic'>
type Message = Whole['items'][number]
type State = Message['state']
const tones: Record<State, Tone> = { sent: 'soon', accepted: 'good', refused: 'bad' }
const LOOK_BACK = -30

/** What went to other insured places, message by message and in sums: the accounts between two places. */
export function Traffic() {
  const text = useWords(trafficWords)
  const { office, session } = useDesk()
  const [from, setFrom] = useState(shiftDay(session.today, LOOK_BACK))
  const [to, setTo] = useState(session.today)
  const [state, setState] = useState<State>()
  const list = usePages(
    'crossRegionTraffic',
    { query: { regionCode: office.regionCode, from, to, limit: 50, ...(state && { state }) } },
    from !== '' && to !== '',
  )
  const states = Object.entries(text.states) as [State, string][]
  return (
    <div className="page stack">
      <h1>{text.title}</h1>
      <p className="muted flat">{text.intro}</p>
      <search className="panel row">
        <Labelled label={text.from} type="date" value={from} onChange={setFrom} />
        <Labelled label={text.to} type="date" value={to} onChange={setTo} />
        <Select<State>
          className="filter"
          allowClear
          aria-label={text.state}
          placeholder={`${text.state}：${text.any}`}
          value={state ?? null}
          onChange={(chosen) => setState(chosen ?? undefined)}
          options={states.map(([value, label]) => ({ value, label }))}
        />
      </search>
      <Statements />
      {list.first && list.first.sums.length > 0 && <Sums rows={list.first.sums} />}
      <section className="panel">
        <h2>{text.list}</h2>
        <Listing list={list} empty={text.empty} teach={text.emptyText}>
          {(rows) => <Messages rows={rows} />}
        </Listing>
      </section>
    </div>
  )
}

function Sums({ rows }: { rows: Whole['sums'] }) {
  const text = useWords(trafficWords)
  return (
    <section className="panel">
      <h2>{text.sums}</h2>
      <RowTable
        label={text.sums}
        rows={rows}
        keyOf={({ insuredRegion }) => insuredRegion}
        columns={[
          { title: text.region, cell: (row) => row.insuredRegion },
          { title: text.messages, className: 'num', cell: (row) => row.messages },
          { title: text.open, className: 'num', cell: (row) => row.open },
          { title: text.settlements, className: 'num', cell: (row) => row.settlements },
          { title: text.total, className: 'num', cell: (row) => showYuan(row.total) },
          { title: text.fund, className: 'num', cell: (row) => showYuan(row.fund) },
        ]}
      />
    </section>
  )
}

function Messages({ rows }: { rows: readonly Message[] }) {
  const text = useWords(trafficWords)
  return (
    <RowTable
      label={text.list}
      rows={rows}
      keyOf={({ institutionCode, msgid }) => institutionCode + msgid}
      columns={[
        {
          title: text.infno,
          cell: (row) => (
            <>
              {row.infno} <Mark tone={tones[row.state]}>{text.states[row.state]}</Mark>
              <div className="muted small">{row.msgid}</div>
            </>
          ),
        },
        {
          title: text.institution,
          cell: (row) => (
            <>
              <code>{row.institutionCode}</code>
              <div className="muted small">
                {text.region} {row.insuredRegion}
              </div>
            </>
          ),
        },
        {
          title: text.steps,
          className: 'detail',
          cell: (row) => (
            <>
              <div>{text.sent(showInstant(row.sentAt))}</div>
              <div>{row.answeredAt ? text.answered(showInstant(row.answeredAt)) : text.waiting}</div>
              {row.reason && <div className="bad-text">{row.reason}</div>}
              {row.settlementId && (
                <div className="muted small">
                  {text.settlement} {row.settlementId}
                </div>
              )}
            </>
          ),
        },
        { title: text.total, className: 'num', cell: (row) => row.total && showYuan(row.total) },
        { title: text.fund, className: 'num', cell: (row) => row.fund && showYuan(row.fund) },
      ]}
    />
  )
}
