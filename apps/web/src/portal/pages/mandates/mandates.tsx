import { useState } from 'react'
import type { z } from 'zod'
import type { Mandate } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Callout } from '../../parts/callout.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { RevocableCard } from '../../parts/revocable-card.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
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
  return (
    <RevocableCard
      name={name}
      facts={[
        mine ? t.relation[of.relation] : t.iAm(t.relation[of.relation]),
        texts.from(day(of.from)),
        of.to && texts.until(day(of.to)),
        of.recordedBy === 'window' ? t.atWindow : t.byMe,
        of.revokedOn && t.revoked(day(of.revokedOn)),
      ]}
      revocable={mine === true && !of.revokedOn}
      words={{ title: t.revokeFor(name), word: t.revoke, ask: t.revokeAsk(name) }}
      revoke={(intent) => call('revokeMandate', { params: { mandateId: of.mandateId }, intent })}
      onRevoked={onRevoked}
    />
  )
}
