import { lazy, Suspense } from 'react'
import type { ComponentType } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useLanguage } from '../shared/language.ts'
import { Layout } from './layout/layout.tsx'
import { HomePage } from './pages/home/home.tsx'
import { Crash } from './pages/problem/crash.tsx'
import { Loading } from './parts/loaded.tsx'
import { SessionProvider } from './session-provider.tsx'

function page<Module>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) {
  return lazy(async () => ({ default: pick(await load()) }))
}

const routes: readonly [string, ComponentType][] = [
  ['/', HomePage],
  [
    '/items/:regionCode/:itemId',
    page(
      () => import('./pages/guide/guide.tsx'),
      (m) => m.GuidePage,
    ),
  ],
  [
    '/documents/:packId/:documentId',
    page(
      () => import('./pages/document/document.tsx'),
      (m) => m.DocumentPage,
    ),
  ],
  [
    '/apply/:regionCode/case/:caseId/:step',
    page(
      () => import('./pages/apply/wizard.tsx'),
      (m) => m.WizardPage,
    ),
  ],
  [
    '/apply/:regionCode/:itemId',
    page(
      () => import('./pages/apply/start.tsx'),
      (m) => m.StartPage,
    ),
  ],
  [
    '/cases',
    page(
      () => import('./pages/cases/cases.tsx'),
      (m) => m.CasesPage,
    ),
  ],
  [
    '/cases/:regionCode/:caseId',
    page(
      () => import('./pages/case/case.tsx'),
      (m) => m.CasePage,
    ),
  ],
  [
    '/cases/:regionCode/:caseId/receipt',
    page(
      () => import('./pages/case/receipt.tsx'),
      (m) => m.ReceiptPage,
    ),
  ],
  [
    '/cases/:regionCode/:caseId/answer',
    page(
      () => import('./pages/case/answer.tsx'),
      (m) => m.AnswerPage,
    ),
  ],
  [
    '/cases/:regionCode/:caseId/decision',
    page(
      () => import('./pages/case/decision.tsx'),
      (m) => m.DecisionPage,
    ),
  ],
  [
    '/cases/:regionCode/:caseId/account',
    page(
      () => import('./pages/case/account.tsx'),
      (m) => m.AccountPage,
    ),
  ],
  [
    '/cases/:regionCode/:caseId/rating',
    page(
      () => import('./pages/case/rating.tsx'),
      (m) => m.RatingPage,
    ),
  ],
  [
    '/messages',
    page(
      () => import('./pages/messages/messages.tsx'),
      (m) => m.MessagesPage,
    ),
  ],
  [
    '/helpers',
    page(
      () => import('./pages/mandates/mandates.tsx'),
      (m) => m.MandatesPage,
    ),
  ],
  [
    '/code',
    page(
      () => import('./pages/voucher/voucher.tsx'),
      (m) => m.VoucherPage,
    ),
  ],
  [
    '/me',
    page(
      () => import('./pages/me/me.tsx'),
      (m) => m.MePage,
    ),
  ],
  [
    '/verify',
    page(
      () => import('./pages/verify/verify.tsx'),
      (m) => m.VerifyPage,
    ),
  ],
  [
    '/verify/:code',
    page(
      () => import('./pages/verify/verify.tsx'),
      (m) => m.VerifyPage,
    ),
  ],
  [
    '/settlements',
    page(
      () => import('./pages/settlements/settlements.tsx'),
      (m) => m.SettlementsPage,
    ),
  ],
  [
    '/settlements/:regionCode/:settlementId',
    page(
      () => import('./pages/settlements/settlement.tsx'),
      (m) => m.SettlementPage,
    ),
  ],
  [
    '/referrals',
    page(
      () => import('./pages/referral/referrals.tsx'),
      (m) => m.ReferralsPage,
    ),
  ],
  [
    '/filings',
    page(
      () => import('./pages/filings/filings.tsx'),
      (m) => m.FilingsPage,
    ),
  ],
  [
    '/family',
    page(
      () => import('./pages/family/family.tsx'),
      (m) => m.FamilyPage,
    ),
  ],
  [
    '/chronic',
    page(
      () => import('./pages/chronic/chronic.tsx'),
      (m) => m.ChronicPage,
    ),
  ],
  [
    '/referral',
    page(
      () => import('./pages/referral/check.tsx'),
      (m) => m.ReferralCheckPage,
    ),
  ],
  [
    '/calculator',
    page(
      () => import('./pages/calculator/calculator.tsx'),
      (m) => m.CalculatorPage,
    ),
  ],
  [
    '/tools',
    page(
      () => import('./pages/tools/tools.tsx'),
      (m) => m.ToolsPage,
    ),
  ],
]
const NotFound = page(
  () => import('./pages/problem/not-found.tsx'),
  (m) => m.NotFoundPage,
)

/** The whole portal: the page of each address inside the common frame. */
export function App() {
  const lang = useLanguage()
  return (
    // What the server says comes in the reader's language, so a switch loads everything again.
    <SessionProvider key={lang}>
      <Layout>
        <Pages />
      </Layout>
    </SessionProvider>
  )
}

function Pages() {
  const [location] = useLocation()
  return (
    <Crash at={location}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {routes.map(([path, Page]) => (
            <Route key={path} path={path} component={Page} />
          ))}
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Crash>
  )
}
