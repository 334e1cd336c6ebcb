import { Button, Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { placeName } from '../../../shared/places.ts'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { usePlaces } from '../../parts/PlaceChoice.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { CloseForm } from './CloseForm.tsx'
import { Next } from './Entries.tsx'
import { entryTones, type Entry } from './entry.ts'
import { DecideForm, ProposeForm, ReopenForm, RevealForm } from './SmallForms.tsx'
import { trailWords, treatFirstWords } from './words.ts'

type Act = keyof typeof treatFirstWords.zh.acts

/** An entry whole: what is known, what can be done, and what happened. */
export function EntryDrawer(props: { entryId: string; regionCode: string; onClose: () => void }) {
  const text = useWords(treatFirstWords)
  const { entryId, regionCode } = props
  const [act, setAct] = useState<Act | null>(null)
  const read = useGet('getTreatFirst', { params: { entryId }, query: { regionCode } })
  const entry = read.data?.entry
  const done = { onClose: () => setAct(null) }
  return (
    <Drawer open size="large" title={entry?.number ?? text.view} onClose={props.onClose}>
      <div className="stack">
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
        {read.isLoading && <Skeleton active />}
        {entry && <Acts entry={entry} onAct={setAct} />}
        {entry && <Facts entry={entry} />}
        {read.data && <History events={read.data.events} />}
      </div>
      {entry && act === 'change' && <ChangeForm entry={entry} {...done} />}
      {entry && act === 'close' && <CloseForm entry={entry} {...done} />}
      {entry && act === 'propose' && <ProposeForm entry={entry} {...done} />}
      {entry && act === 'decide' && <DecideForm entry={entry} {...done} />}
      {entry && act === 'reopen' && <ReopenForm entry={entry} {...done} />}
      {entry && act === 'reveal' && <RevealForm entry={entry} {...done} />}
    </Drawer>
  )
}

function Acts({ entry, onAct }: { entry: Entry; onAct: (act: Act) => void }) {
  const text = useWords(treatFirstWords)
  const { has } = useDesk()
  const [outside, money] = [has('hospital'), has('reviewer') || has('finance')]
  const isOpen = entry.state !== 'closed'
  const offered: Record<Act, boolean> = {
    change: isOpen && (outside || money || has('clerk')),
    close: isOpen && (outside || money),
    propose: entry.state === 'open' && money,
    decide: entry.state === 'write-off-proposed' && (has('approver') || has('leader')),
    reopen: !isOpen && money,
    reveal: entry.idNumberMasked !== null && (outside || money),
  }
  return (
    <div className="treat-first-acts">
      <Mark tone={entryTones[entry.state]}>{text.states[entry.state]}</Mark>
      {(Object.keys(offered) as Act[])
        .filter((act) => offered[act])
        .map((act) => (
          <Button key={act} danger={act === 'propose'} onClick={() => onAct(act)}>
            {text.acts[act]}
          </Button>
        ))}
    </div>
  )
}

function Facts({ entry }: { entry: Entry }) {
  const text = useWords(treatFirstWords)
  const { fields } = useWords(trailWords)
  const places = usePlaces()
  const { closed, measure } = entry
  const rows = [
    [text.patient, [entry.personName, entry.idNumberMasked].filter(Boolean).join(' ')],
    [text.hospital, entry.hospitalName],
    [text.situation, text.situations[entry.situation]],
    [text.reason, entry.reason],
    [fields.insuredPlace, entry.insuredPlace && placeName(places.data, entry.insuredPlace)],
    [
      text.beganOn,
      [showDay(entry.beganOn), text.careKinds[entry.careKind], entry.reference].filter(Boolean).join(' · '),
    ],
    [text.amount, showYuan(entry.amount)],
    [text.payer, entry.payerName ?? text.payers[entry.payer]],
    [
      text.measure,
      [measure.title, measure.source?.citation, measure.source?.clause].filter(Boolean).join(' · '),
    ],
    [text.openedBy, `${entry.openedBy} · ${showDay(entry.openedOn)}`],
    [
      text.how,
      closed &&
        [text.ends[closed.how], closed.reference, closed.total && showYuan(closed.total), closed.by]
          .filter(Boolean)
          .join(' · '),
    ],
  ].filter((row): row is [string, string] => Boolean(row[1]))
  return (
    <dl className="said">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {entry.state !== 'closed' && (
        <div>
          <dt>{text.next}</dt>
          <dd>
            <Next entry={entry} />
          </dd>
        </div>
      )}
    </dl>
  )
}

function History({ events }: { events: Reply<'getTreatFirst'>['events'] }) {
  const text = useWords(treatFirstWords)
  const trail = useWords(trailWords)
  const words: Record<string, Readonly<Record<string, string>>> = {
    situation: text.situations,
    payer: text.payers,
    nextSide: text.sides,
    how: text.ends,
  }
  return (
    <section>
      <h3>{text.history}</h3>
      <ol className="treat-first-history">
        {events.map(({ seq, act, detail, by, day }) => (
          <li key={seq}>
            <strong>{trail.events[act] ?? act}</strong>{' '}
            <span className="muted">
              {by} · {showDay(day)}
            </span>
            <div className="small">
              {Object.entries(detail)
                .filter(([name]) => name !== 'measureId')
                .map(([name, value]) => `${trail.fields[name] ?? name}：${words[name]?.[value] ?? value}`)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
