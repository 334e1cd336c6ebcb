import type { CaseView, letterKinds } from '@yichuang/contracts'
import { addressOf } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { useCaseTexts } from '../../messages/case.ts'

type LetterKind = (typeof letterKinds)[number]

/** Address of a letter as PDF. */
export function letterAddress(view: Pick<CaseView, 'caseId' | 'regionCode'>, kind: LetterKind): string {
  return addressOf('getLetter', {
    params: { caseId: view.caseId, kind },
    query: { regionCode: view.regionCode },
  })
}

/** Letters of the case to download, and the service standard. */
export function Letters({ view }: { view: CaseView }) {
  const t = useCaseTexts()
  return (
    <div className="pane stack">
      <h2>{t.letters}</h2>
      {view.letters.length === 0 ? (
        <p className="soft">{t.noLetters}</p>
      ) : (
        <ul className="plain">
          {view.letters.map((letter) => (
            <li key={letter.kind + letter.day}>
              {letter.current ? (
                <a className="back" href={letterAddress(view, letter.kind as LetterKind)}>
                  {t.letterOf(letter.title, day(letter.day))}
                </a>
              ) : (
                // The address of a kind leads to its current letter.
                <span className="soft">
                  {t.letterOf(letter.title, day(letter.day))} <span className="tag">{t.letterOld}</span>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.serviceStandard.length > 0 && (
        <>
          <h3>{t.standard}</h3>
          <ul>
            {view.serviceStandard.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
