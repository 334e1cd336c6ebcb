import { Button } from 'antd'
import { useState } from 'react'
import { ReasonDialog } from '../../../parts/ReasonDialog.tsx'
import { useCase, useCaseAct } from '../case-context.tsx'
import { useActText } from './act-text.ts'

type Outcome = 'approve' | 'refuse' | 'send-back'

/** The approver's decision: as proposed, or back to the reviewer. Nothing else can be decided. */
export function Decide() {
  const { view } = useCase()
  const text = useActText(view)
  const [asked, setAsked] = useState<Outcome | null>(null)
  const decide = useCaseAct('decide')
  const open = (outcome: Outcome) => {
    decide.reset()
    setAsked(outcome)
  }
  const names: Record<Outcome, string> = {
    approve: text.approve,
    refuse: text.confirmRefuse,
    'send-back': text.sendBack,
  }
  return (
    <div className="stack">
      {view.acts.includes('approve') && view.proposal?.outcome !== 'refuse' && (
        <Button type="primary" block onClick={() => open('approve')}>
          {names.approve}
        </Button>
      )}
      {view.acts.includes('refuse') && view.proposal?.outcome === 'refuse' && (
        <Button type="primary" danger block onClick={() => open('refuse')}>
          {names.refuse}
        </Button>
      )}
      {view.acts.includes('send-back') && (
        <Button block onClick={() => open('send-back')}>
          {names['send-back']}
        </Button>
      )}
      <ReasonDialog
        open={asked !== null}
        title={asked ? names[asked] : ''}
        okText={asked ? names[asked] : undefined}
        text={
          <>
            <p className="flat">{asked === 'send-back' ? text.sendBackText : text.decideText}</p>
            {asked !== 'send-back' && view.proposal?.reason && (
              <blockquote className="citation">
                <p className="muted small flat">{text.reasonInLetter}</p>
                {view.proposal.reason}
              </blockquote>
            )}
          </>
        }
        label={asked === 'send-back' ? text.guidance : text.decideReason}
        optional={asked !== 'send-back'}
        danger={asked === 'refuse'}
        error={decide.error}
        busy={decide.busy}
        onClose={() => setAsked(null)}
        onSubmit={(reason) => decide.run({ outcome: asked, reason })}
      />
    </div>
  )
}
