import type { RuleKind } from '@yichuang/contracts'
import { Spin } from 'antd'
import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { ErrorBoundary } from './parts/ErrorBoundary.tsx'
import { useDesk } from './parts/session.tsx'
import { Inbox } from './pages/inbox/Inbox.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { entriesFor, mayOpen } from './shell/navigation.ts'
import { Shell } from './shell/Shell.tsx'

const Search = lazy(() => import('./pages/search/Search.tsx').then((m) => ({ default: m.Search })))
const CasePage = lazy(() => import('./pages/case/CasePage.tsx').then((m) => ({ default: m.CasePage })))
const Window = lazy(() => import('./pages/window/Window.tsx').then((m) => ({ default: m.Window })))
const Typing = lazy(() => import('./pages/window/Typing.tsx').then((m) => ({ default: m.Typing })))
const Payments = lazy(() => import('./pages/finance/Payments.tsx').then((m) => ({ default: m.Payments })))
const Corrections = lazy(() =>
  import('./pages/corrections/Corrections.tsx').then((m) => ({ default: m.Corrections })),
)
const CorrectionPage = lazy(() =>
  import('./pages/corrections/CorrectionPage.tsx').then((m) => ({ default: m.CorrectionPage })),
)
const NewCorrection = lazy(() =>
  import('./pages/corrections/NewCorrection.tsx').then((m) => ({ default: m.NewCorrection })),
)
const RunPage = lazy(() => import('./pages/finance/RunPage.tsx').then((m) => ({ default: m.RunPage })))
const Measures = lazy(() => import('./pages/measures/Measures.tsx').then((m) => ({ default: m.Measures })))
const OwedPage = lazy(() => import('./pages/measures/Owed.tsx').then((m) => ({ default: m.OwedPage })))
const Supervision = lazy(() =>
  import('./pages/supervision/Supervision.tsx').then((m) => ({ default: m.Supervision })),
)
const Targets = lazy(() => import('./pages/supervision/Targets.tsx').then((m) => ({ default: m.Targets })))
const Institutions = lazy(() =>
  import('./pages/institutions/Institutions.tsx').then((m) => ({ default: m.Institutions })),
)
const Reconciliation = lazy(() =>
  import('./pages/reconciliation/Reconciliation.tsx').then((m) => ({ default: m.Reconciliation })),
)
const ReconciliationDay = lazy(() =>
  import('./pages/reconciliation/DayPage.tsx').then((m) => ({ default: m.DayPage })),
)
const Prepayments = lazy(() =>
  import('./pages/prepayments/Prepayments.tsx').then((m) => ({ default: m.Prepayments })),
)
const Filings = lazy(() => import('./pages/filings/Filings.tsx').then((m) => ({ default: m.Filings })))
const TreatFirst = lazy(() =>
  import('./pages/treat-first/TreatFirst.tsx').then((m) => ({ default: m.TreatFirst })),
)
const ClearingHome = lazy(() =>
  import('./pages/clearing/ClearingHome.tsx').then((m) => ({ default: m.ClearingHome })),
)
const ClearingPage = lazy(() =>
  import('./pages/clearing/ClearingPage.tsx').then((m) => ({ default: m.ClearingPage })),
)
const ClearingRunPage = lazy(() =>
  import('./pages/clearing/ClearingRunPage.tsx').then((m) => ({ default: m.ClearingRunPage })),
)
const OwnClearing = lazy(() =>
  import('./pages/clearing/OwnClearing.tsx').then((m) => ({ default: m.OwnClearing })),
)
const Offices = lazy(() => import('./pages/admin/Offices.tsx').then((m) => ({ default: m.Offices })))
const StaffPage = lazy(() => import('./pages/admin/StaffPage.tsx').then((m) => ({ default: m.StaffPage })))
const Audit = lazy(() => import('./pages/admin/Audit.tsx').then((m) => ({ default: m.Audit })))
const PolicyRoom = lazy(() =>
  import('./pages/policy/PolicyRoom.tsx').then((m) => ({ default: m.PolicyRoom })),
)
const DraftPage = lazy(() => import('./pages/policy/DraftPage.tsx').then((m) => ({ default: m.DraftPage })))
const TextPage = lazy(() => import('./pages/policy/TextPage.tsx').then((m) => ({ default: m.TextPage })))
const RulePage = lazy(() => import('./pages/policy/form/RulePage.tsx').then((m) => ({ default: m.RulePage })))
const Refer = lazy(() => import('./pages/hospital/Refer.tsx').then((m) => ({ default: m.Refer })))
const Mappings = lazy(() => import('./pages/hospital/Mappings.tsx').then((m) => ({ default: m.Mappings })))
const Treat = lazy(() => import('./pages/hospital/Treat.tsx').then((m) => ({ default: m.Treat })))
const Referrals = lazy(() => import('./pages/hospital/Referrals.tsx').then((m) => ({ default: m.Referrals })))
const ReferralPage = lazy(() =>
  import('./pages/hospital/ReferralPage.tsx').then((m) => ({ default: m.ReferralPage })),
)
const Chronic = lazy(() => import('./pages/chronic/Chronic.tsx').then((m) => ({ default: m.Chronic })))
const ChronicPage = lazy(() =>
  import('./pages/chronic/ChronicPage.tsx').then((m) => ({ default: m.ChronicPage })),
)
const Panel = lazy(() => import('./pages/chronic/Panel.tsx').then((m) => ({ default: m.Panel })))
const ChronicLists = lazy(() =>
  import('./pages/chronic/ChronicLists.tsx').then((m) => ({ default: m.ChronicLists })),
)
const Traffic = lazy(() => import('./pages/cross-region/Traffic.tsx').then((m) => ({ default: m.Traffic })))
const AccessPage = lazy(() =>
  import('./pages/access/AccessPage.tsx').then((m) => ({ default: m.AccessPage })),
)
const Objections = lazy(() =>
  import('./pages/objections/Objections.tsx').then((m) => ({ default: m.Objections })),
)
const Packs = lazy(() => import('./pages/admin/Packs.tsx').then((m) => ({ default: m.Packs })))

