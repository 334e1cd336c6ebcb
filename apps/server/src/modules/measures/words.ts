import { formatRatio, formatYuan } from '@yichuang/kernel'
import { knowsPrescriptions } from '@yichuang/policy'
import type { ActingMeasure, Effect, Group, Measure, Pack, PersonGroup } from '@yichuang/policy'
import type { Language, Sentences } from '../../platform/problem.ts'
import { RECORDED_GROUPS } from './people.ts'

export const groupNames: Readonly<Record<Group, Sentences>> = {
  employee: { zh: '职工医保参保人', en: 'employees’ insurance' },
  resident: { zh: '居民医保参保人', en: 'residents’ insurance' },
  active: { zh: '在职人员', en: 'working' },
  retired: { zh: '退休人员', en: 'retired' },
  'resident-adult': { zh: '成年居民', en: 'adult residents' },
  'resident-minor': { zh: '未成年居民', en: 'minors' },
  'resident-senior': { zh: '老年居民', en: 'elderly residents' },
  'public-institution': { zh: '机关事业单位人员', en: 'staff of public institutions' },
  epidemic: { zh: '疫情防控相关人员', en: 'people concerned by the epidemic' },
  disabled: { zh: '失能人员', en: 'disabled people' },
  chronic: { zh: '慢性病群体', en: 'people with chronic diseases' },
  hardship: { zh: '困难群众', en: 'people in hardship' },
  'aged-60': { zh: '60岁以上老人', en: 'people over 60' },
}

/** Groups of measures that are recorded of people, or follow from their age, with what they are called. */
export function recordedGroups(): readonly PersonGroup[] {
  return [
    ...RECORDED_GROUPS.map((id) => ({ id, title: groupNames[id] })),
    { id: 'aged-60', title: groupNames['aged-60'], age: { from: 60 } },
  ]
}

const CHANNELS: Readonly<Record<string, Sentences>> = {
  window: { zh: '大厅窗口', en: 'the window' },
  web: { zh: '网上', en: 'the web' },
  mobile: { zh: '手机', en: 'the mobile app' },
  kiosk: { zh: '自助终端', en: 'the kiosk' },
  phone: { zh: '电话', en: 'telephone' },
  post: { zh: '邮寄', en: 'post' },
  station: { zh: '乡镇（街道）、村（社区）站点', en: 'township or village stations' },
  hospital: { zh: '医疗机构站点', en: 'hospital stations' },
  helper: { zh: '帮办代办', en: 'a helper' },
  im: { zh: '钉钉等即时通讯', en: 'instant messaging' },
}

