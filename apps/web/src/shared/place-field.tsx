import { useId, useState, type ReactNode } from 'react'
import { municipalityCodes, parseRegion } from '@yichuang/kernel'
import { useLanguage } from './language.ts'
import { provinceOf, type KnownPlaces } from './places.ts'

const zh = {
  choose: '请选择',
  city: '哪个市（州、盟、地区）',
  open: { care: '全省（自治区）都可以', insured: '不清楚是哪个市' },
  other: '其他市：输入六位区划代码',
  code: '市的区划代码（六位）',
  hint: '民政部公布的行政区划代码里可以查到，例如绍兴市是 330600。身份证号码的前几位是编号时的户籍地，不能当作依据。',
}
const en: typeof zh = {
  choose: 'Choose',
  city: 'Which city',
  open: { care: 'Anywhere in the province', insured: 'The city is not known' },
  other: 'Another city: type its code of six digits',
  code: 'Code of the city (six digits)',
  hint: 'The Ministry of Civil Affairs publishes the codes; Shaoxing, for example, is 330600. The first digits of an ID number say where somebody was registered when it was given, and prove nothing.',
}
const OTHER = 'other'

/** Classes by which portal and desk dress the same field. */
export interface PlaceLook {
  readonly input: string
  readonly hint: string
  readonly wrong: string
  readonly fault: string
}

/**
 * Asks for a province and, where it matters, one of its cities, by name; a city nobody here has a name for, by its code.
 * The value is the six-digit code, empty for none; what was typed of an unfinished code is handed on, for a check to name.
 */
export function PlaceField(props: {
  label: string
  /** whether a place of care or one that insures is asked for: what leaving the city open means */
  asks: 'care' | 'insured'
  places: KnownPlaces
  value: string
  onChange: (code: string) => void
  look: PlaceLook
  id?: string
  fault?: string | undefined
  /** a city that cannot be chosen, such as the insured one */
  except?: string
  /** attributes of each control, by which a form finds its steps */
  step?: Readonly<Record<`data-${string}`, string>>
}) {
  const { places, value, onChange, look, step } = props
  const language = useLanguage()
  const t = language === 'en' ? en : zh
  const own = useId()
  const id = props.id ?? own
  const named = (code: string) => [...places.items, ...places.cities].some((one) => one.code === code)
  // Defined while a code is being typed.
  const [typed, setTyped] = useState(() => (value === '' || named(value) ? undefined : value))
  const [chosen, setChosen] = useState(provinceOf(value))
  const [left, setLeft] = useState(true)
  const read = typed === undefined ? undefined : parseRegion(typed)
  const province = typed === undefined || read?.ok ? provinceOf(value) : chosen
  const cities = places.cities.filter(({ code }) => provinceOf(code) === province && code !== props.except)
  const wrong = left && typed !== '' && read && !read.ok ? read.fault.sentences[language] : undefined

  const choose = (code: string) => {
    setTyped(undefined)
    setChosen(provinceOf(code))
    onChange(code)
  }
  const chooseCity = (code: string) => {
    if (code !== OTHER) return choose(code)
    setChosen(province)
    setTyped('')
    onChange(province)
  }
  const type = (code: string) => {
    setTyped(code)
    onChange(code === '' ? chosen : code)
  }
  return (
    <>
      <Row id={id} label={props.label} fault={props.fault} look={look}>
        {(aria) => (
          <select
            {...aria}
            {...step}
            className={look.input}
            value={province}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{t.choose}</option>
            {places.items.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Row>
      {province !== '' && (typed !== undefined || !municipalityCodes.has(province.slice(0, 2))) && (
        <Row id={`${id}-city`} label={t.city} look={look}>
          {(aria) => (
            <select
              {...aria}
              {...step}
              className={look.input}
              value={typed === undefined ? value : OTHER}
              onChange={({ target }) => chooseCity(target.value)}
            >
              <option value={province}>{t.open[props.asks]}</option>
              {cities.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
              <option value={OTHER}>{t.other}</option>
            </select>
          )}
        </Row>
      )}
      {typed !== undefined && (
        <Row id={`${id}-code`} label={t.code} hint={t.hint} fault={wrong} look={look}>
          {(aria) => (
            <input
              {...aria}
              {...step}
              className={look.input}
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              value={typed}
              onFocus={() => setLeft(false)}
              onBlur={() => setLeft(true)}
              onChange={({ target }) => type(target.value.trim())}
            />
          )}
        </Row>
      )}
    </>
  )
}

function Row(props: {
  id: string
  label: string
  hint?: string
  fault?: string | undefined
  look: PlaceLook
  children: (aria: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}) {
  const { id, label, hint, fault, look, children } = props
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className={fault ? look.wrong : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className={look.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span className={look.fault} id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(fault && { 'aria-invalid': true as const }),
      })}
    </div>
  )
}
