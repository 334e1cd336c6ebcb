import { Button, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CaseTable } from '../../parts/CaseTable.tsx'
import { showDay } from '../../parts/days.ts'
import { useLanguage } from '../../../shared/language.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { Reveal } from '../../parts/Reveal.tsx'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import { Problem } from '../../../shared/api.ts'
import { AccountShares } from './AccountShares.tsx'
import { Mandates } from './Mandates.tsx'
import { windowWords } from './words.ts'

/** Where staff meet the person, or how they are told. */
const TAKEN_IN = ['window', 'township', 'village', 'hospital', 'home-visit', 'hotline', 'im'] as const

type Person = Reply<'findPersons'>['items'][number]

/** The person found: enrolments, items to start, cases already running. */
export function PersonPanel({ person, onAnother }: { person: Person; onAnother: () => void }) {
  const text = useWords(windowWords)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { insurance, personClass, channels } = useWords(common)
  const { office, session } = useDesk()
  const [, navigate] = useLocation()
  const [channel, setChannel] = useState<(typeof TAKEN_IN)[number]>('window')
  const items = useGet('listItems', { params: { regionCode: office.regionCode } }, { staleTime: 600_000 })
  const cases = useGet('searchCases', {
    query: { regionCode: office.regionCode, personId: person.personId, limit: 20 },
  })
  const start = useAct('startCase', (view) => {
    void refresh('hallNumbers')
    navigate(`/window/${view.regionCode}/${view.caseId}`)
  })
  const begin = (itemId: string, overLimit?: string) => ({
    body: {
      regionCode: office.regionCode,
      itemId,
      personId: person.personId,
      channel,
      ...(overLimit !== undefined && { overLimit }),
    },
  })
  const full = start.error instanceof Problem && start.error.code === 'hall-full' ? start.error : undefined
  const insured = person.enrolments.filter(({ to }) => to === null || to >= session.today)
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{person.name}</h1>
          <p className="row flat">
            <Reveal person={person} field="id-number" regionCode={office.regionCode} />
            <Reveal person={person} field="phone" regionCode={office.regionCode} />
          </p>
        </div>
        <div className="row">
          <Button onClick={onAnother}>{text.another}</Button>
        </div>
      </div>
      <div className="person-grid">
        <section className="panel">
          <h2>{text.enrolled}</h2>
          {insured.length === 0 && <p className="bad-text">{text.noEnrolment}</p>}
          <ul className="fault-list">
            {person.enrolments.map((enrolment) => (
              <li key={enrolment.regionCode + enrolment.from}>
                {enrolment.placeName} {insurance[enrolment.insurance]}（{personClass[enrolment.personClass]}）{' '}
                {enrolment.employerName}{' '}
                <span className="muted">
                  {text.from(showDay(enrolment.from))} {enrolment.to && text.until(showDay(enrolment.to))}
                </span>
              </li>
            ))}
            {person.groups.map((group) => (
              <li key={group.regionCode + group.group + group.from}>
                {text.group} {group.title[language]}{' '}
                <span className="muted">
                  {text.from(showDay(group.from))} {group.to && text.until(showDay(group.to))} {group.source}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section className="panel">
          <h2>{text.start}</h2>
          <ProblemAlert error={items.error ?? (full ? undefined : start.error)} />
          <label className="stack tight channel">
            {text.channel}
            <Select
              value={channel}
              onChange={setChannel}
              options={TAKEN_IN.map((value) => ({ value, label: channels[value] }))}
            />
          </label>
          <div className="row">
            {items.data?.items
              .filter((item) => item.status === 'live')
              .map((item) => (
                <Button
                  key={item.itemId}
                  type="primary"
                  loading={start.isPending && bodyOf(start.variables).itemId === item.itemId}
                  disabled={person.enrolments.length === 0 || start.isPending}
                  onClick={() => start.mutate(begin(item.itemId))}
                >
                  {item.name}
                </Button>
              ))}
          </div>
        </section>
        {full && (
          <ReasonDialog
            open
            title={full.title}
            text={`${full.detail}。${text.hallFull}`}
            label={text.overLimit}
            placeholder={text.overLimitHint}
            okText={text.takeIn}
            error={undefined}
            busy={start.isPending}
            onClose={() => start.reset()}
            onSubmit={async (reason) => {
              await start.mutateAsync(begin(bodyOf(start.variables).itemId ?? '', reason))
              return true
            }}
          />
        )}
        <Mandates person={person} />
        <AccountShares person={person} />
      </div>
      <section className="person-cases">
        <h2>{text.cases}</h2>
        <ProblemAlert error={cases.error} onRetry={() => void cases.refetch()} />
        {cases.data?.items.length === 0 && <p className="muted">{text.noCases}</p>}
        {cases.data && cases.data.items.length > 0 && <CaseTable rows={cases.data.items} keyboard />}
      </section>
    </div>
  )
}

const bodyOf = (request: unknown) => (request as { body?: { itemId?: string } } | undefined)?.body ?? {}
