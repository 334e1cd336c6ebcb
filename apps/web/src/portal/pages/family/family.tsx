import { useState } from 'react'
import type { AccountShare } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { useFamilyTexts } from '../../messages/family.ts'
import { Callout } from '../../parts/callout.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { RevocableCard } from '../../parts/revocable-card.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { usePlaceNames } from '../../parts/use-place-names.ts'
import { GuideSection } from '../guide/section.tsx'
import { useTexts } from '../../texts.ts'
import { ShareForm } from './share-form.tsx'

/** Whom I let use my personal account (家庭共济), and whose I may use. */
export function FamilyPage() {
  return (
    <SignedIn>
      <Family />
    </SignedIn>
  )
}

function Family() {
  const t = useFamilyTexts()
  const found = useLoad((signal) => call('myAccountShares', { signal }), ['account-shares'])
  const [granted, setGranted] = useState<AccountShare | null>(null)
  const placeName = usePlaceNames()
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Loaded of={found}>
        {({ items, places: named }) => {
          const places = named.map((one) => ({ ...one, name: placeName(one.regionCode, one.name) }))
          const mine = items.filter(({ side }) => side === 'holder')
          const others = items.filter(({ side }) => side === 'member')
          const allowed = places.filter(({ relations }) => relations.length > 0)
          return (
            <>
              <GuideSection title={t.mine}>
                {mine.length === 0 && <p className="empty">{t.mineEmpty}</p>}
                {mine.map((one) => (
                  <ShareCard key={one.shareId} of={one} onRevoked={found.reload} />
                ))}
              </GuideSection>
              <GuideSection title={t.add}>
                <div role="status">{granted && <Callout kind="done" title={t.granted(granted.other)} />}</div>
                {places.length === 0 && <p className="empty">{t.none}</p>}
                {places
                  .filter(({ relations }) => relations.length === 0)
                  .map(({ regionCode, name, begins }) => (
                    <Callout
                      key={regionCode}
                      kind="info"
                      title={begins ? t.begins(name, day(begins.day), begins.citation) : t.notYet(name)}
                    />
                  ))}
                {allowed.length > 0 && (
                  <ShareForm
                    key={granted?.shareId}
                    places={allowed}
                    onGranted={(share) => {
                      setGranted(share)
                      found.reload()
                    }}
                  />
                )}
              </GuideSection>
              <GuideSection title={t.others}>
                {others.length === 0 ? <p className="empty">{t.othersEmpty}</p> : <p>{t.use}</p>}
                {others.map((one) => (
                  <ShareCard key={one.shareId} of={one} onRevoked={found.reload} />
                ))}
              </GuideSection>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function ShareCard({ of, onRevoked }: { of: AccountShare; onRevoked: () => void }) {
  const texts = useTexts()
  const t = useFamilyTexts()
  const { shareId, regionCode, other } = of
  const holder = of.side === 'holder'
  return (
    <RevocableCard
      name={other}
      facts={[
        holder ? t.relation[of.relation] : t.iAm[of.relation],
        texts.from(day(of.from)),
        of.recordedBy === 'window' ? t.atWindow : t.byHolder,
        of.revokedOn && t.revoked(day(of.revokedOn)),
      ]}
      revocable={!of.revokedOn}
      words={{
        title: holder ? t.revokeFor(other) : t.giveUpOf(other),
        word: holder ? t.revoke : t.giveUp,
        ask: t.revokeAsk,
      }}
      revoke={(intent) => call('revokeAccountShare', { params: { shareId }, body: { regionCode }, intent })}
      onRevoked={onRevoked}
    />
  )
}
