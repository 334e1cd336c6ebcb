import { useState } from 'react'
import type { z } from 'zod'
import type { Mandate } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Callout } from '../../parts/callout.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { GuideSection } from '../guide/section.tsx'
import { useTexts } from '../../texts.ts'
import { GrantForm } from './grant-form.tsx'

type MandateRow = z.infer<typeof Mandate>

/** Who may act for me, and whom I may act for. */
export function MandatesPage() {
  return (
    <SignedIn>
      <Mandates />
    </SignedIn>
  )
}

function Mandates() {
  const t = useTexts().mandates
  const me = useLoad((signal) => call('getMe', { signal }), ['me'])
  const [granted, setGranted] = useState('')
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Loaded of={me}>
        {({ actedForBy, actsFor }) => (
          <>
            <GuideSection title={t.mine}>
              {actedForBy.length === 0 && <p className="empty">{t.mineEmpty}</p>}
              {actedForBy.map((one) => (
                <MandateCard key={one.mandateId} of={one} name={one.agent.name} onRevoked={me.reload} mine />
              ))}
            </GuideSection>
            <GuideSection title={t.add}>
              <div role="status">{granted && <Callout kind="done" title={t.granted(granted)} />}</div>
              <GrantForm
                key={granted}
                onGranted={(mandate) => {
                  setGranted(mandate.agent.name)
                  me.reload()
                }}
              />
            </GuideSection>
            <GuideSection title={t.others}>
              {actsFor.length === 0 && <p className="empty">{t.othersEmpty}</p>}
              {actsFor.map((one) => (
                <MandateCard key={one.mandateId} of={one} name={one.principal.name} onRevoked={me.reload} />
              ))}
            </GuideSection>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function MandateCard({
  of,
  name,
  mine,
  onRevoked,
}: {
  of: MandateRow
  name: string
  mine?: boolean
  onRevoked: () => void
}) {
  const texts = useTexts()
  const t = texts.mandates
  const [asking, setAsking] = useState(false)
  const revoke = useAction(
    (intent) => call('revokeMandate', { params: { mandateId: of.mandateId }, intent }),
    () => {
      setAsking(false)
      onRevoked()
    },
  )
  return (
    <article className="case-card">
      <div className="row spread">
        <h3>{name}</h3>
        {mine && !of.revokedOn && (
          <button
            type="button"
            className="button small danger"
            aria-label={t.revokeFor(name)}
            onClick={() => setAsking(true)}
          >
            {t.revoke}
          </button>
        )}
      </div>
      <p className="soft">
        {[
          mine ? t.relation[of.relation] : t.iAm(t.relation[of.relation]),
          texts.from(day(of.from)),
          of.to && texts.until(day(of.to)),
          of.recordedBy === 'window' ? t.atWindow : t.byMe,
          of.revokedOn && t.revoked(day(of.revokedOn)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {asking && (
        <Confirm
          title={t.revokeFor(name)}
          yes={t.revoke}
          pending={revoke.pending}
          onYes={revoke.run}
          onClose={() => setAsking(false)}
        >
          <p>{t.revokeAsk(name)}</p>
          <ActionFailure error={revoke.error} />
        </Confirm>
      )}
    </article>
  )
}
