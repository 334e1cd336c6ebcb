import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useDraft } from '../../drafts/use-draft.ts'
import { Summary } from '../../parts/content-summary.tsx'
import type { Slot } from '../../parts/material-slots.tsx'
import { useApplyTexts } from '../../messages/apply.ts'
import { useTexts } from '../../texts.ts'
import { stepAddress } from './step-list.tsx'
import type { StepName } from './steps.ts'

/** All that was typed, by step, each with its way back. */
export function WholeContent({ materials }: { materials: readonly Slot[] }) {
  const t = useTexts()
  const { steps } = useApplyTexts()
  const { content, view } = useDraft()
  const edit = (step: StepName): ReactNode => (
    <Link className="button small" href={stepAddress(view, step)}>
      {t.edit}
      <span className="visually-hidden">{`：${steps[step]}`}</span>
    </Link>
  )
  return <Summary content={content} materials={materials} itemId={view.itemId} edit={edit} />
}
