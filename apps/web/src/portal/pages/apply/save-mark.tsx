import { Icon } from '../../parts/icons.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useApplyTexts } from '../../messages/apply.ts'

const ICONS = { saved: 'done', saving: 'saving', local: 'local', refused: 'care' } as const

/** Says how safe what was typed is: 已保存 / 正在保存 / 未联网，已存在本机. */
export function SaveMark() {
  const t = useApplyTexts().save
  const { state, keeper } = useDraft()
  return (
    <div className="row">
      <span className={`save-state ${state}`} role="status">
        <Icon name={ICONS[state]} />
        {t[state]}
      </span>
      {(state === 'local' || state === 'refused') && (
        <button type="button" className="button small" onClick={() => void keeper.flush()}>
          {t.again}
        </button>
      )}
    </div>
  )
}
