import type { ReactNode } from 'react'
import { signInAddress, useSession } from '../session.ts'
import { useTexts } from '../texts.ts'
import { TopHeading } from './page.tsx'

/** Says that this page needs a sign-in and leads there and back. */
export function SignInNeeded() {
  const t = useTexts()
  return (
    <div className="column stack narrow">
      <TopHeading>{t.signInNeeded.title}</TopHeading>
      <p>{t.signInNeeded.text}</p>
      <p>
        <a className="button primary big" href={signInAddress()}>
          {t.signInNeeded.button}
        </a>
      </p>
      <p className="soft">{t.signInNeeded.without}</p>
    </div>
  )
}

/** Shows its children only to a signed-in person. */
export function SignedIn({ children }: { children: ReactNode }) {
  return useSession().session.person ? children : <SignInNeeded />
}
