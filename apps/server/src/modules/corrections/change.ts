import type { ChainScheme, ClaimLine } from '@yichuang/benefits'
import type { CorrectionChange, LineCoding } from '@yichuang/contracts'
import { formatYuan, ratio, yuan, ZERO_FEN } from '@yichuang/kernel'
import { chainOn, groupsOfPerson, personGroups, type ChainFacts, type Pack } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { ContentFaulty } from '../cases/index.ts'
import { faultsOfWorked, Findings, isScheme, schemeFor, type Worked } from '../claims/index.ts'
import { enrolmentOn, groupFacts } from '../insured/index.ts'
import { sameAdmission } from '../settlement/index.ts'
import { around } from './corrections-world.ts'
import { CorrectionRulesMissing, InsuranceDiffers } from './corrections.problems.ts'
import type { Changed } from './recalculate.ts'
import type { Entry, PersonYear } from './year.ts'

type ByRules = Extract<Worked, { by: 'rules' }>

/**
 * What the decisions of a year, from one on, are to be worked out from: the first as the correction says, those after it as
 * they stand, and where the correction asks for it both by the registers or the packs of today. Throws `content-faulty` for
 * lines that are not there or contradict themselves, and what keeps the rules from being compiled.
 */
export async function changedFrom(
  db: Db,
  { of, entries }: PersonYear,
  from: number,
  change: CorrectionChange,
  language: Language,
): Promise<Changed[]> {
  const target = changedTarget(entries[from]!, change, language)
  const changed: Changed[] = []
  for (const entry of entries.slice(from)) {
    const worked = entry === entries[from] ? target : entry.standing.worked
    if (worked?.by !== 'rules') {
      changed.push({ entry, worked })
      continue
    }
    const anew = await readAnew(db, of, entry, worked, change)
    const chain = await chainFor(entry, anew)
    changed.push({ entry, worked: anew, chain })
    checkLines(changed.at(-1)!, entry, language)
  }
  return changed
}

function changedTarget(entry: Entry, change: CorrectionChange, language: Language): Worked | null {
  const { kind, lines = [], fund, carePlace, otherPaid } = change
  const last = entry.lastWorked
  const found = new Findings(language)
  if (kind === 'take-out') return null
  if (kind === 'by-hand') {
    if (last.by === 'rules')
      found.fault('change.kind', 'by-hand-not-needed', {
        zh: '这项决定是按规定算出的，不能改为人工核定的金额；请改明细或选择其他更正方式。',
        en: 'This decision was worked out by rules and cannot become a figure by hand; change its lines instead.',
      })
    else if (fund === undefined)
      found.fault('change.fund', 'by-hand-fund', {
        zh: '未填写更正后的基金支付金额。',
        en: 'The amount the fund is to pay is missing.',
      })
    else if (entry.most !== undefined && yuan(fund) > entry.most)
      found.fault('change.fund', 'by-hand-above-total', {
        zh: `更正后的金额不能超过票据合计减去其他渠道已支付的部分，即 ${formatYuan(entry.most)} 元。`,
        en: `It must not be more than the bills less what others paid, ${formatYuan(entry.most)} yuan.`,
      })
    if (found.faults.length > 0) throw ContentFaulty({ faults: found.faults })
    return { by: 'hand', fund: yuan(fund!) }
  }
  if (last.by === 'hand') {
    if (kind === 'recode' || carePlace !== undefined || otherPaid !== undefined)
      found.fault('change.kind', 'decided-by-hand', {
        zh: '这项决定的金额由人工核定，没有可以重新归类的明细；请直接填写更正后的金额，或选择“不应支付”。',
        en: 'The figure of this decision was worked out by hand; give another figure, or take it out.',
      })
    if (found.faults.length > 0) throw ContentFaulty({ faults: found.faults })
    return last
  }
  const worked = {
    ...last,
    lines: kind === 'recode' ? recoded(last.lines, lines, found) : last.lines,
    facts: carePlace === undefined ? last.facts : { ...last.facts, carePlace },
  }
  if (kind === 'recode' && lines.length === 0)
    found.fault('change.lines', 'recode-without-lines', {
      zh: '没有选择要重新归类的明细。',
      en: 'No line was chosen to be classed otherwise.',
    })
  if (found.faults.length > 0) throw ContentFaulty({ faults: found.faults })
  return otherPaid === undefined ? worked : withOtherPaid(worked, otherPaid)
}

function withOtherPaid({ otherPaid: _was, ...worked }: ByRules, otherPaid: string): ByRules {
  const amount = yuan(otherPaid)
  return amount === ZERO_FEN ? worked : { ...worked, otherPaid: amount }
}

