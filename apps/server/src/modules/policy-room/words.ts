import { personGroups, type ChainFacts, type Pack } from '@yichuang/policy'
import type { Language, Sentences } from '../../platform/problem.ts'

const UNITS: Readonly<Record<string, Sentences>> = {
  yuan: { zh: '元', en: 'yuan' },
  ratio: { zh: '比例', en: 'share' },
  date: { zh: '日期', en: 'day' },
  'working-days': { zh: '工作日', en: 'working days' },
  days: { zh: '日', en: 'days' },
  'office-hours': { zh: '办公时间', en: 'office hours' },
  'counting-day': { zh: '计时日', en: 'counting day' },
  boolean: { zh: '是否', en: 'yes or no' },
  text: { zh: '文字', en: 'text' },
}

export function unitWords(unit: string, language: Language): string {
  return UNITS[unit]?.[language] ?? unit
}

/** A value as people read it. */
export function withUnit(value: string, unit: string, language: Language): string {
  const zh = language === 'zh'
  if (unit === 'yuan') return zh ? `${value} 元` : `${value} yuan`
  if (unit === 'ratio') return percent(value)
  if (unit === 'working-days') return zh ? `${value} 个工作日` : `${value} working days`
  if (unit === 'days') return zh ? `${value} 日` : `${value} days`
  if (unit === 'boolean') return value === 'true' ? (zh ? '是' : 'yes') : zh ? '否' : 'no'
  if (value === 'same-day') return zh ? '当日' : 'the same day'
  if (value === 'next-working-day') return zh ? '下一工作日' : 'the next working day'
  return value
}

/** `0.85` is 85%. */
export function percent(share: string): string {
  return `${Number((Number(share) * 100).toFixed(4))}%`
}

const FACTS: Readonly<Record<string, Sentences>> = {
  employee: { zh: '职工医保', en: 'employee insurance' },
  resident: { zh: '居民医保', en: 'resident insurance' },
  inpatient: { zh: '住院', en: 'in-patient' },
  outpatient: { zh: '门诊', en: 'out-patient' },
  primary: { zh: '一级医院', en: 'primary hospital' },
  secondary: { zh: '二级医院', en: 'secondary hospital' },
  tertiary: { zh: '三级医院', en: 'tertiary hospital' },
  active: { zh: '在职', en: 'active' },
  retired: { zh: '退休', en: 'retired' },
  'resident-adult': { zh: '成年居民', en: 'adult resident' },
  'resident-minor': { zh: '未成年居民', en: 'minor' },
  'resident-senior': { zh: '老年居民', en: 'senior resident' },
  local: { zh: '本地', en: 'at home' },
  'out-filed': { zh: '异地备案', en: 'elsewhere, filed' },
  'out-referred': { zh: '异地转诊', en: 'elsewhere, referred' },
  'out-unreferred': { zh: '异地未转诊', en: 'elsewhere, not referred' },
}

/** A hospital level, a class of persons and so on in words; the word itself when it is none of them. */
export function factWord(word: string, language: Language): string {
  return FACTS[word]?.[language] ?? word
}

const KEYS: Readonly<Record<string, Sentences>> = {
  deductible: { zh: '起付标准以下', en: 'below the deductible' },
  'first-self-pay': { zh: '先行自付', en: 'paid first' },
  'own-share': { zh: '按比例自付', en: 'own share' },
  'over-ceiling': { zh: '超限价', en: 'over the price limit' },
  'over-basic-cap': { zh: '超基本医保限额', en: 'over the cap of the basic fund' },
  'over-disease-cap': { zh: '超病种限额', en: 'over the cap of a disease' },
  'out-of-catalogue': { zh: '目录外', en: 'out of the catalogue' },
  'out-of-area-first': { zh: '异地先行自付', en: 'paid first elsewhere' },
}

/** A value with its unit, and before it what it is the value of; a value in words says that itself, and 是 needs no saying. */
export function keyedValue(key: string | undefined, value: string, unit: string, language: Language): string {
  const said = withUnit(value, unit, language)
  if (key === undefined || unit === 'text') return said
  const word = KEYS[key]?.[language] ?? factWord(key, language)
  if (unit === 'boolean' && value === 'true') return word
  return `${word}${language === 'zh' ? '：' : ': '}${said}`
}

/** Whom and where rules are for, in both languages; groups of people as the place calls them. */
export function groupWords(facts: Omit<ChainFacts, 'on'>, pack: Pack): Sentences {
  const parts = [facts.insurance, facts.kind, facts.level, facts.personClass, facts.carePlace]
  const groups = personGroups(pack).filter(({ id }) => facts.groups?.includes(id))
  const say = (language: Language) =>
    [...parts.map((part) => factWord(part, language)), ...groups.map(({ title }) => title[language])].join(
      ' · ',
    )
  return { zh: say('zh'), en: say('en') }
}
