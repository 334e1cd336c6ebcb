import { Link, useLocation } from 'wouter'
import type { SettlementView } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { useObjectionTexts } from '../../messages/objections.ts'
import { GuideSection } from '../guide/section.tsx'

const ITEM = 'objections.settlement'
const TAGS = { open: 'care', granted: 'done', refused: 'fault', withdrawn: '' } as const

/** What was objected to in a settlement, and the way to do so. */
export function Objections({ of }: { of: SettlementView }) {
  const t = useObjectionTexts()
  const { regionCode, settlementId } = of
  const raised = useLoad(
    (signal) => call('settlementObjections', { params: { settlementId }, query: { regionCode }, signal }),
    ['objections', settlementId],
  )
  return (
    <div className="no-print">
      <Loaded of={raised}>
        {({ items }) => (
          <GuideSection title={t.raise}>
            {items.map((one) => (
              <article key={one.caseId} className="case-card">
                <div className="row spread">
                  <h3>
                    <Link href={`/cases/${regionCode}/${one.caseId}`}>{t.raised(day(one.askedOn))}</Link>
                  </h3>
                  <span className={`tag ${TAGS[one.outcome]}`}>{t.outcomes[one.outcome]}</span>
                </div>
              </article>
            ))}
            {!of.cancelled && items.every(({ outcome }) => outcome !== 'open') && <Raise of={of} />}
          </GuideSection>
        )}
      </Loaded>
    </div>
  )
}

/** Begins the case with the settlement chosen already. */
function Raise({ of }: { of: SettlementView }) {
  const t = useObjectionTexts()
  const { regionCode, settlementId, personId } = of
  const [, navigate] = useLocation()
  const begin = useAction(
    async (intent) => {
      const body = { regionCode, itemId: ITEM, personId, channel: 'web' } as const
      const view = await call('startCase', { body, intent })
      const { caseId, version, content } = view
      const objection = { settlementId, reason: '', text: '', lines: [] }
      const saved = { regionCode, version, content: { ...content, objection } }
      await call('saveContent', { params: { caseId }, body: saved })
      return view
    },
    ({ caseId }) => navigate(`/apply/${regionCode}/case/${caseId}/objection`),
  )
  return (
    <div className="stack below">
      <p>{t.raiseText}</p>
      <ActionFailure error={begin.error} />
      <p>
        <button type="button" className="button" disabled={begin.pending} onClick={begin.run}>
          {t.raise}
        </button>
      </p>
    </div>
  )
}
