import { admissionDay, returned, WARD_BILLS } from '../demo.ts'
import type { His } from '../his.ts'
import { amounts, lost, lostAndSentAgain, refusal, type Stage } from './stage.ts'

/** 住院: from the admission to the settlement, and all the way back; the reply of every step gets lost once. */
export async function playWard(his: His, stage: Stage, [first, second]: readonly string[]): Promise<void> {
  stage.scene('住院', 'in-patients')
  const of = (number: string) => his.store.visit(number)!
  const began = admissionDay(his.station.options.today())
  const lose = 'reply' as const

  const taken = await lost(his, () => his.admit(first!, { began, lose }))
  await his.reverse(taken)
  stage.expect(
    of(taken).closed && (await refusal(() => his.undoAdmission(taken))) !== undefined,
    '入院（2401）的回复丢失，用冲正（2601）撤回：没有入院',
    'a lost admission is taken back by 2601',
  )
  const stay = await lostAndSentAgain(his, () => his.admit(first!, { began, lose }))
  stage.expect(
    (await his.knownStay(first!)) === of(stay).mdtrtId,
    `${of(stay).patient}入院（2401），回复丢失后重发；在院信息（5303）可查`,
    'admitted; the centre knows that they lie here',
  )
  const again = await refusal(() => his.admit(first!, { began }))
  stage.expect(again !== undefined, `在院时不能再次入院：${again?.slice(0, 40)}…`, 'nobody lies in two beds')

  for (const lines of WARD_BILLS) await lostAndSentAgain(his, () => his.uploadStay(stay, lines, { lose }))
  await his.uploadStay(stay, [returned(of(stay).lines)])
  await lostAndSentAgain(his, () => his.changeStay(stay, '15', { lose }))
  await his.preSettleStay(stay)
  const [zh, en] = amounts(of(stay).preview)
  stage.expect(
    of(stay).lines.length === WARD_BILLS.flat().length + 1,
    `费用分 ${WARD_BILLS.length} 批上传（2301），一条退药，换床（2403），预结算（2303）：${zh}`,
    `fees in batches, a refund among them, another bed, a trial: ${en}`,
  )
  stage.expect(
    (await refusal(() => his.settleStay(stay))) !== undefined,
    '没有办理出院不能出院结算',
    'no settlement before the discharge',
  )
  await lostAndSentAgain(his, () => his.discharge(stay, { lose }))
  await lost(his, () => his.settleStay(stay, { lose }))
  await his.reverse(stay)
  await lostAndSentAgain(his, () => his.settleStay(stay, { lose }))
  stage.expect(
    of(stay).setlId !== null,
    `出院（2402）与结算（2304）：冲正一次，再结算，回复丢失后重发：结算ID ${of(stay).setlId}`,
    'discharged and settled: taken back once, settled anew, sent again',
  )
  await undone(his, stage, second ?? first!, began)
}

/** Another stay, settled and then taken back step by step, each before the one it rests on. */
async function undone(his: His, stage: Stage, idNumber: string, began: string): Promise<void> {
  const of = (number: string) => his.store.visit(number)!
  const stay = await his.admit(idNumber, { began })
  await his.uploadStay(stay, WARD_BILLS[0]!)
  await his.discharge(stay)
  await his.settleStay(stay)
  const lose = 'reply' as const
  for (const back of [
    () => his.cancelStay(stay, { lose }),
    () => his.undoDischarge(stay, { lose }),
    () => his.dropStayFees(stay, { lose }),
    () => his.undoAdmission(stay, { lose }),
  ])
    await lostAndSentAgain(his, back)
  const { setlId, discharged, lines, closed } = of(stay)
  stage.expect(
    setlId === null && !discharged && lines.length === 0 && closed,
    '另一次住院逐步撤销：结算（2305）、出院（2405）、费用（2302）、入院（2404），每步的回复都丢失一次',
    'another stay is taken back step by step, each with a lost reply',
  )
}
