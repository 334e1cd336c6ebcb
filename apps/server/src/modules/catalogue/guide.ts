import type { Guide, ItemSummary, MaterialRequirement, Place } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import {
  benefitScheme,
  billDeadlines,
  isMissing,
  itemOn,
  itemsOn,
  reasonsOf,
  type MissingRule,
  type Pack,
  type ServiceItem,
  type TimeLimit,
} from '@yichuang/policy'
import type { z } from 'zod'
import type { Language } from '../../platform/problem.ts'
import { ItemUnknown } from './catalogue.problems.ts'
import { citationOf, missingOf, trustOf } from './words.ts'

const CHANNELS = {
  window: { zh: '大厅窗口', en: 'Window' },
  web: { zh: '网上办', en: 'Web' },
  mobile: { zh: '掌上办', en: 'Phone' },
  kiosk: { zh: '自助终端', en: 'Kiosk' },
  phone: { zh: '电话办', en: 'Telephone' },
  post: { zh: '邮寄办', en: 'Post' },
  station: { zh: '乡镇（街道）、村（社区）站点', en: 'Township or village station' },
  hospital: { zh: '医疗机构医保服务站', en: 'Hospital station' },
  helper: { zh: '帮办代办', en: 'Through a helper' },
  im: { zh: '钉钉等即时通讯', en: 'Instant messaging' },
} as const

const DOERS = {
  person: { zh: '申请人', en: 'Applicant' },
  agency: { zh: '经办机构', en: 'Agency' },
  hospital: { zh: '医疗机构', en: 'Hospital' },
} as const

const INSURED = {
  employee: { zh: '职工医保参保人', en: 'insured as an employee' },
  resident: { zh: '居民医保参保人', en: 'insured as a resident' },
} as const

const TOPICS = { claims: { zh: '报销', en: 'Claims' }, enrolment: { zh: '参保', en: 'Enrolment' } } as const

/** An insured place as it is offered to choose from; names in both languages, for people choose before they read. */
export function placeOf(
  pack: Pack,
  packs: ReadonlyMap<string, Pack>,
  language: Language,
): z.output<typeof Place> {
  const { borrowed } = pack
  const province = packs.get(pack.extends ?? '')
  return {
    regionCode: pack.regionCode,
    name: pack.title.zh,
    nameEn: pack.title.en,
    province: province?.title[language] ?? '',
    packId: pack.id,
    packVersion: pack.version,
    borrowed: borrowed ? { from: borrowed.lenderTitle[language], why: borrowed.why[language] } : null,
  }
}

/** The items of a place on a day, in the order of the national list. */
export function summariesOf(pack: Pack, on: PlainDate, language: Language): ItemSummary[] {
  return itemsOn(pack, on).map((item) => summaryOf(item, language))
}

function summaryOf(item: ServiceItem, language: Language): ItemSummary {
  const { statutory, promised } = item.limits
  return {
    itemId: item.id,
    name: item.title[language],
    group: item.group.title[language],
    status: item.status,
    code: item.code?.digits ?? null,
    audience: item.eligible[language],
    statutoryDays: statutory?.workingDays ?? null,
    promisedDays: promised?.workingDays ?? null,
    instant: item.handling?.class === 'instant',
  }
}

/** The guide (办事指南) of an item as in force on a day. Throws `item-unknown`. */
export function guideOf(pack: Pack, itemId: string, on: PlainDate, language: Language): Guide {
  const item = itemOn(pack, itemId, on)
  if (!item) throw ItemUnknown({ itemId, on })
  const { statutory, promised } = item.limits
  return {
    ...summaryOf(item, language),
    placeName: pack.title[language],
    inForceFrom: item.from,
    packVersion: pack.version,
    whoMayApply: [item.eligible[language]],
    reasons: reasonsOf(item).map((reason) => ({ reasonId: reason.id, name: reason[language] })),
    materials: item.materials.map((material) => materialOf(item, material, language)),
    steps: item.steps.map(({ by, note, ...text }) => ({
      name: text[language],
      who: DOERS[by][language],
      text: note ?? '',
    })),
    statutory: limitOf(statutory, language),
    promised: limitOf(promised, language),
    fee: item.fee
      ? { text: item.fee[language], source: item.fee.source ? citationOf(item.fee.source, language) : null }
      : null,
    channels: item.channels.map(({ channel }) => ({ channel, name: CHANNELS[channel][language] })),
    online: item.online.map(({ channel, title, steps }) => {
      const source = steps.find((step) => step.source)?.source
      return {
        channel,
        title: title[language],
        steps: steps.map((step) => step[language]),
        source: source ? citationOf(source, language) : null,
      }
    }),
    phones: phonesOf(pack, on, language).map(({ office, topic, numbers }) => ({ office, topic, numbers })),
    billDeadlines: isClaim(item)
      ? billDeadlines(pack, on).map(({ billYear, until }) => ({
          billYear,
          until: until.value,
          source: citationOf(until.source, language),
        }))
      : [],
    missing: (isClaim(item) ? missingRules(pack, item, on) : []).map((rule) => missingOf(rule, language)),
    notes: [...item.notices, ...item.standards].map((fact) => fact[language]),
  }
}

