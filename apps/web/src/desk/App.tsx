import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider, Spin } from 'antd'
import { useMemo } from 'react'
import { Router } from 'wouter'
import { useLanguage } from '../shared/language.ts'
import { antdLocales } from './parts/antd-locale.ts'
import { ProblemAlert } from './parts/problem.tsx'
import { queryClient, useGet } from './parts/queries.ts'
import { DeskProvider, officesOf } from './parts/session.tsx'
import { Pages } from './Pages.tsx'
import { SessionEnded } from './shell/SessionEnded.tsx'
import { NoOffice, SignIn } from './shell/SignIn.tsx'
import { deskTheme } from './parts/theme.ts'

/** The staff desk: look, language, session, then the pages. */
export function App() {
  const language = useLanguage()
  const theme = useMemo(() => deskTheme(!matchMedia('(prefers-reduced-motion: reduce)').matches), [])
  return (
    <ConfigProvider theme={theme} locale={antdLocales[language]} button={{ autoInsertSpace: false }}>
      <AntApp>
        <QueryClientProvider client={queryClient}>
          <Router base="/desk">
            {/* The texts that come from the server are in the language of the call, so a switch reads all again. */}
            <Desk key={language} />
          </Router>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}

function Desk() {
  const session = useGet('getSession', {}, { staleTime: 60_000 })
  if (session.error && !session.data) {
    return (
      <main className="page narrow">
        <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />
      </main>
    )
  }
  if (!session.data) return <Spin className="first-load" size="large" />
  const { staff } = session.data
  if (!staff) return <SignIn demo={session.data.demo} />
  const offices = officesOf(staff)
  if (offices.length === 0) return <NoOffice name={staff.name} />
  return (
    <DeskProvider session={session.data} staff={staff} offices={offices}>
      <Pages />
      <SessionEnded />
    </DeskProvider>
  )
}