/** Every address of the desk and its page. What a role may do is decided by the server; here it is only not offered. */
export function Pages() {
  const [location] = useLocation()
  const desk = useDesk()
  const allowed = mayOpen(location, desk.office.roles)
  const [first] = entriesFor(desk.office.roles)
  return (
    <Shell>
      <ErrorBoundary resetKey={location}>
        <Suspense fallback={<Spin className="first-load" size="large" />}>
          {!allowed && location === '/' && first ? (
            <Redirect to={first.path} replace />
          ) : !allowed ? (
            <NotFound kind="role" />
          ) : (
            <Switch>
              <Route path="/" component={Inbox} />
              <Route path="/search" component={Search} />
              <Route path="/cases/:regionCode/:caseId">
                {(params) => <CasePage key={params.caseId} {...params} />}
              </Route>
              <Route path="/window" component={Window} />
              <Route path="/window/:regionCode/:caseId">
                {(params) => <Typing key={params.caseId} {...params} />}
              </Route>
              <Route path="/payments" component={Payments} />
              <Route path="/payments/:regionCode/:runId">
                {(params) => <RunPage key={params.runId} {...params} />}
              </Route>
              <Route path="/refer" component={Refer} />
              <Route path="/refer/:regionCode/:referralId">
                {(params) => <ReferralPage key={params.referralId} base="/refer" {...params} />}
              </Route>
              <Route path="/treat" component={Treat} />
              <Route path="/mappings" component={Mappings} />
              <Route path="/referrals" component={Referrals} />
              <Route path="/referrals/:regionCode/:referralId">
                {(params) => <ReferralPage key={params.referralId} base="/referrals" {...params} />}
              </Route>
              <Route path="/chronic" component={Chronic} />
              <Route path="/chronic/:regionCode/:applicationId">
                {(params) => <ChronicPage key={params.applicationId} base="/chronic" {...params} />}
              </Route>
              <Route path="/objections" component={Objections} />
              <Route path="/panel" component={Panel} />
              <Route path="/chronic-lists" component={ChronicLists} />
              <Route path="/chronic-lists/:regionCode/:applicationId">
                {(params) => <ChronicPage key={params.applicationId} base="/chronic-lists" {...params} />}
              </Route>
              <Route path="/measures" component={Measures} />
              <Route path="/owed" component={OwedPage} />
              <Route path="/supervision" component={Supervision} />
              <Route path="/supervision/targets" component={Targets} />
              <Route path="/institutions" component={Institutions} />
              <Route path="/corrections" component={Corrections} />
              <Route path="/corrections/new" component={NewCorrection} />
              <Route path="/corrections/:correctionId">
                {({ correctionId }) => <CorrectionPage key={correctionId} correctionId={correctionId} />}
              </Route>
              <Route path="/prepayments" component={Prepayments} />
              <Route path="/reconciliation">
                <Reconciliation />
              </Route>
              <Route path="/reconciliation/:institution">
                {(params) => <Reconciliation key={params.institution} {...params} />}
              </Route>
              <Route path="/reconciliation/:institution/:day">
                {(params) => <ReconciliationDay key={`${params.institution} ${params.day}`} {...params} />}
              </Route>
              <Route path="/treat-first" component={TreatFirst} />
              <Route path="/filings" component={Filings} />
              <Route path="/own-clearing" component={OwnClearing} />
              <Route path="/clearing" component={ClearingHome} />
              <Route path="/clearing/runs/:regionCode/:runId">
                {(params) => <ClearingRunPage key={params.runId} {...params} />}
              </Route>
              <Route path="/clearing/:regionCode/:applicationId">
                {(params) => <ClearingPage key={params.applicationId} {...params} />}
              </Route>
              <Route path="/access" component={AccessPage} />
              <Route path="/cross-region" component={Traffic} />
              <Route path="/offices" component={Offices} />
              <Route path="/staff" component={StaffPage} />
              <Route path="/audit" component={Audit} />
              <Route path="/packs" component={Packs} />
              <Route path="/policy">
                <PolicyRoom part="rules" />
              </Route>
              <Route path="/policy/drafts">
                <PolicyRoom part="drafts" />
              </Route>
              <Route path="/policy/publications">
                <PolicyRoom part="publications" />
              </Route>
              <Route path="/policy/drafts/:draftId/rule">
                {(params) => <RulePage key={params.draftId} {...params} />}
              </Route>
              <Route path="/policy/text/:packId/:kind/:ruleId">
                {({ packId, kind, ruleId }) => (
                  <TextPage key={ruleId} packId={packId} kind={kind as RuleKind} ruleId={ruleId} />
                )}
              </Route>
              <Route path="/policy/drafts/:draftId">
                {(params) => <DraftPage key={params.draftId} {...params} />}
              </Route>
              <Route path="/inbox">
                <Redirect to="/" />
              </Route>
              <Route>
                <NotFound kind="address" />
              </Route>
            </Switch>
          )}
        </Suspense>
      </ErrorBoundary>
    </Shell>
  )
}
