import type { CorrectionTold } from '@yichuang/contracts'
import { call } from '../../shared/api.ts'
import { day, money } from '../../shared/format.ts'
import { useCorrectionTexts } from '../messages/corrections.ts'
import { GuideSection } from '../pages/guide/section.tsx'
import { Explanation } from './explanation.tsx'
import { Facts } from './facts.tsx'
import { useLoad } from './use-load.ts'

/** What was corrected of a case or a settlement, both sides and why; nothing where nothing was. */
export function Corrections(props: { kind: 'case' | 'settlement'; id: string; regionCode: string }) {
  const { kind, id, regionCode } = props
  const t = useCorrectionTexts()
  const found = useLoad(
    (signal) => call('correctionsOf', { params: { kind, id }, query: { regionCode }, signal }),
    ['corrections', kind, id],
  )
  const items = found.value?.items ?? []
  if (items.length === 0) return null
  return (
    <GuideSection title={t.title}>
      {items.map((told) => (
        <One key={told.correctionId} told={told} regionCode={regionCode} />
      ))}
    </GuideSection>
  )
}

function One({ told, regionCode }: { told: CorrectionTold; regionCode: string }) {
  const t = useCorrectionTexts()
  const { toPay, toRecover, before, after } = told.decision
  const nothing = toPay === '0.00' && toRecover === '0.00'
  return (
    <div className="pane stack">
      <p>
        <b>{nothing ? t.same : toPay === '0.00' ? t.back(money(toRecover)) : t.more(money(toPay))}</b>
      </p>
      {told.openToRecover !== '0.00' && <p>{t.open(money(told.openToRecover))}</p>}
      <Facts
        rows={[
          [t.before, money(before.fund)],
          [t.after, <b key="after">{money(after.fund)}</b>],
          [t.why, told.reason],
          ...(told.document ? ([[t.document, told.document]] as const) : []),
        ]}
      />
      {after.explanation && (
        <details>
          <summary>{t.steps}</summary>
          <Explanation step={after.explanation} />
        </details>
      )}
      {before.explanation && (
        <details>
          <summary>{t.was}</summary>
          <Explanation step={before.explanation} />
        </details>
      )}
      <p className="soft">
        {t.decided(told.number, day(told.decidedOn))}。{t.kept}
      </p>
      <p>
        <a
          className="button"
          href={`/api/v1/corrections/${told.correctionId}/letter?regionCode=${regionCode}`}
          download
        >
          {t.letter}
        </a>
      </p>
    </div>
  )
}
