import { useState } from 'react'
import { Link } from 'wouter'
import type { SettlementSummary } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day, money } from '../../../shared/format.ts'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { useSettlementTexts } from '../../messages/settlements.ts'
import { useSession } from '../../session.ts'
import { useTexts } from '../../texts.ts'
import './settlements.css'

/** What institutions settled for me and for those I act for. */
export function SettlementsPage() {
  return (
    <SignedIn>
      <Settlements />
    </SignedIn>
  )
}

function Settlements() {
  const t = useSettlementTexts()
  const first = useLoad(
    (signal) => call('mySettlements', { query: { limit: 20 }, signal }),
    ['my-settlements'],
  )
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Loaded of={first}>{(page) => (page.items.length === 0 ? <Nothing /> : <List first={page} />)}</Loaded>
    </Page>
  )
}

function List({ first }: { first: { items: SettlementSummary[]; next: string | null } }) {
  const { more: moreWord } = useTexts()
  const [page, setPage] = useState(first)
  const more = useAction(
    () => call('mySettlements', { query: { limit: 20, cursor: page.next ?? '' } }),
    (next) => setPage({ items: [...page.items, ...next.items], next: next.next }),
  )
  return (
    <>
      {page.items.map((one) => (
        <Card key={one.settlementId} of={one} />
      ))}
      <ActionFailure error={more.error} />
      {page.next && (
        <p className="step-foot">
          <button type="button" className="button" disabled={more.pending} onClick={more.run}>
            {moreWord}
          </button>
        </p>
      )}
    </>
  )
}

function Card({ of }: { of: SettlementSummary }) {
  const t = useSettlementTexts()
  const { session } = useSession()
  const others = session.person?.personId !== of.personId
  return (
    <article className="case-card">
      <div className="row spread">
        <h2>
          <Link href={`/settlements/${of.regionCode}/${of.settlementId}`}>{of.institution.name}</Link>
        </h2>
        <span className="row">
          {of.cancelled && <span className="tag fault">{t.cancelled}</span>}
          <span className="tag">{t.kinds[of.kind]}</span>
        </span>
      </div>
      <p className="soft">
        {[others && t.of(of.personName), day(of.careFrom), of.midway && t.midway].filter(Boolean).join(' · ')}
      </p>
      <Sums of={of} />
      {of.cancelled && <p className="soft">{t.cancelledLine(day(of.cancelled.on))}</p>}
    </article>
  )
}

/** The four sums of a settlement; of one that was taken back they stand crossed out. */
function Sums({ of }: { of: SettlementSummary }) {
  const t = useSettlementTexts()
  const shown = (['total', 'fund', 'account', 'cash'] as const).filter(
    (name) => name !== 'account' || of.account !== '0.00',
  )
  return (
    <dl className="sums">
      {shown.map((name) => (
        <div key={name}>
          <dt>{t[name]}</dt>
          <dd className="num">{of.cancelled ? <s>{money(of[name])}</s> : money(of[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

function Nothing() {
  const t = useSettlementTexts()
  return (
    <div className="empty stack">
      <h2>{t.none}</h2>
      <p>{t.noneText}</p>
      <p>
        <Link className="button primary" href="/code">
          {t.showCode}
        </Link>
      </p>
    </div>
  )
}
