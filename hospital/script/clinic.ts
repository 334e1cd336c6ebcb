import { BILL } from '../demo.ts'
import type { His } from '../his.ts'
import { amounts, lost, lostAndSentAgain, refusal, type Stage } from './stage.ts'

/** 门诊: whole visits; the replies of registration, fees and settlement get lost. */
export async function playClinic(his: His, stage: Stage, [first, second]: readonly string[]): Promise<void> {
  stage.scene('门诊', 'out-patients')
  const of = (number: string) => his.store.visit(number)!
  const visit = await lostAndSentAgain(his, () => his.register(first!, { lose: 'reply' }))
  stage.expect(
    of(visit).mdtrtId !== null,
    `${of(visit).patient}挂号（2201），回复丢失后重发：同一个就诊ID`,
    'registered; the lost reply comes at the second attempt',
  )
  await his.diagnose(visit)
  await lostAndSentAgain(his, () => his.upload(visit, BILL, { lose: 'reply' }))
  await his.preSettle(visit)
  const [zh, en] = amounts(of(visit).preview)
  stage.expect(
    of(visit).lines.length === BILL.length,
    `诊断、费用（回复丢失后重发）与预结算（2203A、2204、2206）：${zh}`,
    `diagnosis, fees and trial: ${en}`,
  )
  await lost(his, () => his.settle(visit, { lose: 'reply' }))
  stage.expect(of(visit).uncertain !== null, '结算（2207）的回复丢失：结果未知', 'the reply to 2207 is lost')
  await his.retry(visit)
  const settled = of(visit).setlId
  stage.expect(
    settled !== null,
    `以同一报文ID重发，得到原来的结果：结算ID ${settled}`,
    'sent again under the same msgid: the first answer',
  )
  stage.expect(
    (await refusal(() => his.settle(visit))) !== undefined,
    '换一个报文ID再结算被拒绝：同一批费用只结算一次',
    'under another msgid it is refused',
  )

  const other = await his.register(second ?? first!)
  await his.diagnose(other)
  await his.upload(other, BILL)
  await lost(his, () => his.settle(other, { lose: 'reply' }))
  await his.reverse(other)
  stage.expect(
    of(other).uncertain === null && of(other).setlId === null,
    '另一笔结算的回复丢失，用冲正（2601）撤回',
    'another lost settlement is taken back by 2601',
  )
  await his.settle(other)
  stage.expect(of(other).setlId !== null, '冲正后可以重新结算', 'and can be settled anew')

  await lostAndSentAgain(his, () => his.cancel(visit, { lose: 'reply' }))
  stage.expect(
    of(visit).setlId === null,
    '退费（2208）的回复丢失后重发：生成一笔负数结算，费用可以重新结算',
    'taken back by 2208 once, as a negative row',
  )
  await his.dropFees(visit)
  await his.unregister(visit)
  stage.expect(of(visit).closed, '撤销费用（2205）和挂号（2202）', 'fees and registration are taken back')
}
