import { Callout } from '../../parts/callout.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { pathName } from './path-name.ts'

/** After a merge: what happened, and the fields both sides changed. */
export function MergeNotice() {
  const texts = useApplyTexts()
  const t = texts.conflict
  const { merged, keeper } = useDraft()
  if (!merged) return null
  return (
    <div role="alert" className="field">
      <Callout kind="care" title={t.title}>
        <p>{t.text}</p>
        {merged.clashes.length > 0 && (
          <>
            <p>{t.both}</p>
            <ul>
              {merged.clashes.map((clash) => (
                <li key={clash.path}>{t.theirs(pathName(clash.path, texts), clash.theirs)}</li>
              ))}
            </ul>
          </>
        )}
        <p>
          <button type="button" className="button small" onClick={() => keeper.readMerge()}>
            {t.ok}
          </button>
        </p>
      </Callout>
    </div>
  )
}
