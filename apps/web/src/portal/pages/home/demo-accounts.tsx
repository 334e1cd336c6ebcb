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
          <dl className="facts">
            {accounts.map((account) => (
              <div key={account.login}>
                <dt>
                  {t.accountFor[account.for]} <b>{account.login}</b>
                </dt>
                <dd>
                  {account.name} <span className="soft">{account.who}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
    </section>
  )
}