/** The lines with those named classed and cut otherwise; their amounts and names stay. */
function recoded(lines: readonly ClaimLine[], codings: readonly LineCoding[], found: Findings): ClaimLine[] {
  const byId = new Map(codings.map((coding, at) => [coding.lineId, { coding, at }]))
  codings.forEach(({ lineId, cutAmount, cutReason }, at) => {
    if (!lines.some(({ id }) => id === lineId))
      found.fault(`change.lines.${at}.lineId`, 'line-unknown', {
        zh: `第 ${at + 1} 条明细（${lineId}）不在这项决定中。请刷新后重新选择。`,
        en: `Line ${at + 1} (${lineId}) is not one of this decision. Reload and choose again.`,
      })
    else if (byId.get(lineId)!.at !== at)
      found.fault(`change.lines.${at}.lineId`, 'line-coded-twice', {
        zh: `第 ${at + 1} 条明细重复。请只保留一条。`,
        en: `Line ${at + 1} stands twice. Keep one of them.`,
      })
    if (cutAmount !== null && yuan(cutAmount) > 0 && !cutReason)
      found.fault(`change.lines.${at}.cutReason`, 'cut-without-reason', {
        zh: `第 ${at + 1} 条明细有扣付，未写明理由。`,
        en: `Line ${at + 1} is cut without a reason.`,
      })
  })
  return lines.map((line) => {
    const coding = byId.get(line.id)?.coding
    if (!coding) return line
    const { id, name, amount, quantity } = line
    const { class: class_, selfPayRatio, ceilingPrice, cutAmount, cutReason } = coding
    return {
      id,
      name,
      amount,
      class: class_,
      selfPayRatio: ratio(selfPayRatio),
      ...(ceilingPrice !== null && {
        ceilingPrice: yuan(ceilingPrice),
        ...(quantity !== undefined && { quantity }),
      }),
      ...(cutAmount !== null &&
        yuan(cutAmount) > 0 && { cut: { amount: yuan(cutAmount), reason: cutReason ?? '' } }),
    }
  })
}

/** The same by the registers and packs of today, as far as the correction asks for them. */
async function readAnew(
  db: Db,
  { regionCode, personId, insurance }: PersonYear['of'],
  { number }: Entry,
  worked: ByRules,
  { person, rules }: CorrectionChange,
): Promise<ByRules> {
  const { packs } = around()
  const pack = rules === 'now' ? packs.current(regionCode) : undefined
  const run = pack ? { id: pack.id, hash: pack.hash } : worked.pack
  if (person === 'then') return pack ? { ...worked, pack: run } : worked
  const { on } = worked.facts
  const enrolled = await enrolmentOn(db, regionCode, personId, on)
  if (enrolled?.insurance !== insurance) throw InsuranceDiffers({ number, day: on })
  const { groups: _were, ...facts } = worked.facts
  const now: ChainFacts = { ...facts, personClass: enrolled.personClass }
  const ruled = pack ?? (await packs.byHash(run.id, run.hash))
  const groups = await groupsNow(db, ruled, { regionCode, personId }, now)
  return { ...worked, pack: run, facts: groups.length > 0 ? { ...now, groups } : now }
}

async function groupsNow(
  db: Db,
  pack: Pack,
  { regionCode, personId }: { readonly regionCode: string; readonly personId: string },
  facts: ChainFacts,
): Promise<string[]> {
  // Nobody's groups are asked for where nothing turns on them.
  if (!chainOn(pack, facts) || personGroups(pack).length === 0) return []
  return groupsOfPerson(pack, await groupFacts(db, regionCode, personId, facts.on), facts.on)
}

/** The compiled rules of one decision; a stay settled more than once goes on with its admission. */
export async function chainFor({ number }: Pick<Entry, 'number'>, worked: ByRules): Promise<ChainScheme> {
  const { pack, facts, transferred } = worked
  const scheme = schemeFor(await around().packs.byHash(pack.id, pack.hash), facts)
  if (!isScheme(scheme))
    throw CorrectionRulesMissing({ number, missing: scheme.map(({ sentence }) => sentence) })
  return transferred ? sameAdmission(scheme) : scheme
}

function checkLines({ worked, chain }: Changed, { standing }: Entry, language: Language): void {
  const found = new Findings(language)
  for (const fault of faultsOfWorked(worked, chain, standing.before))
    found.fault('change.lines', fault.code, { zh: fault.sentences['zh-CN'], en: fault.sentences.en })
  if (found.faults.length > 0) throw ContentFaulty({ faults: found.faults })
}
