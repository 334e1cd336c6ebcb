import type { PlainDate } from '@yichuang/kernel'
import { maskName } from '@yichuang/kernel'
import { createHash, randomInt } from 'node:crypto'
import { canonicalJson } from '../../platform/crypto.ts'
import type { Db } from '../../platform/db.ts'
import type { Sentences } from '../../platform/problem.ts'
import { newId } from '../../platform/uuid.ts'
import type { LetterContent, LetterKind } from './content.ts'
import { insertLetter, selectByCode, selectLetters, selectNewest } from './letter.queries.ts'
import { insertMessage, insertMessages } from './message.queries.ts'

/** Whose letters these are; structurally the `CaseRef` of the cases module. */
export interface LetterOwner {
  readonly regionCode: string
  readonly caseId: string
}

/**
 * Issues a letter and leaves each reader a message of it; from now on it is what its verification code stands for. Inside
 * the transaction of the act, with the case locked. Gives the code. One statement.
 */
export async function issue(
  db: Db,
  letter: {
    readonly ref: LetterOwner
    readonly kind: LetterKind
    readonly content: LetterContent
    readonly day: PlainDate
    readonly at: Date
    readonly message: {
      readonly kind: string
      readonly detail: Readonly<Record<string, string>>
      /** persons; a person twice gets one message */
      readonly to: readonly string[]
    }
  },
): Promise<string> {
  const { ref, kind, content, day, at, message } = letter
  const { regionCode, caseId } = ref
  const code = newCode(regionCode)
  const stored = { ...content }
  const row = { regionCode, caseId, kind, code, day, at, content: stored, contentHash: hashOf(content) }
  const readers = [...new Set(message.to)].map((personId) => ({ personId, messageId: newId() }))
  await insertLetter(db, row, { kind: message.kind, detail: message.detail, readers })
  return code
}

/** Leaves a message for a person; the words are made when it is read. One statement. */
export async function send(
  db: Db,
  message: {
    readonly regionCode: string
    readonly personId: string
    readonly caseId: string | null
    readonly kind: string
    readonly detail: Readonly<Record<string, string>>
    readonly day: PlainDate
    readonly at: Date
  },
): Promise<void> {
  const { regionCode, personId, ...rest } = message
  await insertMessage(db, regionCode, personId, { messageId: newId(), ...rest })
}

/** The same for everybody concerned by a case, in one statement. */
export async function sendToAll(
  db: Db,
  personIds: readonly string[],
  { regionCode, ...message }: Omit<Parameters<typeof send>[1], 'personId'>,
): Promise<void> {
  const to = personIds.map((personId) => ({ personId, messageId: newId() }))
  await insertMessages(db, regionCode, to, message)
}

/** The letters of a case, oldest first; of each kind only the newest is current. */
export async function lettersOf(db: Db, { regionCode, caseId }: LetterOwner) {
  const letters = await selectLetters(db, regionCode, caseId)
  const newest = new Map(letters.map(({ kind, seq }) => [kind, seq]))
  return letters.map(({ kind, seq, day }) => ({
    kind,
    day,
    title: titles[kind as LetterKind] ?? { zh: kind, en: kind },
    current: newest.get(kind) === seq,
  }))
}

/** The current letter of a kind, with the words it was issued with. */
export async function currentLetter(db: Db, { regionCode, caseId }: LetterOwner, kind: LetterKind) {
  const letter = await selectNewest(db, regionCode, caseId, kind)
  return letter && { ...letter, content: letter.content as unknown as LetterContent }
}

export const titles: Readonly<Record<LetterKind, Sentences>> = {
  receipt: { zh: '受理回执', en: 'Receipt' },
  notice: { zh: '一次性告知书', en: 'Notice of what is missing' },
  decision: { zh: '医疗费用报销决定书', en: 'Decision' },
  withdrawal: { zh: '撤回确认书', en: 'Confirmation of withdrawal' },
  'due-moved': { zh: '办结期限调整告知书', en: 'Notice of a moved due day' },
  referral: { zh: '转诊凭证', en: 'Referral' },
  correction: { zh: '医疗费用支付更正决定书', en: 'Correction' },
  chronic: { zh: '门诊慢特病认定结果告知书', en: 'Result of the recognition of a chronic disease' },
}

/** What anybody with the code may know of a letter: that we issued it, whether it still holds, and to whom, masked. */
export async function verify(db: Db, code: string) {
  const letter = await selectByCode(db, code.slice(0, REGION_LENGTH), code)
  if (!letter) return undefined
  const content = letter.content as unknown as LetterContent
  // A row changed behind our back is no letter of ours any more.
  if (hashOf(content) !== letter.contentHash) return undefined
  return {
    kind: letter.kind as LetterKind,
    current: letter.current,
    caseNumber: content.caseNumber,
    applicantMasked: maskName(content.applicantName),
    issuedOn: letter.day,
    issuer: content.issuer,
  }
}

const REGION_LENGTH = 6
// No letter or digit that can be taken for another when it is read aloud.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const RANDOM_LENGTH = 20

function newCode(regionCode: string): string {
  return regionCode + Array.from({ length: RANDOM_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

function hashOf(content: LetterContent): string {
  return createHash('sm3').update(canonicalJson(content)).digest('hex')
}
