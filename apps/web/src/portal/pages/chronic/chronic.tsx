import { useState } from 'react'
import { addressOf, call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Callout } from '../../parts/callout.tsx'
import { Clause } from '../../parts/clause.tsx'
import { Facts } from '../../parts/facts.tsx'
import { TextField } from '../../parts/field.tsx'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { useChronicTexts } from '../../messages/chronic.ts'

type Application = Awaited<ReturnType<typeof call<'myChronic'>>>['items'][number]

/** My applications for chronic diseases: where they stand, what came of them, and what I can do about it. */
export function ChronicPage() {
  return (
    <SignedIn>
      <Chronic />
    </SignedIn>
  )
}

function Chronic() {
  const t = useChronicTexts()
  const me = useLoad((signal) => call('getMe', { signal }), ['me'])
  const home = me.value?.person.enrolments[0]?.regionCode
  const mine = useLoad((signal) => call('myChronic', { signal }), ['my-chronic'])
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Loaded of={mine}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="empty stack">
              <h2>{t.none}</h2>
              <p>{t.noneText}</p>
            </div>
          ) : (
            items.map((one) => <Card key={one.applicationId + one.state} of={one} onChanged={mine.reload} />)
          )
        }
      </Loaded>
      {home !== undefined && <Which regionCode={home} />}
    </Page>
  )
}

const TAGS = {
  collected: 'care',
  'handed-over': 'info',
  granted: 'done',
  refused: 'fault',
  withdrawn: '',
} as const

function Card({ of, onChanged }: { of: Application; onChanged: () => void }) {
  const t = useChronicTexts()
  const { decision } = of
  return (
    <article className="case-card stack">
      <h2>
        {of.disease.name} <span className={`tag ${TAGS[of.state]}`}>{t.states[of.state]}</span>
      </h2>
      {decision?.from && (
        <Callout kind="done" title={t.since(day(decision.from))}>
          <p>
            {t.noEnd}
            {of.networked && ` · ${t.networked}`}
          </p>
        </Callout>
      )}
      {decision?.outcome === 'refused' && (
        <Callout kind="care" title={t.states.refused}>
          <p>
            {t.reason}：{decision.reason}
          </p>
        </Callout>
      )}
      {of.state === 'collected' && <p>{t.next(of.month)}</p>}
      <Facts
        rows={[
          [t.hospital, of.hospital.name],
          [t.doctor, of.doctor],
          [t.applied, day(of.collectedOn)],
          // What is decided needs no more papers.
          ...(of.papers > 0 || of.state === 'collected' ? [[t.papers, t.pages(of.papers)] as const] : []),
          [t.number, of.number],
          ...(decision ? [[t.by[decision.by], day(decision.on)] as const] : []),
        ]}
      />
      {of.round > 1 && <p className="soft">{t.round(of.round)}</p>}
      {of.appeals.map((appeal) => (
        <p key={appeal.on + appeal.reason} className="soft">
          {t.appealed(day(appeal.on))}：{appeal.reason}
        </p>
      ))}
      {decision && (
        <p className="row">
          <a
            className="button"
            href={addressOf('chronicLetter', {
              params: { applicationId: of.applicationId },
              query: { regionCode: of.regionCode },
            })}
          >
            {t.letter}
          </a>
        </p>
      )}
      {of.state === 'refused' && <Appeal of={of} onDone={onChanged} />}
    </article>
  )
}

function Appeal({ of, onDone }: { of: Application; onDone: () => void }) {
  const t = useChronicTexts()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { applicationId, regionCode } = of
  const send = useAction(
    (intent) =>
      call('appealChronic', {
        params: { applicationId },
        body: { regionCode, reason: reason.trim() },
        intent,
      }),
    onDone,
  )
  if (!open) {
    return (
      <p>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t.appeal}
        </button>
      </p>
    )
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim().length > 1) send.run()
      }}
    >
      <p>{t.appealText}</p>
      <TextField
        path={`appeal-${applicationId}`}
        label={t.appealReason}
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
      <ActionFailure error={send.error} />
      <p>
        <button className="button primary" disabled={send.pending || reason.trim().length < 2}>
          {t.appealSend}
        </button>
      </p>
    </form>
  )
}

/** What the person's own place recognises, in the words of its document. */
function Which({ regionCode }: { regionCode: string }) {
  const t = useChronicTexts()
  const catalogue = useLoad(
    (signal) => call('chronicCatalogue', { query: { regionCode }, signal }),
    ['chronic-catalogue', regionCode],
  )
  return (
    <section className="section stack">
      <h2>{t.which}</h2>
      <Loaded of={catalogue}>
        {({ anytime, networked, networkedCount, handOver, missing }) => (
          <>
            {missing && <p>{missing}</p>}
            {anytime.length > 0 && (
              <details>
                <summary>{t.anytime(anytime.length)}</summary>
                <ul>
                  {anytime.map(({ id, name }) => (
                    <li key={id}>{name}</li>
                  ))}
                </ul>
              </details>
            )}
            {handOver && <p>{t.monthly(handOver.day)}</p>}
            {networkedCount !== null && (
              <p>{t.crossing(networkedCount, networked.map(({ name }) => name).join('、'))}</p>
            )}
            <Clause source={handOver?.source} />
          </>
        )}
      </Loaded>
    </section>
  )
}
