import { Link } from 'wouter'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Facts } from '../../parts/facts.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useFilingTexts } from '../../messages/filings.ts'

type Filing = Awaited<ReturnType<typeof call<'myFilings'>>>['items'][number]
const TAGS = { coming: 'info', 'in-force': 'done', over: '', revoked: 'fault' } as const

/** What is filed of me: care elsewhere, designated institutions, accidents. */
export function FilingsPage() {
  return (
    <SignedIn>
      <Filings />
    </SignedIn>
  )
}

function Filings() {
  const t = useFilingTexts()
  const mine = useLoad((signal) => call('myFilings', { signal }), ['my-filings'])
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Loaded of={mine}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="empty stack">
              <h2>{t.none}</h2>
              <p>{t.noneText}</p>
              <Link className="button" href="/">
                {t.apply}
              </Link>
            </div>
          ) : (
            items.map((one) => <Card key={one.filingId} of={one} />)
          )
        }
      </Loaded>
    </Page>
  )
}

function Card({ of }: { of: Filing }) {
  const t = useFilingTexts()
  const rows: [string, string][] = [
    [t.number, of.number],
    ...(of.place ? [[t.where, of.place.name] as [string, string]] : []),
    ...(of.institution ? [[t.institution, of.institution] as [string, string]] : []),
    ...(of.accident?.cause ? [[t.cause, of.accident.cause] as [string, string]] : []),
    [t.from, day(of.from)],
    [t.until, of.until === null ? t.noEnd : day(of.until)],
    [t.filedBy, `${of.filedBy} ${day(of.filedOn)}`],
    ...(of.revoked ? [[t.revoked, `${day(of.revoked.on)} ${of.revoked.reason}`] as [string, string]] : []),
  ]
  return (
    <article className="case-card stack">
      <h2>
        {t.kinds[of.kind]}
        {of.why && ` · ${t.whys[of.why]}`}{' '}
        <span className={`tag ${TAGS[of.state]}`}>{t.states[of.state]}</span>
      </h2>
      <Facts rows={rows} />
    </article>
  )
}
