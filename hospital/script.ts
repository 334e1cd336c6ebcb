import { ReplyLost } from './client/station.ts'
import { BILL, patientsOf } from './demo.ts'
import { Refused, type His } from './his.ts'
import { reconcile } from './reconcile.ts'

export type Say = (zh: string, en: string) => void

/** Everything a newcomer should see, in one go. Returns whether all of it went as it must. */
export async function playScript(his: His, say: Say): Promise<boolean> {
  const { region, name } = his.station.options.institution
  const [first, second] = patientsOf(region).filter(({ employee }) => employee)
  let right = true
  const expect = (held: boolean, zh: string, en: string) => {
    right &&= held
    say(`${held ? '✓' : '✗'} ${zh}`, en)
  }

  await his.signIn()
  expect(true, `${name}签到（9001）`, 'signed in')

  const visit = await his.register(first!.idNumber)
  expect(true, `${first!.name}挂号（1101、2201）`, `${visit} registered`)
  await his.diagnose(visit)
  await his.upload(visit, BILL)
  await his.preSettle(visit)
  const preview = his.store.visit(visit)!.preview!
  expect(
    true,
    `诊断、费用与预结算（2203A、2204、2206）：总额 ${yuan(preview['medfee_sumamt'])}，基金 ${yuan(preview['fund_pay_sumamt'])}，个人 ${yuan(preview['psn_part_amt'])}`,
    'diagnosis, fees and trial settlement',
  )

  await lost(() => his.settle(visit, { lose: 'reply' }))
  expect(
    his.store.visit(visit)!.uncertain !== null,
    '结算（2207）的回复丢失：结果未知',
    'the reply to 2207 is lost',
  )
  await his.retry(visit)
  const settled = his.store.visit(visit)!.setlId
  expect(
    settled !== null,
    `以同一报文ID重发，得到原来的结果：结算ID ${settled}`,
    'sent again under the same msgid: the first answer',
  )
  expect(
    (await refused(() => his.settle(visit))) !== undefined,
    '换一个报文ID再结算被拒绝：同一批费用只结算一次',
    'under another msgid it is refused',
  )

  const other = await his.register((second ?? first!).idNumber)
  await his.diagnose(other)
  await his.upload(other, BILL)
  await lost(() => his.settle(other, { lose: 'reply' }))
  await his.reverse(other)
  expect(
    his.store.visit(other)!.uncertain === null,
    '另一笔结算的回复丢失，用冲正（2601）撤回',
    'another lost settlement is taken back by 2601',
  )
  await his.settle(other)
  expect(his.store.visit(other)!.setlId !== null, '冲正后可以重新结算', 'and can be settled anew')

  await his.cancel(visit)
  expect(
    his.store.visit(visit)!.setlId === null,
    '退费（2208）：生成一笔负数结算，费用可以重新结算',
    'taken back by 2208, as a negative row',
  )
  await compare(his, expect, say)
  return right
}

async function compare(
  his: His,
  expect: (held: boolean, zh: string, en: string) => void,
  say: Say,
): Promise<void> {
  for (const group of await reconcile(his, his.station.options.today())) {
    const { insutype, count, total, fund, result, said } = group
    const what = `对账（3201）险种 ${insutype}：${count} 笔，总额 ${total}，基金 ${fund}`
    if (result === 'unanswered') say(`– ${what}，中心没有受理：${said}`, 'the centre does not serve this yet')
    else
      expect(
        result === 'even',
        `${what}，${result === 'even' ? '平' : `${said}（当天还有别的机器结算时，只有本机的账对不平）`}`,
        'totals of the day',
      )
  }
}

async function lost(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ReplyLost)) throw error
  }
}

async function refused(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}

function yuan(value: unknown): string {
  return Number(value ?? 0).toFixed(2)
}
