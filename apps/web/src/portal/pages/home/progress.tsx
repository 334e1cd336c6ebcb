import { Link } from 'wouter'
import { call } from '../../../shared/api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useSession } from '../../session.ts'
import { useTexts } from '../../texts.ts'
import { CaseCard } from '../cases/case-card.tsx'

/** The newest three of my cases. */
export function Progress() {
  const t = useTexts().home
  const { round } = useSession()
  const cases = useLoad((signal) => call('myCases', { query: { limit: 3 }, signal }), ['my-cases', round])
  return (
    <section className="section" aria-labelledby="progress-title">
      <h2 id="progress-title">{t.progress}</h2>
      <Loaded of={cases}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t.noProgress}</p>
          ) : (
            <>
              {items.map((one) => (
                <CaseCard key={one.caseId} of={one} />
              ))}
              <p>
                <Link className="back" href="/cases">
                  {t.allCases}
                </Link>
              </p>
            </>
          )
        }
      </Loaded>
    </section>
  )
}
