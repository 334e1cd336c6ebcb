import { applyForClearing, withdrawClearing } from '../clearing.ts'
import type { CentreDay } from '../demo.ts'
import { compareDetail } from '../detail.ts'
import type { His } from '../his.ts'
import { refusal, type Stage } from './stage.ts'

/** 次日: the day that is over is compared row by row, and what it came to is applied for. */
export async function playNextDay(
  day: CentreDay | undefined,
  machines: readonly His[],
  stage: Stage,
  othersPlayed: boolean,
): Promise<void> {
  stage.scene('次日：对明细账与清算', 'the next day: details and clearing')
  if (!day) return stage.remark('不知道中心的日期', 'the day at the centre is not known')
  const over = day()
  if (othersPlayed)
    return stage.remark(
      '今天早先另有不在本机账上的结算：明细对不平，不演示清算。明天再演示，或用空的数据目录。',
      'others have settled here today: details would differ, so clearing is not played',
    )
  if (!(await day.moveOn()))
    return stage.remark(
      '明细账要到次日才能对：这里不是演示系统，不能推进日期。',
      'details are compared tomorrow: this day cannot be moved',
    )
  stage.remark(`演示日推进到 ${day()}`, `the demonstration moves on to ${day()}`)
  for (const his of machines) await playDetails(his, over, stage)
  for (const his of machines) await playClearing(his, over, stage)
}

async function playDetails(his: His, day: string, stage: Stage): Promise<void> {
  const { name } = his.institution
  const forgotten = his.store.journal().find(({ booked }) => booked?.day === day)!
  const differing = await compareDetail(his, day, { without: 1 })
  stage.expect(
    differing.length === 1 && differing[0]!.msgid === forgotten.msgid,
    `${name}上传明细（9101）时漏了一笔，对明细账（3202），下载结果（9102）：差异 ${differing.length} 笔，指出中心有、本院没有的报文 ${forgotten.msgid}`,
    `one row forgotten: the result names it`,
  )
  const left = await compareDetail(his, day, { lose: 'reply' })
  stage.expect(
    left.length === 0,
    `补上后重新上传，3202 的回复丢失后重发：${left.length === 0 ? '逐笔相符，当日关账' : `仍有差异：${left.map(({ memo }) => memo).join('；')}`}`,
    'with the row, and the reply lost once: everything agrees, and the day is closed',
  )
}

async function playClearing(his: His, day: string, stage: Stage): Promise<void> {
  const kinds = [...new Set(his.store.booked(day).map(({ clrType }) => clrType))].toSorted()
  for (const clrType of kinds) {
    const first = await applyForClearing(his, day, clrType, { lose: 'reply' })
    const again = await refusal(() => applyForClearing(his, day, clrType))
    await withdrawClearing(his, first)
    const number = await applyForClearing(his, day, clrType)
    stage.expect(
      again !== undefined && number !== first,
      `${his.institution.name}清算申请（3203）清算类别 ${clrType}：回复丢失后重发，不重复受理；撤销（3204）后再申请：${number}`,
      `clearing of ${clrType}: applied for once, withdrawn, applied for anew`,
    )
  }
}
