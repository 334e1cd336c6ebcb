import { Button } from 'antd'
import { useWords } from '../../../parts/lang.ts'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { useCase, useCaseAct } from '../case-context.tsx'
import { actWords } from './words.ts'

/** Accepts the case: the clock starts. Says first what is still missing, but leaves the judgement to the clerk. */
export function Accept() {
  const { view } = useCase()
  const text = useWords(actWords)
  const accept = useCaseAct('acceptCase')
  const missing = view.materials.filter((slot) => slot.required && slot.files.length === 0).length
  return (
    <div className="stack">
      <p className={missing > 0 ? 'soon-text flat' : 'muted flat'}>
        {missing > 0 ? text.acceptMissing(missing) : text.acceptText}
      </p>
      <Button
        type={missing > 0 ? 'default' : 'primary'}
        block
        loading={accept.busy}
        onClick={() => void accept.run()}
      >
        {text.accept}
      </Button>
      <ProblemAlert error={accept.error} />
    </div>
  )
}
