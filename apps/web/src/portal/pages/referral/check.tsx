import { useEffect, useState } from 'react'
import { addressOf, call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Callout } from '../../parts/callout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { TextField } from '../../parts/field.tsx'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { useReferralTexts } from '../../messages/referral.ts'
import './referral.css'

type Answer = Awaited<ReturnType<typeof call<'checkCredential'>>>

/** Whether a referral is genuine and good today; its QR code leads here. What follows the # never reaches the server's log. */
export function ReferralCheckPage() {
  const { check: t } = useReferralTexts()
  const [credential, setCredential] = useState(() => location.hash.slice(1))
  const [answer, setAnswer] = useState<Answer>()
  const check = useAction(
    () => call('checkCredential', { body: { credential: credential.trim() } }),
    setAnswer,
  )
  const { run } = check
  useEffect(() => {
    if (location.hash.length > 1) run()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- once, for what the address carries
  }, [])
  return (
    <Page title={t.title} lead={t.lead} narrow>
      {answer && <Verdict answer={answer} />}
      <ActionFailure error={check.error} />
      <form
        className="section"
        onSubmit={(event) => {
          event.preventDefault()
          if (credential.trim()) run()
        }}
      >
        <TextField
          path="credential"
          label={t.field}
          maxLength={4000}
          value={credential}
          onChange={setCredential}
        />
        <button className="button primary" disabled={check.pending}>
          {t.go}
        </button>
      </form>
      <Offline />
    </Page>
  )
}

function Verdict({ answer }: { answer: Answer }) {
  const texts = useReferralTexts()
  const t = texts.check
  const good = answer.state === 'in-force'
  const kind = !answer.genuine ? 'fault' : good ? 'done' : 'care'
  return (
    <section className="stack" role="status">
      <Callout kind={kind} title={!answer.genuine ? t.fake : good ? t.genuine : t.notGood}>
        <p>{answer.message}</p>
      </Callout>
      {answer.genuine && (
        <div className="pane">
          <Facts
            rows={[
              [t.person, `${answer.personName ?? ''} ${answer.idNumberMasked ?? ''}`],
              [texts.period, `${day(answer.from)} — ${day(answer.until)}`],
              [texts.from, answer.hospitalName ?? ''],
              [texts.to(''), answer.target?.name ?? ''],
              [texts.number, answer.number ?? ''],
            ]}
          />
        </div>
      )}
    </section>
  )
}

const COMMAND = 'npx yichuang check credential <YCR1…> --keys keys.json --revocations revocations.json'

function Offline() {
  const { check: t } = useReferralTexts()
  const places = useLoad((signal) => call('listPlaces', { signal }), ['places'])
  return (
    <section className="section stack">
      <h2>{t.offline}</h2>
      <p>{t.offlineLead}</p>
      <Loaded of={places}>
        {({ items }) => (
          <ul>
            {items.map(({ regionCode, name }) => (
              <li key={regionCode}>
                {name}：<a href={addressOf('referralKeys', { query: { regionCode } })}>{t.keys}</a> ·{' '}
                <a href={addressOf('referralRevocations', { query: { regionCode } })}>{t.list}</a>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <details>
        <summary>{t.technical}</summary>
        <p>{t.signed}</p>
        <pre className="command">
          <code>{COMMAND}</code>
        </pre>
        <p className="faint">{t.format}</p>
      </details>
    </section>
  )
}
