import type { His } from '../his.ts'
import { lostAndSentAgain, refusal, type Stage } from './stage.ts'

/** 备案: a referral and a chronic disease, each with a lost reply, asked after, and taken back. */
export async function playFilings(his: His, stage: Stage, people: readonly string[]): Promise<void> {
  stage.scene('备案', 'filings')
  const of = (number: string) => his.store.visit(number)!
  const first = await notReferred(his, people)
  if (first === undefined) return stage.remark('每个人都已有有效的转诊', 'everybody is referred already')
  const referral = await lostAndSentAgain(his, () => his.refer(first, { lose: 'reply' }))
  stage.expect(
    of(referral).filing !== null && (await his.isReferred(first)),
    `转院备案（2501）的回复丢失后重发：流水号 ${of(referral).filing}，5304 可查`,
    'referred once, and the centre tells so',
  )
  const twice = await refusal(() => his.refer(first))
  stage.expect(twice !== undefined, '有效期内不重复备案', 'no second one while it is in force')
  await lostAndSentAgain(his, () => his.withdraw(referral, { lose: 'reply' }))
  stage.expect(
    of(referral).closed && !(await his.isReferred(first)),
    '撤销（2502）的回复丢失后重发：不再有效',
    'revoked once',
  )
  const why = await refusal(() => lostAndSentAgain(his, () => his.fileChronic(first, { lose: 'reply' })))
  if (why !== undefined)
    return stage.remark(`慢特病备案（2503）：本地不办理：${why}`, 'chronic diseases: not filed in this place')
  const { number, filing } = his.store.visits().at(-1)!
  await lostAndSentAgain(his, () => his.withdraw(number, { lose: 'reply' }))
  stage.expect(
    of(number).closed,
    `慢特病备案（2503、2504）的回复丢失后重发：流水号 ${filing}，已撤销`,
    'a chronic disease is filed and taken back',
  )
}

async function notReferred(his: His, people: readonly string[]): Promise<string | undefined> {
  for (const idNumber of people) if (!(await his.isReferred(idNumber))) return idNumber
  return undefined
}
