import type { Guide, RuleText } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Pack } from '@yichuang/policy'
import type { Language } from '../../platform/problem.ts'
import { guideOf } from '../catalogue/index.ts'
import { withUnit } from './words.ts'

type Section = RuleText['sections'][number]
type Line = Section['lines'][number]

/** A guide (办事指南) as sections of lines, each with the words it rests on. Throws `item-unknown`. */
export function guideText(pack: Pack, itemId: string, on: PlainDate, language: Language): Section[] {
  const guide = guideOf(pack, itemId, on, language)
  const t = WORDS[language]
  return [
    { title: t.facts, lines: factLines(guide, language) },
    { title: t.reasons, lines: guide.reasons.map(({ reasonId, name }) => line(reasonId, '', name)) },
    {
      title: t.materials,
      lines: guide.materials.map(({ materialId, name, need, condition, note, trust, source }) =>
        line(materialId, name, [t.need[need], condition, note, trust].filter(Boolean).join(' · '), source),
      ),
    },
    { title: t.steps, lines: guide.steps.map(({ name, who, text }) => line(name, `${who}：${name}`, text)) },
    {
      title: t.online,
      lines: guide.online.flatMap(({ channel, title, steps, source }) =>
        steps.map((step, at) => line(`${channel} ${at}`, `${title} ${at + 1}`, step, source)),
      ),
    },
    {
      title: t.bills,
      lines: guide.billDeadlines.map(({ billYear, until, source }) =>
        line(String(billYear), t.billsOf(billYear), until, source),
      ),
    },
    {
      title: t.phones,
      lines: guide.phones.map(({ office, topic, numbers }) =>
        line(`${office} ${topic ?? ''}`, [office, topic].filter(Boolean).join(' · '), numbers.join('、')),
      ),
    },
    { title: t.notes, lines: guide.notes.map((note) => line(note, '', note)) },
    { title: t.missing, lines: guide.missing.map(({ id, message }) => line(id, '', message)) },
  ]
}

function factLines(guide: Guide, language: Language): Line[] {
  const t = WORDS[language]
  const { statutory, promised, fee } = guide
  const days = (count: number) => withUnit(String(count), 'working-days', language)
  return [
    line('name', t.name, guide.name),
    line('who', t.who, guide.whoMayApply.join('、')),
    line('from', t.from, guide.inForceFrom),
    ...(guide.instant ? [line('instant', t.limit, t.instant)] : []),
    ...(statutory ? [line('statutory', t.statutory, days(statutory.days), statutory.source)] : []),
    ...(promised ? [line('promised', t.promised, days(promised.days), promised.source)] : []),
    ...(fee ? [line('fee', t.fee, fee.text, fee.source)] : []),
    ...guide.channels.map(({ channel, name }) => line(`channel ${channel}`, t.channel, name)),
  ]
}

function line(id: string, label: string, text: string, citation: Line['citation'] = null): Line {
  return { line: id, label, text, citation }
}

const WORDS = {
  zh: {
    facts: '基本内容',
    name: '事项',
    who: '适用对象',
    from: '本版施行日',
    limit: '办结时限',
    instant: '即时办结',
    statutory: '法定期限',
    promised: '承诺期限',
    fee: '收费',
    channel: '办理渠道',
    reasons: '情形',
    materials: '材料',
    need: { required: '必要', conditional: '视情形', optional: '可选' },
    steps: '办理流程',
    online: '网上办、掌上办步骤',
    bills: '票据报销期限',
    billsOf: (year: number) => `${year} 年的票据`,
    phones: '咨询电话',
    notes: '告知与标准',
    missing: '没有加载的规则',
  },
  en: {
    facts: 'Facts',
    name: 'Item',
    who: 'Who may apply',
    from: 'This version from',
    limit: 'Time limit',
    instant: 'done at once',
    statutory: 'Statutory limit',
    promised: 'Promised limit',
    fee: 'Fee',
    channel: 'Channel',
    reasons: 'Reasons',
    materials: 'Materials',
    need: { required: 'required', conditional: 'as the case may be', optional: 'optional' },
    steps: 'Steps',
    online: 'Online, step by step',
    bills: 'Bills are accepted until',
    billsOf: (year: number) => `Bills of ${year}`,
    phones: 'Telephone',
    notes: 'Notices and standards',
    missing: 'Rules not loaded',
  },
}
