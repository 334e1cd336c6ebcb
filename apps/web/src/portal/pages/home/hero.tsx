import type { z } from 'zod'
import type { Place } from '@yichuang/contracts'
import { useLanguage } from '../../../shared/language.ts'
import { Heading } from '../../parts/page.tsx'
import { useTexts } from '../../texts.ts'

type PlaceRow = z.infer<typeof Place>

/** What this is, and the choice of the insured place. */
export function Hero({
  places,
  chosen,
  onChoose,
}: {
  places: readonly PlaceRow[]
  chosen: string
  onChoose: (regionCode: string) => void
}) {
  const t = useTexts().home
  const lang = useLanguage()
  return (
    <div className="hero">
      <div className="column">
        <Heading title={t.title} />
        <p>{t.lead}</p>
        <fieldset className="places">
          <legend className="visually-hidden">{t.place}</legend>
          <span aria-hidden="true">{t.place}</span>
          {places.map((place) => (
            <label key={place.regionCode}>
              <input
                type="radio"
                name="place"
                value={place.regionCode}
                checked={place.regionCode === chosen}
                onChange={() => onChoose(place.regionCode)}
              />
              {lang === 'en' ? place.nameEn : place.name}
            </label>
          ))}
          <small>{t.placeHint}</small>
        </fieldset>
      </div>
    </div>
  )
}
