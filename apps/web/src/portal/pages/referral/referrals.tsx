import { useState } from 'react'
import { addressOf, call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Callout } from '../../parts/callout.tsx'
import { Clause } from '../../parts/clause.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useReferralTexts } from '../../messages/referral.ts'
import './referral.css'

type Referral = Awaited<ReturnType<typeof call<'myReferrals'>>>['items'][number]

/** My referrals, each with the code to show. */
export function ReferralsPage() {
  return (
    <SignedIn>
      <Referrals />
    </SignedIn>
  )
}

function Referrals() {
  const t = useReferralTexts()
  const mine = useLoad((signal) => call('myReferrals', { signal }), ['my-referrals'])
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
            items.map((one) => <ReferralCard key={one.referralId} of={one} />)
          )
        }
      </Loaded>
    </Page>
  )
}

const TAGS = { coming: 'info', 'in-force': 'done', over: '', revoked: 'fault' } as const

function ReferralCard({ of }: { of: Referral }) {
  const t = useReferralTexts()
  const good = of.state === 'in-force' || of.state === 'coming'
  const [open, setOpen] = useState(of.state === 'in-force')
  return (
    <article className="case-card stack">
      <h2>
        {t.to(of.target.name)} <span className={`tag ${TAGS[of.state]}`}>{t.states[of.state]}</span>
      </h2>
      {of.revoked && (
        <Callout kind="fault" title={t.revoked}>
          <p>
            {day(of.revoked.on)} · {t.reason}：{of.revoked.reason}
          </p>
        </Callout>
      )}
      {good && <p>{t.any(of.target.name)}</p>}
      {good && open && (
        <svg className="referral-qr" viewBox={`0 0 ${of.qr.size} ${of.qr.size}`} role="img" aria-label={t.qr}>
          <path d={of.qr.path} />
        </svg>
      )}
      <Facts
        rows={[
          [t.period, `${day(of.from)} — ${day(of.until)}`],
          [t.from, of.hospital.name],
          [t.diagnosis, of.diagnosis.name],
          [t.number, of.number],
          ...(of.suggested ? [[t.suggested, of.suggested] as const] : []),
        ]}
      />
      {of.rule ? <Clause source={of.rule.valid} /> : <p className="faint">{t.byHand}</p>}
      <p className="soft">{t.uses(of.uses.length)}</p>
      {of.uses.length > 0 && (
        <ul>
          {of.uses.map((use, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the ledger only grows at its end
            <li key={index}>
              {day(use.day)} {use.hospitalName} · {t.kinds[use.kind]}
            </li>
          ))}
        </ul>
      )}
      <p className="row">
        {good && (
          <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t.hide : t.show}
          </button>
        )}
        <a
          className="button"
          href={addressOf('referralLetter', {
            params: { referralId: of.referralId },
            query: { regionCode: of.regionCode },
          })}
        >
          {t.pdf}
        </a>
      </p>
    </article>
  )
}
