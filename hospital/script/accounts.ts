import type { His } from '../his.ts'
import { compareKind, reconcile } from '../reconcile.ts'
import type { Stage } from './stage.ts'

const keyOf = ({ insutype, clrType }: { insutype: string; clrType: string }) => `${insutype} ${clrType}`

/** Kinds of which the centre has settlements of today that are not in these books: other machines play as well. */
export async function playedElsewhere(his: His): Promise<ReadonlySet<string>> {
  const kinds = ['11', '21', '41'].map((clrType) => ({ insutype: '310', clrType }))
  const others = new Set<string>()
  for (const kind of kinds)
    if ((await compareKind(his, his.station.options.today(), kind)).result === 'uneven')
      others.add(keyOf(kind))
  return others
}

/** 对账: the sums of the day. */
export async function playAccounts(his: His, stage: Stage, others: ReadonlySet<string>): Promise<void> {
  stage.scene(`对账：${his.institution.name}`, 'accounts')
  for (const group of await reconcile(his, his.station.options.today())) {
    const { insutype, clrType, count, total, fund, result, said } = group
    const zh = `总账（3201）险种 ${insutype} 清算类别 ${clrType}：${count} 笔，总额 ${total}，基金 ${fund}`
    const en = `totals of ${insutype}/${clrType}: ${count} rows, ${total}, funds ${fund}`
    if (result === 'unanswered') stage.remark(`${zh}，中心没有受理：${said}`, `${en}: not served`)
    else if (result === 'uneven' && others.has(keyOf(group)))
      stage.remark(
        `${zh}，${said}（今天早先另有不在本机账上的结算）`,
        `${en}: differ, since others have settled here today`,
      )
    else stage.expect(result === 'even', `${zh}，${said}`, `${en}: ${result}`)
  }
}
