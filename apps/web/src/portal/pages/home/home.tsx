import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { call } from '../../../shared/api.ts'
import { Loaded, Loading } from '../../parts/loaded.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { usePlace } from '../../place.ts'
import { useSession } from '../../session.ts'
import { useTexts } from '../../texts.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { Hero } from './hero.tsx'
import { HowItGoes } from './how-it-goes.tsx'
import { ItemGroups } from './item-groups.tsx'
import { LiveItems } from './live-items.tsx'
import { Phones } from './phones.tsx'

// Only those who signed in need it, and it brings the words about cases.
const Progress = lazy(async () => ({ default: (await import('./progress.tsx')).Progress }))

/** Home: choose the insured place, begin one of the live items, find any other, see one's own cases. */
export function HomePage() {
  const t = useTexts().home
  const { session, round } = useSession()
  const [place, setPlace] = usePlace()
  const places = useLoad((signal) => call('listPlaces', { signal }), ['places'])
  const known = places.value?.items.find((one) => one.regionCode === place) ?? places.value?.items[0]
  const regionCode = known?.regionCode ?? place
  const items = useLoad(
    (signal) => call('listItems', { params: { regionCode }, signal }),
    ['items', regionCode, round],
  )
  return (
    <>
      <Hero places={places.value?.items ?? []} chosen={regionCode} onChoose={setPlace} />
      <div className="column">
        <Loaded of={items}>
          {(list) => (
            <>
              <LiveItems
                items={list.items.filter((item) => item.status === 'live')}
                regionCode={regionCode}
                borrowed={known?.borrowed ?? null}
              />
              <p className="row below">
                <Link className="button" href={`/calculator?place=${regionCode}`}>
                  {t.calculator}
                </Link>
                <span className="soft">{t.calculatorLead}</span>
              </p>
              <div className="home-rest">
                {session.person && (
                  <Suspense fallback={<Loading />}>
                    <Progress />
                  </Suspense>
                )}
                {!session.person && <HowItGoes />}
                <ItemGroups
                  items={list.items.filter((item) => item.status === 'guide')}
                  regionCode={regionCode}
                />
                <Phones regionCode={regionCode} />
                {session.demo && <DemoAccounts />}
              </div>
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}
