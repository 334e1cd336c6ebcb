import { minuteInChina } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import { processOn } from '@yichuang/policy'
import type { Pack, ProcessVersion, Role } from '@yichuang/policy'
import type { Sentences } from '../../platform/problem.ts'

/** Titles of what happens to a case beside its process; those of the process stand in the pack. */
const OTHER_ACTS: Readonly<Record<string, Sentences>> = {
  start: { zh: '开始填报', en: 'Started' },
  'change-at-window': { zh: '工作人员代为修改填报内容或材料', en: 'Content or files changed by staff' },
  'offer-handover': { zh: '提出移交', en: 'Hand-over offered' },
  'accept-handover': { zh: '接收移交', en: 'Hand-over accepted' },
  'decline-handover': { zh: '不接收移交', en: 'Hand-over declined' },
  'explain-overdue': { zh: '说明超期原因', en: 'Overdue explained' },
  'due-moved': { zh: '办结期限调整', en: 'Due day moved' },
  'rules-moved': { zh: '改按新公布的政策办理', en: 'Moved to newly published rules' },
  'due-soon': { zh: '期限临近提醒', en: 'Due soon' },
  overdue: { zh: '超过承诺期限', en: 'Overdue' },
  'paper-received': { zh: '收到补交材料', en: 'Owed material received' },
  'paper-reminded': { zh: '提醒补交材料', en: 'Reminded of an owed material' },
  'paper-overdue': { zh: '材料逾期未补交', en: 'Owed material not handed in' },
  'paper-extended': { zh: '延长补交期限', en: 'More time for an owed material' },
  'paper-waived': { zh: '免予补交', en: 'Owed material waived' },
  'paper-enforced': { zh: '材料未补交，另行处理', en: 'Owed material enforced by other means' },
  'institution-word': { zh: '医疗机构作出说明', en: 'Word of the institution' },
  corrected: { zh: '支付金额更正', en: 'Amount corrected' },
  rate: { zh: '评价', en: 'Rated' },
}

const ROLES: Readonly<Record<Role, Sentences>> = {
  person: { zh: '申请人', en: 'the applicant' },
  clerk: { zh: '窗口经办人员', en: 'window clerk' },
  reviewer: { zh: '审核人员', en: 'reviewer' },
  approver: { zh: '审批人员', en: 'approver' },
  finance: { zh: '财务人员', en: 'finance' },
  supervisor: { zh: '督查人员', en: 'supervisor' },
}

/** The name of an act, from the case's process or from the list of what may happen beside it. */
export function actTitle(act: string, process: ProcessVersion): Sentences {
  return process.acts.find(({ id }) => id === act)?.title ?? OTHER_ACTS[act] ?? { zh: act, en: act }
}

/** The name of an act for a reader without the case at hand: as any process of a place calls it on a day. */
export function actTitleIn(pack: Pack, act: string, on: PlainDate): Sentences | undefined {
  for (const process of pack.processes.values()) {
    const title = processOn(process, on)?.acts.find(({ id }) => id === act)?.title
    if (title) return title
  }
  return OTHER_ACTS[act]
}

export function stateTitle(state: string, process: ProcessVersion): Sentences {
  return process.states.find(({ id }) => id === state)?.title ?? { zh: state, en: state }
}

export function roleNames(roles: readonly Role[]): Sentences {
  return {
    zh: roles.map((role) => ROLES[role].zh).join('、'),
    en: roles.map((role) => ROLES[role].en).join(', '),
  }
}

/** One event in a sentence: who did what, and when. */
export function eventWords(
  { act, at, actorName }: { readonly act: string; readonly at: Date; readonly actorName: string },
  process: ProcessVersion,
): Sentences {
  const title = actTitle(act, process)
  const minute = minuteInChina(at).replace('T', ' ')
  return { zh: `${actorName}于 ${minute} ${title.zh}`, en: `${title.en} by ${actorName} at ${minute}` }
}