/** What a measure does, in one sentence; `papersWithin` is what the leader said. */
export function effectWords(
  pack: Pack,
  { effect }: Measure,
  acting?: Pick<ActingMeasure, 'papersWithin' | 'perDay'>,
): Sentences {
  switch (effect.kind) {
    case 'set-parameter': {
      const parameter = pack.parameters.get(effect.parameter)
      if (parameter?.unit === 'date' && parameter.key === 'bill-year' && effect.key !== undefined)
        return {
          zh: `${effect.key} 年的票据，最晚 ${effect.value} 前报销`,
          en: `Bills of ${effect.key} are accepted until ${effect.value}`,
        }
      const title = parameter?.title ?? { zh: effect.parameter, en: effect.parameter }
      const key = effect.key === undefined ? '' : `（${effect.key}）`
      return {
        zh: `“${title.zh}${key}”改为 ${effect.value}`,
        en: `“${title.en}${key}” becomes ${effect.value}`,
      }
    }
    case 'waive-out-of-area-cut':
      return {
        zh: '异地转外就医不再调减支付比例',
        en: 'Care outside the insured place is paid without the lower share',
      }
    case 'adjust-payer':
      return adjusted(pack, effect)
    case 'take-over-rest':
      return effect.only
        ? {
            zh: '国家诊疗方案内的费用，基本医保、大病保险、医疗救助支付后的其余部分由财政承担',
            en: 'Within the plan of the state, it pays what insurance, critical illness and aid leave',
          }
        : {
            zh: '基本医保、大病保险、医疗救助支付后的其余部分由财政承担',
            en: 'The state pays what insurance, critical illness and aid leave',
          }
    case 'papers-later': {
      const days = acting?.papersWithin ?? effect.days
      return days === undefined
        ? {
            zh: '可以先受理、事后补交材料，期限由开启的人写明',
            en: 'Accepted now, papers later, within days the leader names',
          }
        : {
            zh: `可以先受理，材料在提交后 ${days} 天内补交`,
            en: `Accepted now; papers may follow within ${days} days`,
          }
    }
    case 'open-channel': {
      const channel = CHANNELS[effect.channel] ?? { zh: effect.channel, en: effect.channel }
      return { zh: `可以通过${channel.zh}办理`, en: `Can be done by ${channel.en}` }
    }
    case 'set-limit':
      return {
        zh: `承诺办结时限改为 ${effect.workingDays} 个工作日`,
        en: `The promised limit becomes ${effect.workingDays} working days`,
      }
    case 'larger-prescription':
      return effect.days === undefined
        ? { zh: '医疗机构可以增加单次处方用药量', en: 'Hospitals may prescribe more at once' }
        : {
            zh: `单次处方用药量可以增加到 ${effect.days} 天`,
            en: `Prescriptions may be for ${effect.days} days`,
          }
    case 'internet-care':
      return {
        zh: '互联网平台在线问诊、续方、结算和送药上门',
        en: 'Consultation, renewal, settlement and delivery on the internet platform',
      }
    case 'settle-later':
      return effect.patients === 'elsewhere'
        ? { zh: '异地就医患者先救治后结算', en: 'Patients from elsewhere are treated first, settled later' }
        : { zh: '先救治后结算', en: 'Treated first, settled later' }
    case 'prepay-hospitals':
      return { zh: '向医疗机构预付费用', en: 'Hospitals are paid in advance' }
    case 'limit-numbers': {
      const perDay = acting?.perDay ?? effect.perDay
      return perDay === undefined
        ? {
            zh: '办事群众较多的窗口限号分流，号数由开启的人写明',
            en: 'Numbers are limited at busy counters; the leader says how many',
          }
        : { zh: `每个大厅每日限 ${perDay} 号`, en: `At most ${perDay} numbers a day in each hall` }
    }
  }
}

/** Which figures of a later payer change, each with what it becomes. */
function adjusted(pack: Pack, effect: Extract<Effect, { kind: 'adjust-payer' }>): Sentences {
  const { table, deductible, raiseShare, yearlyCap } = effect
  const tables = pack.supplements.get(table) ?? pack.borrowed?.supplements.get(table)
  const title = tables?.title ?? { zh: table, en: table }
  const parts: Sentences[] = []
  if (deductible === 0) parts.push({ zh: '免除起付标准', en: 'no deductible' })
  else if (deductible !== undefined)
    parts.push({
      zh: `起付标准为 ${formatYuan(deductible)} 元`,
      en: `deductible ${formatYuan(deductible)} yuan`,
    })
  if (raiseShare !== undefined) {
    const points = Number(formatRatio(raiseShare)) * 100
    parts.push({ zh: `各段支付比例提高 ${points} 个百分点`, en: `${points} points more in every band` })
  }
  if (yearlyCap !== undefined)
    parts.push({
      zh: `年度限额为 ${formatYuan(yearlyCap)} 元`,
      en: `yearly cap ${formatYuan(yearlyCap)} yuan`,
    })
  return {
    zh: `${title.zh}：${parts.map(({ zh }) => zh).join('，')}`,
    en: `${title.en}: ${parts.map(({ en }) => en).join(', ')}`,
  }
}

/** Whether there is something in the product for the measure to act on. */
export function isConnected({ effect, items }: Measure, pack: Pack): boolean {
  if (effect.kind === 'internet-care') return false
  if (effect.kind === 'larger-prescription') return knowsPrescriptions(pack)
  return items === undefined || items.some((id) => pack.items.has(id))
}

export function groupsInWords(groups: readonly Group[], language: Language): string[] {
  return groups.map((group) => groupNames[group][language])
}
