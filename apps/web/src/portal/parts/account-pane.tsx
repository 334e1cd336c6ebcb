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

/** Each entry on its own, so that it reads on a phone; a part of the account it did not touch is left out. */
function Entries({ account }: { account: PersonalAccount }) {
  const t = useApplyTexts().withdrawal
  return (
    <dl className="facts">
      {account.entries.map((entry) => {
        const parts = [
          [t.current, entry.currentYear],
          [t.past, entry.pastYears],
        ] as const
        const touched = parts.filter(([, amount]) => Number(amount) !== 0)
        return (
          <div key={entry.seq}>
            <dt>{day(entry.day)}</dt>
            <dd>
              {[entry.title, entry.relative].filter(Boolean).join(' · ')}
              {(touched.length > 0 ? touched : parts.slice(0, 1)).map(([part, amount]) => (
                <div key={part} className="num">
                  {part} {money(amount)}
                </div>
              ))}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
