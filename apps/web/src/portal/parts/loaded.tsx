import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Offline, Problem } from '../../shared/problem.ts'
import { useTexts } from '../texts.ts'
import { Callout } from './callout.tsx'
import { TopHeading } from './page.tsx'
import { SignInNeeded } from './sign-in-needed.tsx'
import type { Load } from './use-load.ts'

/** Shows what was loaded; meanwhile that it is loading; else what went wrong and what to do. */
export function Loaded<T>({ of, children }: { of: Load<T>; children: (value: T) => ReactNode }) {
  if (of.value !== undefined) return children(of.value)
  if (of.error !== undefined) return <Failure error={of.error} retry={of.reload} />
  return <Loading />
}

export function Loading() {
  const t = useTexts()
  return (
    <p className="loading column" role="status">
      {t.loading}
    </p>
  )
}

/** A failed load as a page of its own: what happened and the next step. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTexts()
  if (error instanceof Problem && error.status === 401) return <SignInNeeded />
  const [title, text] = describe(error, t)
  // What is not there will not be there a moment later.
  const again = error instanceof Problem && error.status === 404 ? undefined : retry
  return (
    <div className="column stack narrow" role="alert">
      <TopHeading>{title}</TopHeading>
      <p>{text}</p>
      <p className="row">
        {again && (
          <button type="button" className="button primary" onClick={again}>
            {t.retry}
          </button>
        )}
        <Link href="/" className={again ? 'button' : 'button primary'}>
          {t.problem.home}
        </Link>
        <Link href="/cases" className="button">
          {t.problem.myCases}
        </Link>
      </p>
    </div>
  )
}

/** A failed act beside its button; the server's own sentences come first. */
export function ActionFailure({ error }: { error: unknown }) {
  const t = useTexts()
  if (error === undefined) return null
  const [title, said] = describe(error, t)
  const faults = error instanceof Problem ? error.errors : []
  // The detail of a faulty form is its first fault with its path: the list below says the same to people.
  const text = error instanceof Problem && faults.length > 0 ? error.mend : said
  return (
    <div role="alert">
      <Callout kind="fault" title={title}>
        {text && <p>{text}</p>}
        {faults.length > 0 && (
          <ul>
            {faults.map((fault) => (
              <li key={fault.path + fault.message}>{fault.message}</li>
            ))}
          </ul>
        )}
      </Callout>
    </div>
  )
}

function describe(error: unknown, t: ReturnType<typeof useTexts>): [string, string] {
  if (error instanceof Offline) return [t.offlineTitle, t.offlineText]
  if (!(error instanceof Problem)) return [t.problem.crashTitle, t.problem.crashText]
  const said = [error.detail, error.mend].filter(Boolean).join(' ')
  if (error.status === 403) return [t.problem.forbiddenTitle, said || t.problem.forbiddenText]
  if (error.status === 404) return [t.problem.missingTitle, said || t.problem.missingText]
  if (error.status === 429) return [t.problem.failedTitle, said || t.problem.busyText]
  if (error.status >= 500) return [t.problem.failedTitle, said || t.problem.serverText]
  return [error.title || t.problem.failedTitle, said]
}
