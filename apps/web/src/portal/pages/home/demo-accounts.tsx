import { call } from '../../../shared/api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useTexts } from '../../texts.ts'

/** In the demo: who can be tried, and what each is for. */
export function DemoAccounts() {
  const t = useTexts().home
  const demo = useLoad((signal) => call('getDemo', { signal }), ['demo'])
  return (
    <section className="section extra" aria-labelledby="accounts-title">
      <h2 id="accounts-title">{t.accounts}</h2>
      <p className="soft">{t.accountsLead}</p>
      <Loaded of={demo}>
        {({ accounts }) => (
          <>
            <Accounts accounts={accounts.filter((account) => account.for === 'portal')} />
            <details>
              <summary>{t.accountFor.desk}</summary>
              <Accounts accounts={accounts.filter((account) => account.for === 'desk')} />
            </details>
          </>
        )}
      </Loaded>
    </section>
  )
}

function Accounts({ accounts }: { accounts: readonly { login: string; name: string; who: string }[] }) {
  return (
    <dl className="facts">
      {accounts.map((account) => (
        <div key={account.login}>
          <dt>
            <b>{account.name}</b>
          </dt>
          <dd>
            {account.who} <span className="faint">{account.login}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
