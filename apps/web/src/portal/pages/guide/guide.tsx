import { Link, useParams } from 'wouter'
import type { Guide } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { listed, day } from '../../../shared/format.ts'
import { Callout, MissingRules } from '../../parts/callout.tsx'
import { Clause } from '../../parts/clause.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { MeasuresInForce } from '../../parts/measures-in-force.tsx'
import { Page } from '../../parts/page.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useSession } from '../../session.ts'
import { useTexts } from '../../texts.ts'
import { PhoneList } from '../home/phones.tsx'
import { Limits } from './limits.tsx'
import { Materials } from './materials.tsx'
import { GuideSection } from './section.tsx'

/** 办事指南: everything to know about an item before applying, with the clause behind each statement. */
export function GuidePage() {
  const { regionCode = '', itemId = '' } = useParams()
  const { round } = useSession()
  const guide = useLoad(
    (signal) => call('getGuide', { params: { regionCode, itemId }, signal }),
    ['guide', regionCode, itemId, round],
  )
  return <Loaded of={guide}>{(value) => <GuideView guide={value} regionCode={regionCode} />}</Loaded>
}

function GuideView({ guide, regionCode }: { guide: Guide; regionCode: string }) {
  const t = useTexts()
  const apply =
    guide.status === 'live' ? (
      <Link className="button primary big" href={`/apply/${regionCode}/${guide.itemId}`}>
        {t.guide.apply}
      </Link>
    ) : (
      <Callout kind="info" title={t.guide.notLive} />
    )
  return (
    <Page
      title={guide.name}
      lead={t.guide.lead(guide.placeName, day(guide.inForceFrom))}
      back={{ href: '/', name: t.nav.home }}
    >
      <div className="with-aside">
        <div>
          <Limits guide={guide} />
          <div className="apply-here stack">
            {apply}
            {guide.itemId.startsWith('claims.') && (
              <p>
                <Link
                  className="button"
                  href={`/calculator?place=${regionCode}&kind=${kindOf(guide.itemId)}`}
                >
                  {t.home.calculator}
                </Link>
              </p>
            )}
          </div>
          <MeasuresInForce regionCode={regionCode} itemId={guide.itemId} />
          <GuideBody guide={guide} />
        </div>
        <aside aria-label={t.guide.phones}>
          <GuideFacts guide={guide} />
        </aside>
      </div>
    </Page>
  )
}

/** The calculator's kind of care for an item about claims. */
function kindOf(itemId: string): string {
  return itemId.includes('inpatient') ? 'inpatient' : 'outpatient'
}

function GuideBody({ guide }: { guide: Guide }) {
  const t = useTexts().guide
  return (
    <>
      <GuideSection title={t.who}>
        {guide.whoMayApply.length ? (
          <ul>
            {guide.whoMayApply.map((who) => (
              <li key={who}>{who}</li>
            ))}
          </ul>
        ) : (
          <p className="soft">{t.whoEmpty}</p>
        )}
      </GuideSection>
      <GuideSection title={t.materials}>
        <Materials materials={guide.materials} />
      </GuideSection>
      {guide.billDeadlines.length > 0 && (
        <GuideSection title={t.deadlines}>
          <p className="soft">{t.deadlinesNote}</p>
          <ul className="plain">
            {guide.billDeadlines.map((one) => (
              <li key={one.billYear}>
                <b>{t.deadline(one.billYear, day(one.until))}</b>
                <Clause source={one.source} />
              </li>
            ))}
          </ul>
        </GuideSection>
      )}
      {guide.steps.length > 0 && (
        <GuideSection title={t.steps}>
          <ol className="steps-list">
            {guide.steps.map((step) => (
              <li key={step.name}>
                <b>{step.name}</b> <span className="faint">{step.who}</span>
                <p>{step.text}</p>
              </li>
            ))}
          </ol>
        </GuideSection>
      )}
      {guide.online.map((way) => (
        <GuideSection key={way.channel + way.title} title={`${t.online}：${way.title}`}>
          <ol>
            {way.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Clause source={way.source} />
        </GuideSection>
      ))}
      {guide.missing.length > 0 && (
        <GuideSection title={t.missing}>
          <MissingRules rules={guide.missing} />
        </GuideSection>
      )}
      {guide.notes.length > 0 && (
        <GuideSection title={t.notes}>
          <ul>
            {guide.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </GuideSection>
      )}
    </>
  )
}

function GuideFacts({ guide }: { guide: Guide }) {
  const t = useTexts().guide
  return (
    <div className="pane">
      <dl className="facts tall">
        <Fact name={t.audience}>{guide.audience}</Fact>
        <Fact name={t.fee}>
          {guide.fee?.text ?? t.feeUnknown}
          <Clause source={guide.fee?.source} />
        </Fact>
        {guide.channels.length > 0 && (
          <Fact name={t.channels}>{listed(guide.channels.map((one) => one.name))}</Fact>
        )}
        <Fact name={t.code}>{guide.code ?? t.codeUnknown}</Fact>
        <Fact name={t.pack}>{guide.packVersion}</Fact>
      </dl>
      <h2>{t.phones}</h2>
      {guide.phones.length > 0 ? (
        <PhoneList phones={guide.phones} />
      ) : (
        <p className="soft">{t.phonesEmpty}</p>
      )}
    </div>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
