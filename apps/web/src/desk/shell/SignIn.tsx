import { Button } from 'antd'
import { useWords } from '../parts/lang.ts'
import { useGet } from '../parts/queries.ts'
import { common } from '../parts/words.ts'
import { LanguageButton } from './LanguageButton.tsx'
import { shellWords } from './words.ts'
import logo from '../../shared/logo.svg'

/** Address of the sign-in that comes back to where one is now. */
export function signInAddress(): string {
  return `/auth/sign-in?for=desk&return=${encodeURIComponent(location.pathname + location.search)}`
}

/** The door of the desk; in the demo it lists the accounts one can try. */
export function SignIn({ demo }: { demo: boolean }) {
  const { signIn } = useWords(shellWords)
  const { product } = useWords(common)
  const state = useGet('getDemo', {}, { enabled: demo })
  const accounts = state.data?.accounts.filter((account) => account.for === 'desk') ?? []
  return (
    <main className="door">
      <div className="door-card">
        <p className="door-brand">
          <img src={logo} alt="" width="40" height="40" /> {product}
        </p>
        <h1>{signIn.title}</h1>
        <p>{signIn.text}</p>
        <Button type="primary" size="large" block href={signInAddress()}>
          {signIn.button}
        </Button>
        {accounts.length > 0 && (
          <section aria-label={signIn.accounts}>
            <h2>{signIn.accounts}</h2>
            <p className="muted">{signIn.note}</p>
            <dl className="facts">
              {accounts.map(({ login, name, who }) => (
                <div key={login}>
                  <dt>
                    <code>{login}</code>
                  </dt>
                  <dd>
                    {name} · {who}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <p className="door-foot">
          <a href="/">{signIn.citizens}</a> <LanguageButton />
        </p>
      </div>
    </main>
  )
}

/** Someone is signed in but holds no role anywhere. */
export function NoOffice({ name }: { name: string }) {
  const { noOffice } = useWords(shellWords)
  return (
    <main className="page narrow">
      <h1>{noOffice.title}</h1>
      <p>{noOffice.text(name)}</p>
    </main>
  )
}
