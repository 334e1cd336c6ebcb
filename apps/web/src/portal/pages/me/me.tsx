import { useLanguage } from '../../../shared/language.ts'
import { Link } from 'wouter'
import type { Person } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { AccountPane } from '../../parts/account-pane.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { usePlaceNames } from '../../parts/use-place-names.ts'
import { GuideSection } from '../guide/section.tsx'
import { useChronicTexts } from '../../messages/chronic.ts'
import { useFamilyTexts } from '../../messages/family.ts'
import { useFilingTexts } from '../../messages/filings.ts'
import { useReferralTexts } from '../../messages/referral.ts'
import { useSettlementTexts } from '../../messages/settlements.ts'
import { useTexts } from '../../texts.ts'

/** Who I am to the agency, and what I can do here. */
export function MePage() {
  return (
    <SignedIn>
      <Me />
    </SignedIn>
  )
}

function Me() {
  const me = useLoad((signal) => call('getMe', { signal }), ['me'])
  return <Loaded of={me}>{({ person }) => <MeView person={person} />}</Loaded>
}

/** The personal account at one place, where the agency has brought it in. */
function OwnAccount({ regionCode }: { regionCode: string }) {
  const found = useLoad(
    (signal) => call('getMyAccount', { query: { regionCode }, signal }),
    ['account', regionCode],
  )
  return <Loaded of={found}>{({ account }) => account && <AccountPane account={account} />}</Loaded>
}

function MeView({ person }: { person: Person }) {
  const texts = useTexts()
  const t = texts.me
  const { title: referrals } = useReferralTexts()
  const { title: filings } = useFilingTexts()
  const { title: family } = useFamilyTexts()
  const { title: settlements } = useSettlementTexts()
  const { title: chronic } = useChronicTexts()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const placeName = usePlaceNames()
  return (
    <Page title={person.name} narrow>
      <div className="pane">
        <Facts
          rows={[
            [t.id, person.idNumberMasked],
            [t.phone, person.phoneMasked ?? texts.none],
            [t.born, day(person.birth)],
          ]}
        />
      </div>
      <GuideSection title={t.insured}>
        {person.enrolments.length === 0 && <p className="empty">{t.none}</p>}
        {person.enrolments.map((one) => (
          <article key={one.regionCode + one.from} className="case-card">
            <h3>
              {placeName(one.regionCode, one.placeName)} · {t.insurance[one.insurance]}
            </h3>
            <p className="soft">
              {[
                t.personClass[one.personClass],
                one.employerName && `${t.employer} ${one.employerName}`,
                texts.from(day(one.from)),
                one.to ? texts.until(day(one.to)) : t.current,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {one.insurance === 'employee' && <OwnAccount regionCode={one.regionCode} />}
          </article>
        ))}
        {person.groups.map((group) => (
          <article key={group.regionCode + group.group + group.from} className="case-card">
            <h3>
              {t.group} · {group.title[language]}
            </h3>
            <p className="soft">
              {[
                texts.from(day(group.from)),
                group.to ? texts.until(day(group.to)) : t.current,
                group.source,
              ].join(' · ')}
            </p>
          </article>
        ))}
        <p className="faint below">
          {t.wrong} <Link href="/#phones">{texts.foot.phones}</Link>
        </p>
      </GuideSection>
      <GuideSection title={t.links}>
        <p className="row">
          <Link className="button" href="/code">
            {texts.voucher.title}
          </Link>
          <Link className="button" href="/settlements">
            {settlements}
          </Link>
          <Link className="button" href="/referrals">
            {referrals}
          </Link>
          <Link className="button" href="/filings">
            {filings}
          </Link>
          <Link className="button" href="/family">
            {family}
          </Link>
          <Link className="button" href="/chronic">
            {chronic}
          </Link>
          <Link className="button" href="/helpers">
            {texts.nav.people}
          </Link>
          <Link className="button" href="/cases">
            {texts.nav.cases}
          </Link>
          <Link className="button" href="/messages">
            {texts.nav.messages}
          </Link>
        </p>
      </GuideSection>
    </Page>
  )
}
