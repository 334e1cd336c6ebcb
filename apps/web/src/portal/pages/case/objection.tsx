import { Link } from 'wouter'
import type { CaseView, ObjectionView } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day, listed, money } from '../../../shared/format.ts'
import { Callout } from '../../parts/callout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useObjectionTexts } from '../../messages/objections.ts'
import { GuideSection } from '../guide/section.tsx'

/** Of an objection: the settlement, the institution's word, and how it was put right. */
export function ObjectionParts({ view }: { view: CaseView }) {
  return view.content.objection ? <Parts view={view} /> : null
}

function Parts({ view }: { view: CaseView }) {
  const { caseId, regionCode, version } = view
  const found = useLoad(
    (signal) => call('getObjection', { params: { caseId }, query: { regionCode }, signal }),
    ['objection', caseId, version],
  )
  return <Loaded of={found}>{({ objection }) => objection && <Told of={objection} />}</Loaded>
}

function Told({ of }: { of: ObjectionView }) {
  const t = useObjectionTexts()
  const { settlement, word } = of
  const href = `/settlements/${settlement.regionCode}/${settlement.settlementId}`
  return (
    <>
      {of.remedy && (
        <GuideSection title={t.remedy}>
          <Callout kind={of.settledAgain ? 'done' : 'info'} title={t.remedies[of.remedy]}>
            {of.remedy === 'resettle' && <Resettled of={of} />}
          </Callout>
        </GuideSection>
      )}
      <GuideSection title={t.about}>
        <div className="pane stack">
          <Facts
            rows={[
              [day(settlement.careFrom), `${settlement.institution.name} · ${money(settlement.total)}`],
              [
                t.lines,
                of.lines.length === 0
                  ? t.whole
                  : listed(of.lines.map(({ name, code, amount }) => `${name ?? code} ${money(amount)}`)),
              ],
            ]}
          />
          <p>
            <Link className="button" href={href}>
              {t.open}
            </Link>
          </p>
        </div>
      </GuideSection>
      {(word || of.askedOn) && (
        <GuideSection title={t.institution}>
          {word ? (
            <div className="pane stack">
              <p>{word.text}</p>
              <p className="faint">{t.said(word.by, day(word.on))}</p>
            </div>
          ) : (
            <p className="soft">{t.asked(day(of.askedOn))}</p>
          )}
        </GuideSection>
      )}
    </>
  )
}

function Resettled({ of }: { of: ObjectionView }) {
  const t = useObjectionTexts()
  if (of.settledAgain)
    return (
      <p>
        <Link href={`/settlements/${of.settlement.regionCode}/${of.settledAgain}`}>{t.settledAgain}</Link>
      </p>
    )
  return <p>{of.settlement.cancelled ? t.takenBack : t.waiting}</p>
}
