import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { showDay } from '../../parts/days.ts'
import { useLanguage } from '../../../shared/language.ts'
import { placeName } from '../../../shared/places.ts'
import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import { usePlaces } from '../../parts/PlaceChoice.tsx'
import { Reveal } from '../../parts/Reveal.tsx'
import { common } from '../../parts/words.ts'
import type { RemoteCare, Withdrawal } from '@yichuang/contracts'
import { useCase, type CaseView } from './case-context.tsx'
import { LedgerDrawer } from './LedgerDrawer.tsx'
import { caseWords } from './words.ts'

/** Everything the case says about person, visit, clock and account; personal numbers are masked. */
export function Facts() {
  const { view } = useCase()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const text = useWords(caseWords)
  const { insurance, personClass } = useWords(common)
  const { person, content } = view
  const { visit, payee } = content
  return (
    <aside className="panel facts-column" aria-label={text.facts}>
      <h2>{text.person}</h2>
      <List
        rows={[
          [
            text.idNumber,
            <Reveal
              key="id"
              person={person}
              field="id-number"
              caseId={view.caseId}
              regionCode={view.regionCode}
            />,
          ],
          [
            text.phone,
            <Reveal
              key="phone"
              person={person}
              field="phone"
              caseId={view.caseId}
              regionCode={view.regionCode}
            />,
          ],
          [text.birth, showDay(person.birth)],
          ...person.enrolments.map((enrolment): [string, ReactNode] => [
            text.enrolment,
            `${enrolment.placeName} ${insurance[enrolment.insurance]}（${personClass[enrolment.personClass]}）${enrolment.employerName ?? ''}`,
          ]),
          ...person.groups.map((group): [string, ReactNode] => [
            text.group,
            `${group.title[language]} ${[group.from, ...(group.to ? [group.to] : [])].map(showDay).join(' – ')}${group.to ? '' : text.onwards}`,
          ]),
          [text.agent, view.agentName],
        ]}
      />
      {content.objection ? (
        <ObjectionFacts text={content.objection.text} note={content.note} />
      ) : content.remote ? (
        <Remote remote={content.remote} />
      ) : content.withdrawal ? (
        <Reason withdrawal={content.withdrawal} />
      ) : (
        <Visit visit={visit} />
      )}
      <Clock />
      {!content.objection && !content.remote && (
        <>
          <h2>{text.payee}</h2>
          <List
            rows={[
              [text.holder, payee.holder],
              [text.bank, payee.bankName],
              [text.account, payee.account],
              [text.otherPaid, content.otherPaid && showYuan(content.otherPaid)],
              [text.note, content.note],
            ]}
          />
        </>
      )}
    </aside>
  )
}

function Visit({ visit }: { visit: CaseView['content']['visit'] }) {
  const text = useWords(caseWords)
  const { carePlace } = useWords(common)
  return (
    <>
      <h2>{text.visit}</h2>
      <List
        rows={[
          [text.hospital, visit.hospitalName],
          [text.period, stay(visit.from, visit.to)],
          [text.record, visit.recordNumber],
          [text.diagnosis, visit.diagnosis],
          [text.carePlace, carePlace[visit.carePlace]],
          [text.accident, visit.accident ? '✓' : null],
        ]}
      />
    </>
  )
}

function ObjectionFacts({ text: said, note }: { text: string; note: string }) {
  const text = useWords(caseWords)
  return (
    <>
      <h2>{text.objection}</h2>
      <List
        rows={[
          [text.objectionText, said],
          [text.note, note],
        ]}
      />
    </>
  )
}

function Reason({ withdrawal }: { withdrawal: Withdrawal }) {
  const text = useWords(caseWords)
  const { reason, happenedOn, heirName, heirRelation } = withdrawal
  const names: Record<string, string> = text.reasons
  return (
    <>
      <h2>{text.withdrawal}</h2>
      <List
        rows={[
          [text.reason, names[reason] ?? reason],
          [text.happenedOn, happenedOn && showDay(happenedOn)],
          [text.heirName, heirName],
          [text.heirRelation, heirRelation],
        ]}
      />
    </>
  )
}

function Remote({ remote }: { remote: RemoteCare }) {
  const text = useWords(caseWords)
  const places = usePlaces()
  const { place, from, until } = remote
  return (
    <>
      <h2>{text.remote}</h2>
      <List
        rows={[
          [text.remotePlace, placeName(places.data, place)],
          [text.period, [from, until].filter(Boolean).map(showDay).join(' – ')],
        ]}
      />
    </>
  )
}

function stay(from: string, to: string): string {
  return to && to !== from ? `${showDay(from)} – ${showDay(to)}` : from && showDay(from)
}

function Clock() {
  const { view } = useCase()
  const text = useWords(caseWords)
  const [ledger, setLedger] = useState(false)
  const { clock } = view
  const limit = (of: typeof clock.promised) =>
    of && `${text.workingDays(of.days)}${of.dueOn ? text.dueBy(showDay(of.dueOn)) : ''}`
  return (
    <>
      <h2>{text.clock}</h2>
      <List
        rows={[
          [text.handedIn, clock.handedInOn && showDay(clock.handedInOn)],
          [text.accepted, clock.acceptedOn && showDay(clock.acceptedOn)],
          [text.promised, limit(clock.promised)],
          [text.statutory, limit(clock.statutory)],
          [text.overdueReason, clock.overdueReason],
          ...clock.moved.map((move): [string, ReactNode] => [
            text.moved,
            `${showDay(move.from)} → ${showDay(move.to)}：${move.why}`,
          ]),
        ]}
      />
      {clock.paused && (
        <p className="soon-text">{text.paused(showDay(clock.paused.since), clock.paused.reason)}</p>
      )}
      {clock.problem && <p className="bad-text">{clock.problem}</p>}
      {clock.acceptedOn && (
        <p>
          <Button size="small" onClick={() => setLedger(true)}>
            {text.ledger}
          </Button>
        </p>
      )}
      <LedgerDrawer open={ledger} onClose={() => setLedger(false)} />
    </>
  )
}

function List({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value], index) => (
          // Two enrolments share a label; the order of the rows never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
