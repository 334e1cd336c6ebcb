import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { CalculatorPlace } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { useCalculatorTexts } from '../../messages/calculator.ts'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { fieldId } from '../../parts/field.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { rememberedPlace } from '../../place.ts'
import { useSession } from '../../session.ts'
import { GuideSection } from '../guide/section.tsx'
import { Answer } from './answer.tsx'
import type { Asked } from './answer.tsx'
import { CareFields } from './care-fields.tsx'
import { CostFields } from './cost-fields.tsx'
import { newQuestion } from './question.ts'
import type { Question } from './question.ts'
import { readQuestion } from './read-question.ts'
import type { FormFault } from './read-question.ts'
import { UsedFields } from './used-fields.tsx'
import { WhoFields } from './who-fields.tsx'
import './calculator.css'

/** 待遇试算: what would I get? Without signing in, for any place whose rules are loaded. */
export function CalculatorPage() {
  const t = useCalculatorTexts()
  const places = useLoad((signal) => call('toolPlaces', { signal }), ['tool-places'])
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Loaded of={places}>{({ items }) => <Calculator places={items} />}</Loaded>
    </Page>
  )
}

interface Kept {
  readonly question: Question
  readonly asked: Asked | undefined
  /** place and kind of care of the link that led here */
  readonly link: string
}

/** What was typed stays while the visit lasts: people come back from a document, or change the language. */
let kept: Kept | undefined

function Calculator({ places }: { places: readonly CalculatorPlace[] }) {
  const t = useCalculatorTexts()
  const [search] = useSearchParams()
  const { session } = useSession()
  const [state, setState] = useState((): Kept => {
    const [code, kind] = [search.get('place'), search.get('kind')]
    const link = `${code} ${kind}`
    if (kept?.link === link) return kept
    const regionCode = code ?? rememberedPlace()
    const first = places.find((place) => place.regionCode === regionCode) ?? places[0]!
    const care = kind === 'outpatient' ? 'outpatient' : 'inpatient'
    return { question: newQuestion(first.pack, session.today, care), asked: undefined, link }
  })
  const [faults, setFaults] = useState<readonly FormFault[]>([])
  const [tries, setTries] = useState(0)
  const { question, asked, link } = state
  const place = places.find(({ pack }) => pack === question.pack) ?? places[0]!
  const keep = (next: Kept) => {
    kept = next
    setState(next)
  }
  const part = {
    question,
    place,
    // An answer stands beside the question it answers, never beside another.
    set: (change: Partial<Question>) =>
      keep({ question: { ...question, ...change }, asked: undefined, link }),
    faultAt: (path: string) => faults.find((fault) => fault.path === path)?.message,
  }
  const ask = () => {
    const read = readQuestion(question, place, t)
    const wrong = 'faults' in read ? read.faults : []
    setFaults(wrong)
    setTries(tries + 1)
    keep({ question, link, asked: 'body' in read ? { body: read.body, round: tries } : undefined })
  }
  return (
    <form
      className="calculator"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      {faults.length > 0 && (
        <ErrorSummary
          key={tries}
          faults={faults.map((fault) => ({ ...fault, href: `#${fieldId(fault.path)}` }))}
        />
      )}
      <GuideSection title={t.who}>
        <WhoFields {...part} places={places} />
      </GuideSection>
      <GuideSection title={t.care}>
        <CareFields {...part} />
      </GuideSection>
      <GuideSection title={t.costs}>
        <CostFields {...part} />
      </GuideSection>
      <GuideSection title={t.used}>
        <UsedFields {...part} faulty={faults.some(({ path }) => /^(used|stages|bonusYears)/.test(path))} />
      </GuideSection>
      <p className="step-foot">
        <button className="button primary big">{t.go}</button>
      </p>
      {asked && (
        <div className="answer">
          <Answer asked={asked} place={place} />
        </div>
      )}
    </form>
  )
}
