import { useLocation } from 'wouter'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Callout, MissingRules } from '../../parts/callout.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { fieldId } from '../../parts/field.tsx'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { Heading } from '../../parts/page.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { Problem } from '../../../shared/problem.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { dropLocal } from '../../drafts/local-draft.ts'
import { useFilingTexts } from '../../messages/filings.ts'
import { useObjectionTexts } from '../../messages/objections.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { Estimate } from './estimate.tsx'
import { stepAddress } from './step-list.tsx'
import { stepOfPath } from './steps.ts'
import { WholeContent } from './whole-content.tsx'

type Checked = Awaited<ReturnType<typeof call<'checkCase'>>>

/** Everything on one page, what is wrong, the estimate, and handing in. */
export function CheckStep() {
  const t = useApplyTexts().check
  const { keeper, view, setFaults } = useDraft()
  const { caseId, regionCode } = view
  const checked = useLoad(
    async (signal): Promise<Checked> => {
      await keeper.flush()
      const result = await call('checkCase', { params: { caseId }, body: { regionCode }, signal })
      setFaults(result.faults)
      return result
    },
    ['check', caseId],
  )
  return (
    <>
      <div className="page-head">
        <Heading title={t.title} />
        <p className="lead">{t.lead}</p>
      </div>
      <Loaded of={checked}>{(result) => <Checked result={result} recheck={checked.reload} />}</Loaded>
    </>
  )
}

function Checked({ result, recheck }: { result: Checked; recheck: () => void }) {
  const t = useApplyTexts().check
  const { view } = useDraft()
  // A rule that is missing is told beside the estimate it keeps from being made.
  const warnings = result.warnings.filter(
    ({ message }) => !result.missing.some((rule) => rule.message === message),
  )
  const linked = (faults: Checked['faults']) =>
    faults.map((fault) => ({
      ...fault,
      href: `${stepAddress(view, stepOfPath(fault.path))}#${fieldId(fault.path)}`,
    }))
  return (
    <div className="stack" style={{ '--gap': '2rem' } as React.CSSProperties}>
      {result.faults.length > 0 ? (
        <ErrorSummary faults={linked(result.faults)} />
      ) : (
        <div role="status">
          <Callout kind="done" title={t.ready} />
        </div>
      )}
      {warnings.length > 0 && (
        <Callout kind="care" title={t.warnings}>
          <ul>
            {warnings.map((one) => (
              <li key={one.path + one.message}>{one.message}</li>
            ))}
          </ul>
        </Callout>
      )}
      <WholeContent materials={result.materials} />
      {!view.content.objection && !view.content.remote && (
        <Estimate estimate={result.estimate} faulty={result.faults.length > 0} />
      )}
      <MissingRules rules={result.missing} />
      <HandIn result={result} recheck={recheck} />
    </div>
  )
}

function HandIn({ result, recheck }: { result: Checked; recheck: () => void }) {
  const t = useApplyTexts().check
  const { declare } = useObjectionTexts()
  const filing = useFilingTexts()
  const { keeper, view, state, setFaults } = useDraft()
  const { caseId, regionCode } = view
  const [, navigate] = useLocation()
  const submit = useAction(
    async (intent) => {
      await keeper.flush()
      const send = (version: number) =>
        call('handIn', { params: { caseId }, body: { regionCode, version }, intent })
      return send(keeper.version).catch((error: unknown) => {
        if (error instanceof Problem && error.errors.length > 0) setFaults(error.errors)
        throw error
      })
    },
    () => {
      void dropLocal(caseId)
      navigate(`/cases/${regionCode}/${caseId}/receipt`, { replace: true })
    },
  )
  const blocked = result.faults.length > 0 || state === 'local' || state === 'refused'
  return (
    <section className="pane stack">
      <p>{result.promisedDueOn ? t.due(day(result.promisedDueOn)) : t.dueUnknown}</p>
      <p className="soft">
        {view.content.remote
          ? filing.declare
          : view.content.objection
            ? declare
            : view.content.withdrawal
              ? t.declareWithdrawal
              : t.declare}
      </p>
      <ActionFailure error={submit.error} />
      {result.faults.length > 0 && (
        <p>
          <b>{t.submitBlocked}</b>
        </p>
      )}
      <p className="row">
        <button
          type="button"
          className="button primary big"
          disabled={blocked || submit.pending}
          onClick={submit.run}
        >
          {submit.pending ? t.submitting : t.submit}
        </button>
        {(blocked || submit.error !== undefined) && (
          <button type="button" className="button" onClick={recheck}>
            {t.recheck}
          </button>
        )}
      </p>
    </section>
  )
}
