import type { Requester } from '../../modules/cases/index.ts'
import { createRun, exportRun, findRun, importReturn } from '../../modules/payments/index.ts'
import type { Db } from '../../platform/db.ts'
import type { FieldCipher } from '../../platform/crypto.ts'
import { answerOfBank } from './bank.ts'
import type { DemoCase } from './driver.ts'
import type { Story } from './story.ts'

/** A told story with its case. */
export interface Told {
  readonly story: Story
  readonly demoCase: DemoCase
}

/** Runs at the bank: their file, by id. */
export type RunsAtBank = Map<string, { readonly file: string; readonly told: readonly Told[] }>

/** Puts approved cases into a run and sends it to the bank. Cases that the fund owes nothing are left out. */
export async function sendToBank(
  db: Db,
  cipher: FieldCipher,
  who: () => Requester,
  officeId: string,
  due: readonly Told[],
  runs: RunsAtBank,
): Promise<void> {
  const rows = await Promise.all(due.map(({ demoCase }) => demoCase.look()))
  const told = due.filter((_, i) => rows[i]!.state === 'approved' && Number(rows[i]!.fund) > 0)
  if (told.length === 0) return
  const caseIds = told.map(({ demoCase }) => demoCase.row.caseId)
  const run = await createRun(db, who(), { officeId, caseIds })
  const file = await exportRun(db, who(), (await findRun(db, run.runId, true))!, cipher)
  runs.set(run.runId, { file, told })
}

/** Books what the bank says of the cases whose answer is due. */
export async function hearFromBank(
  db: Db,
  who: () => Requester,
  on: number,
  runs: RunsAtBank,
): Promise<void> {
  for (const [runId, { file, told }] of runs) {
    const heard = told.filter(({ story }) => story.payment?.returnOn === on)
    if (heard.length === 0) continue
    const number = ({ demoCase }: Told) => demoCase.row.number!
    const answered = new Set(heard.map(number))
    const rejected = new Map(
      heard.flatMap((told) => {
        const reason = told.story.payment?.rejected
        return reason === undefined ? [] : [[number(told), reason] as const]
      }),
    )
    const bytes = Buffer.from(answerOfBank(file, answered, rejected), 'utf8')
    const run = (await findRun(db, runId, true))!
    await importReturn(db, who(), run, { name: `回盘-${run.number}.csv`, bytes })
  }
}
