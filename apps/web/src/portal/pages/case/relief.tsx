import type { CaseView } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { useMeasureTexts } from '../../messages/measures.ts'
import { Clause } from '../../parts/clause.tsx'
import { MaterialSlotForm } from '../../parts/material-slots.tsx'
import { GuideSection } from '../guide/section.tsx'

/** The papers a case still owes, each with the place to add it, and the measures it was handled under. */
export function Relief({ view, set }: { view: CaseView; set: (view: CaseView) => void }) {
  const t = useMeasureTexts()
  const { relief, caseId, regionCode } = view
  if (!relief) return null
  const open = relief.owed.filter(({ state }) => state === 'open' || state === 'overdue')
  const again = () => void call('getCase', { params: { caseId }, query: { regionCode } }).then(set)
  return (
    <>
      {open.length > 0 && (
        <GuideSection title={t.owed}>
          <p className="soft">{t.owedLead}</p>
          {open.map(({ materialId, name, dueOn, state }) => {
            const slot = view.materials.find((one) => one.materialId === materialId)
            return (
              <div key={materialId} className="stack">
                <p>
                  <b>{name}</b> — {state === 'overdue' ? t.overdue(day(dueOn)) : t.due(day(dueOn))}
                </p>
                {slot && (
                  <MaterialSlotForm caseId={caseId} regionCode={regionCode} slot={slot} onVersion={again} />
                )}
              </div>
            )
          })}
        </GuideSection>
      )}
      {relief.measures.length > 0 && (
        <GuideSection title={t.acted}>
          <ul className="plain">
            {relief.measures.map((measure) => (
              <li key={measure.measureId}>
                {measure.occasion}：<b>{measure.title}</b>
                <Clause source={measure.source} />
              </li>
            ))}
          </ul>
        </GuideSection>
      )}
    </>
  )
}
