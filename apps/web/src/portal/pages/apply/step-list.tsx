import { Link } from 'wouter'
import { useDraft } from '../../drafts/use-draft.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { stepsOf } from './steps.ts'
import type { StepName } from './steps.ts'

/** All steps with the present one marked; each can be opened at any time. */
export function StepList({ step }: { step: StepName }) {
  const t = useApplyTexts()
  const { view } = useDraft()
  // While a notice is answered, the last step is the answer and not handing in.
  const names = stepsOf(view.content).filter((name) => name !== 'check' || view.state === 'draft')
  return (
    <nav aria-label={t.stepsLabel}>
      <ol>
        {names.map((name, index) => (
          <li key={name}>
            <Link href={stepAddress(view, name)} aria-current={name === step ? 'step' : undefined}>
              <b>{index + 1}</b>
              <span>{t.steps[name]}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** On to the next step or back; nothing blocks the way, the check at the end names all faults at once. */
export function StepFoot({ step }: { step: StepName }) {
  const t = useApplyTexts()
  const { view } = useDraft()
  const steps = stepsOf(view.content)
  const index = steps.indexOf(step)
  const previous = steps[index - 1]
  const next = steps[index + 1]
  const answering = view.state === 'supplementing'
  return (
    <div className="step-foot">
      {answering && (
        <Link className="button primary" href={`/cases/${view.regionCode}/${view.caseId}/answer`}>
          {t.backToAnswer}
        </Link>
      )}
      {next && !answering && (
        <Link className="button primary big" href={stepAddress(view, next)}>
          {t.next(t.steps[next])}
        </Link>
      )}
      {previous && (
        <Link className="button quiet" href={stepAddress(view, previous)}>
          {t.previous}
        </Link>
      )}
    </div>
  )
}

export function stepAddress(view: { regionCode: string; caseId: string }, step: StepName): string {
  return `/apply/${view.regionCode}/case/${view.caseId}/${step}`
}
