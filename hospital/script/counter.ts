import { BASKET } from '../demo.ts'
import type { His } from '../his.ts'
import { amounts, lost, lostAndSentAgain, type Stage } from './stage.ts'

/** 药店: bought, lost and bought again, taken back. */
export async function playCounter(his: His, stage: Stage, [first]: readonly string[]): Promise<void> {
  stage.scene(`药店：${his.institution.name}`, 'pharmacy')
  await his.signIn()
  const of = (number: string) => his.store.visit(number)!
  const basket = await his.basket(first!, BASKET)
  const [zh, en] = amounts(of(basket).preview)
  stage.expect(of(basket).preview !== null, `预结算（2101）：${zh}`, `trial: ${en}`)
  await lost(his, () => his.buy(basket, { lose: 'reply' }))
  await his.reverse(basket)
  await lostAndSentAgain(his, () => his.buy(basket, { lose: 'reply' }))
  stage.expect(
    of(basket).setlId !== null,
    `结算（2102）的回复丢失：冲正一次，再买，回复又丢失后重发：结算ID ${of(basket).setlId}`,
    'bought: taken back once, bought anew, sent again',
  )
  const other = await his.basket(first!, BASKET)
  await his.buy(other)
  await lostAndSentAgain(his, () => his.giveBack(other, { lose: 'reply' }))
  stage.expect(of(other).setlId === null, '退药（2103）的回复丢失后重发', 'given back once')
}
