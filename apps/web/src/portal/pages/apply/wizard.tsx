import { Link, Redirect, useParams } from 'wouter'
import { Callout } from '../../parts/callout.tsx'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { DraftContext, loadDraft, useKeptDraft } from '../../drafts/use-draft.ts'
import type { LocalDraft } from '../../drafts/local-draft.ts'
import type { CaseView } from '@yichuang/contracts'
import { useSession } from '../../session.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { useCaseTexts } from '../../messages/case.ts'
import { BillsStep } from './bills-step.tsx'
import { CheckStep } from './check-step.tsx'
import { MaterialsStep } from './materials-step.tsx'
import { MergeNotice } from './merge-notice.tsx'
import { ObjectionStep } from './objection-step.tsx'
import { PayeeStep } from './payee-step.tsx'
import { RemoteStep } from './remote-step.tsx'
import { SaveMark } from './save-mark.tsx'
import { ReasonStep } from './reason-step.tsx'
import { stepAddress, StepFoot, StepList } from './step-list.tsx'
import { isStep, stepsOf } from './steps.ts'
import type { StepName } from './steps.ts'
import { VisitStep } from './visit-step.tsx'

const STEPS = {
  visit: VisitStep,
  reason: ReasonStep,
  objection: ObjectionStep,
  remote: RemoteStep,
  bills: BillsStep,
  materials: MaterialsStep,
  payee: PayeeStep,
  check: CheckStep,
} as const

/** The application form: one address per step, one draft behind them all. */
export function WizardPage() {
  return (
    <SignedIn>
      <LoadWizard />
    </SignedIn>
  )
}

function LoadWizard() {
  const { regionCode = '', caseId = '', step } = useParams()
  const { session } = useSession()
  const personId = session.person!.personId
  const draft = useLoad((signal) => loadDraft(caseId, regionCode, personId, signal), ['draft', caseId])
  if (!isStep(step)) return <Redirect to={`/apply/${regionCode}/case/${caseId}/visit`} replace />
  return (
    <Loaded of={draft}>
      {({ view, local }) =>
        view.state === 'draft' || view.state === 'supplementing' ? (
          <Wizard view={view} local={local} step={step} personId={personId} />
        ) : (
          <Closed view={view} />
        )
      }
    </Loaded>
  )
}

function Wizard({
  view,
  local,
  step,
  personId,
}: {
  view: CaseView
  local: LocalDraft | undefined
  step: StepName
  personId: string
}) {
  const t = useApplyTexts()
  const draft = useKeptDraft(view, local, personId)
  if (!draft) return null
  const [first] = stepsOf(view.content)
  if (!stepsOf(view.content).includes(step)) return <Redirect to={stepAddress(view, first!)} replace />
  const Step = STEPS[step]
  return (
    <DraftContext value={draft}>
      <div className="column wizard">
        <aside aria-label={t.stepsLabel}>
          <p className="soft">
            {view.itemName} · {view.person.name}
          </p>
          <StepList step={step} />
          <SaveMark />
        </aside>
        <div>
          {draft.recovered && <Callout kind="info" title={t.recovered} />}
          <MergeNotice />
          {draft.state === 'refused' && <ActionFailure error={draft.problem} />}
          <Step key={step} />
          <StepFoot step={step} />
        </div>
      </div>
    </DraftContext>
  )
}

function Closed({ view }: { view: CaseView }) {
  const t = useCaseTexts()
  return (
    <Page title={view.itemName} lead={useApplyTexts().closed} narrow>
      <Link className="button primary" href={`/cases/${view.regionCode}/${view.caseId}`}>
        {t.open}
      </Link>
    </Page>
  )
}
