import { call } from '../../shared/api.ts'
import { listed, day } from '../../shared/format.ts'
import { useMeasureTexts } from '../messages/measures.ts'
import { useSession } from '../session.ts'
import { Clause } from './clause.tsx'
import { useLoad } from './use-load.ts'

/** What is different for the time of an emergency, for one item: each measure in a sentence, until when, by which clause. */
export function MeasuresInForce({ regionCode, itemId }: { regionCode: string; itemId: string }) {
  const t = useMeasureTexts()
  const { round } = useSession()
  const measures = useLoad(
    (signal) => call('listMeasures', { params: { regionCode }, query: { itemId }, signal }),
    ['measures', regionCode, itemId, round],
  )
  const halls = useLoad(
    (signal) => call('hallNumbers', { params: { regionCode }, signal }),
    ['halls', regionCode, round],
  )
  const items = measures.value?.items ?? []
  const limited = halls.value?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="section" aria-labelledby="measures-title">
      <h2 id="measures-title">{t.title}</h2>
      <ul className="plain">
        {items.map((one) => (
          <li key={one.measureId + one.from}>
            <b>{t.during(one.occasion, one.effect)}</b>{' '}
            <span className="soft">{one.until ? t.until(day(one.until)) : t.noEnd}</span>
            {one.groups.length + one.places.length > 0 && (
              <p className="soft">{t.only(listed([...one.places, ...one.groups]))}</p>
            )}
            <Clause source={one.source} />
          </li>
        ))}
      </ul>
      {limited.length > 0 && (
        <>
          <h3>{t.halls}</h3>
          <ul className="plain">
            {limited.map(({ officeId, name, limit, used }) => (
              <li key={officeId}>{t.hall(name, limit, used)}</li>
            ))}
          </ul>
          <p className="soft">{t.hallsNote}</p>
        </>
      )}
    </section>
  )
}