function limitOf(limit: TimeLimit | null, language: Language): Guide['statutory'] {
  return limit?.workingDays !== undefined && limit.source
    ? { days: limit.workingDays, source: citationOf(limit.source, language) }
    : null
}

function materialOf(
  item: ServiceItem,
  material: ServiceItem['materials'][number],
  language: Language,
): z.output<typeof MaterialRequirement> {
  const { carePlace, accident, agent, insurance, reason } = material.when ?? {}
  const zh = language === 'zh'
  const conditions = [
    carePlace && (zh ? '异地就医时' : 'for care outside the insured place'),
    accident && (zh ? '意外伤害时' : 'after an accident'),
    agent && (zh ? '由他人代办时' : 'when somebody applies for the person'),
    insurance?.map((kind) => INSURED[kind][language]).join(zh ? '、' : ', '),
    reason &&
      reasonsOf(item)
        .flatMap((one) => (reason.includes(one.id) ? one[language] : []))
        .join('；'),
  ].filter((text) => typeof text === 'string')
  const choices = material.anyOf?.map((choice) => choice[language]).join(zh ? '、' : ', ')
  const notes = [choices, material.note].filter((text) => text !== undefined)
  return {
    materialId: material.id,
    name: material[language],
    note: notes.length > 0 ? notes.join(zh ? '。' : '. ') : null,
    need: !material.required ? 'optional' : conditions.length > 0 ? 'conditional' : 'required',
    condition: conditions.length > 0 ? conditions.join(zh ? '、' : ', ') : null,
    trust: trustOf(material, language),
    source: material.source ? citationOf(material.source, language) : null,
  }
}

/** Telephone numbers by office and topic, as published by a day. */
export function phonesOf(pack: Pack, on: PlainDate, language: Language) {
  const offices = new Map<
    string,
    { office: string; topic: string | null; numbers: string[]; source: ReturnType<typeof citationOf> }
  >()
  for (const directory of pack.directories.values()) {
    if (directory.from > on) continue
    for (const { centre, topic, phone, source } of directory.entries) {
      const office = centre[language]
      const entry = offices.get(`${office} ${topic}`) ?? {
        office,
        topic: topic ? TOPICS[topic][language] : null,
        numbers: [],
        source: citationOf(source, language),
      }
      entry.numbers.push(phone)
      offices.set(`${office} ${topic}`, entry)
    }
  }
  return [...offices.values()]
}

function isClaim(item: ServiceItem): boolean {
  return item.handler === 'claim'
}

/** What the place has no rule for, so that people know before they apply that a person will work it out. */
function missingRules(pack: Pack, item: ServiceItem, on: PlainDate): MissingRule[] {
  const kind = item.id === 'claims.inpatient' ? 'inpatient' : 'outpatient'
  const people = [
    { insurance: 'employee', personClass: 'active' },
    { insurance: 'resident', personClass: 'resident-adult' },
  ] as const
  const rules = people.flatMap((who) => {
    const scheme = benefitScheme(pack, { ...who, kind, level: 'tertiary', carePlace: 'local', on })
    return 'bands' in scheme ? [] : scheme.filter(isMissing)
  })
  return rules.filter((rule, index) => rules.findIndex(({ rule: id }) => id === rule.rule) === index)
}
