import type { PersonalAccount } from '@yichuang/contracts'
import { day, money } from '../../shared/format.ts'
import { useApplyTexts } from '../messages/apply.ts'
import { Facts } from './facts.tsx'

/** What a personal account holds of this year and of the years before, with its entries to open. */
export function AccountPane({ account }: { account: PersonalAccount | null }) {
  const t = useApplyTexts().withdrawal
  return (
    <section className="pane stack field" aria-labelledby="account-title">
      <h2 id="account-title">{t.account}</h2>
      {account === null ? (
        <p>{t.accountUnknown}</p>
      ) : (
        <>
          {account.closedOn ? (
            <p>{t.closed(day(account.closedOn))}</p>
          ) : (
            <p className="big-amount num">{money(account.total)}</p>
          )}
          <Facts
            rows={[
              [t.currentYear(account.year), money(account.currentYear)],
              [t.pastYears, money(account.pastYears)],
            ]}
          />
          {account.entries.length > 0 && (
            <details>
              <summary>{t.entries}</summary>
              <Entries account={account} />
            </details>
          )}
        </>
      )}
    </section>
  )
}

function Entries({ account }: { account: PersonalAccount }) {
  const t = useApplyTexts().withdrawal
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.entry}</th>
          <th scope="col" className="amount">
            {t.current}
          </th>
          <th scope="col" className="amount">
            {t.past}
          </th>
        </tr>
      </thead>
      <tbody>
        {account.entries.map((entry) => (
          <tr key={entry.seq}>
            <td>
              {[entry.title, entry.relative].filter(Boolean).join(' · ')}
              <div className="soft">{day(entry.day)}</div>
            </td>
            <td className="amount num">{money(entry.currentYear)}</td>
            <td className="amount num">{money(entry.pastYears)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
