import { call } from '../../../shared/api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { signInAddress, useSession } from '../../session.ts'
import { useTexts } from '../../texts.ts'

interface Account {
  login: string
  name: string
  who: string
}
const SHOWN = 4

/** In the demo: a few people to try it as, the others folded. */
export function DemoAccounts() {
  const t = useTexts().home
  const { session } = useSession()
  const demo = useLoad((signal) => call('getDemo', { signal }), ['demo'])
  return (
    <section className="section extra" aria-labelledby="accounts-title">
      <h2 id="accounts-title">{t.accounts}</h2>
      <p className="soft">{t.accountsLead}</p>
      <Loaded of={demo}>
        {({ accounts }) => {
          const people = accounts.filter((account) => account.for === 'portal')
          const staff = accounts.filter((account) => account.for === 'desk')
          return (
            <>
              <Accounts accounts={people.slice(0, SHOWN)} />
              <Folded title={t.morePeople(people.length - SHOWN)} accounts={people.slice(SHOWN)} />
              <Folded title={t.staff(staff.length)} accounts={staff} />
            </>
          )
        }}
      </Loaded>
      {!session.person && (
        <p>
          <a className="button" href={signInAddress()}>
            {t.chooseAccount}
          </a>
        </p>
      )}
    </section>
  )
}

function Folded({ title, accounts }: { title: string; accounts: readonly Account[] }) {
  if (accounts.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      <Accounts accounts={accounts} />
    </details>
  )
}

function Accounts({ accounts }: { accounts: readonly Account[] }) {
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
