import type { Act, ProcessVersion } from '@yichuang/policy'
import type { Requester } from '../access.ts'
import { withdrawCase } from '../applicant.service.ts'
import type { CaseRow } from '../case-row.ts'
import { answerNotice, notifyGaps } from '../notice.service.ts'
import { answerHandover, offerHandover } from '../owner.service.ts'
import { acceptCase, decide, passUp, propose, returnCase } from '../review.service.ts'
import type { Town } from './town.ts'

/** Roles in which somebody may act on a case of the county; a township's clerk serves the person, as any window does. */
export const actors = {
  clerk: ['clerk'],
  otherClerk: ['clerk'],
  farClerk: ['person'],
  reviewer: ['reviewer'],
  approver: ['approver'],
  double: ['reviewer', 'approver'],
  person: ['person'],
} as const
export type ActorName = keyof typeof actors

export const gaps = {
  receipt: { materialId: 'receipt', field: null, text: '缺少票据' },
  'fee-list': { materialId: 'fee-list', field: null, text: '缺少清单' },
  note: { materialId: null, field: 'note', text: '说明不清' },
  other: { materialId: null, field: null, text: '其他' },
} as const

export interface Step {
  readonly by: ActorName
  readonly does: Deed
  readonly gap: keyof typeof gaps
  /** the actor has not seen the last change */
  readonly stale: boolean
}

interface Doing {
  /** the act of the process, where it is one */
  readonly act?: string
  do(town: Town, db: Town['db'], who: Requester, row: CaseRow, step: Step): Promise<CaseRow>
}
const doings = {
  accept: { act: 'accept', do: (_, db, who, row) => acceptCase(db, who, row, row) },
  notify: {
    act: 'notify',
    do: (_, db, who, row, { gap }) => notifyGaps(db, who, row, { version: row.version, gaps: [gaps[gap]] }),
  },
  answer: {
    act: 'answer',
    do: (_, db, who, row) => answerNotice(db, who, row, { version: row.version, text: '' }),
  },
  'pass up': {
    act: 'pass-up',
    do: (_, db, who, row) =>
      passUp(db, who, row, { version: row.version, reason: '疑难', suggestsRefusal: true }),
  },
  return: {
    act: 'return',
    do: (_, db, who, row) => returnCase(db, who, row, { version: row.version, guidance: '请受理' }),
  },
  'propose to grant': {
    act: 'propose-grant',
    do: (_, db, who, row) => propose(db, who, row, { version: row.version, outcome: 'grant', reason: '' }),
  },
  'propose to refuse': {
    act: 'propose-refusal',
    do: (_, db, who, row) =>
      propose(db, who, row, { version: row.version, outcome: 'refuse', reason: '不符合' }),
  },
  approve: {
    act: 'approve',
    do: (_, db, who, row) => decide(db, who, row, { version: row.version, outcome: 'approve', reason: '' }),
  },
  refuse: {
    act: 'refuse',
    do: (_, db, who, row) =>
      decide(db, who, row, { version: row.version, outcome: 'refuse', reason: '不符合' }),
  },
  'send back': {
    act: 'send-back',
    do: (_, db, who, row) =>
      decide(db, who, row, { version: row.version, outcome: 'send-back', reason: '请复核' }),
  },
  withdraw: {
    act: 'withdraw',
    do: (_, db, who, row) => withdrawCase(db, who, row, { version: row.version, reason: '不办了' }),
  },
  'offer to the other clerk': {
    do: ({ staff }, db, who, row) =>
      offerHandover(db, who, row, {
        version: row.version,
        toUserId: staff.otherClerk.userId,
        reason: '请假',
      }),
  },
  'take over': {
    do: (_, db, who, row) => answerHandover(db, who, row, { version: row.version, accept: true }),
  },
} as const satisfies Record<string, Doing>
export type Deed = keyof typeof doings
export const deeds = Object.keys(doings) as Deed[]

/** What a case must be like, worked out apart from the engine. */
export interface Model {
  readonly state: string
  readonly backTo: readonly string[]
  readonly owner: 'clerk' | 'otherClerk'
  readonly offered: boolean
  readonly closed: boolean
  readonly proposal: { readonly by: ActorName; readonly act: string } | null
}

export const handedIn: Model = {
  state: 'submitted',
  backTo: [],
  owner: 'clerk',
  offered: false,
  closed: false,
  proposal: null,
}

/** The case after a step, or undefined when the step must be answered by a problem. */
export function expected(process: ProcessVersion, model: Model, step: Step): Model | undefined {
  if (step.stale) return undefined
  if (step.does === 'offer to the other clerk') {
    const outsider = step.by === 'person' || step.by === 'farClerk'
    const useful = process.acts.some(
      ({ roles, from }) => roles.includes('clerk') && from.includes(model.state),
    )
    return outsider || !useful || model.owner === 'otherClerk' ? undefined : { ...model, offered: true }
  }
  if (step.does === 'take over')
    return model.offered && step.by === 'otherClerk'
      ? { ...model, owner: 'otherClerk', offered: false }
      : undefined

  // Nobody shows a code on these walks: what was handed in only the person takes back.
  if (step.does === 'withdraw' && step.by !== 'person') return undefined
  const { act } = doings[step.does]
  const found = process.acts.find(({ id, from }) => id === act && from.includes(model.state))
  if (!found || !actors[step.by].some((role) => found.roles.includes(role))) return undefined
  return decidable(model, step, act) ? after(process, model, step, found) : undefined
}

function decidable({ proposal }: Model, { by }: Step, act: string): boolean {
  if (!['approve', 'refuse', 'send-back'].includes(act)) return true
  if (proposal?.by === by) return false
  return act === 'send-back' || proposal?.act === (act === 'approve' ? 'propose-grant' : 'propose-refusal')
}

function after(process: ProcessVersion, model: Model, { by }: Step, { id, to, closes }: Act): Model {
  const state = to === 'came-from' ? model.backTo.at(-1)! : to
  const leadsBack = process.acts.some((act) => act.to === 'came-from' && act.from.includes(state))
  const backTo =
    to === 'came-from' ? model.backTo.slice(0, -1) : leadsBack ? [...model.backTo, model.state] : []
  const proposed = id.startsWith('propose-') ? { by, act: id } : null
  return {
    ...model,
    state,
    backTo,
    // Nothing is paid for a plain item, so a grant is the end of it too.
    closed: model.closed || closes === true || id === 'approve',
    proposal: id === 'send-back' ? null : (proposed ?? model.proposal),
  }
}

export function take(town: Town, db: Town['db'], who: Requester, row: CaseRow, step: Step): Promise<CaseRow> {
  const doing: Doing = doings[step.does]
  return doing.do(town, db, who, step.stale ? { ...row, version: row.version - 1 } : row, step)
}
