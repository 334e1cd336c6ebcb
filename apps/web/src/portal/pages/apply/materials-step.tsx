import { call } from '../../../shared/api.ts'
import { MaterialSlots } from '../../parts/material-slots.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Heading } from '../../parts/page.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useApplyTexts } from '../../messages/apply.ts'

/** The materials for this situation, with a place to put each. */
export function MaterialsStep() {
  const t = useApplyTexts().materials
  const { keeper, view } = useDraft()
  const { caseId, regionCode } = view
  const now = useLoad(
    async (signal) => {
      await keeper.flush() // which materials are needed depends on what was typed
      return call('getCase', { params: { caseId }, query: { regionCode }, signal })
    },
    ['materials', caseId],
  )
  return (
    <>
      <div className="page-head">
        <Heading title={t.title} />
        <p className="lead">{t.lead}</p>
      </div>
      <Loaded of={now}>
        {({ materials }) => (
          <MaterialSlots
            caseId={caseId}
            regionCode={regionCode}
            slots={materials}
            onVersion={(version) => keeper.noteVersion(version)}
          />
        )}
      </Loaded>
    </>
  )
}
