import type { Fault } from '@yichuang/contracts'
import { defineProblem, type Sentences } from '../../platform/problem.ts'

export const RunNotFound = defineProblem({
  code: 'run-not-found',
  status: 404,
  title: { zh: '没有这个拨付批次', en: 'There is no such payment run' },
  detail: () => ({
    zh: '没有这个批次，或者它不在您可以查看的范围内。',
    en: 'There is no such run, or it is not one that you may see.',
  }),
  mend: { zh: '请从批次列表中选择。', en: 'Choose a run from the list.' },
})

export const NothingToPay = defineProblem({
  code: 'nothing-to-pay',
  status: 409,
  title: { zh: '没有等待支付的办件', en: 'No case waits for payment' },
  mend: {
    zh: '请刷新待支付列表；可能刚被列入另一个批次。',
    en: 'Reload the list; the cases may have just been put into another run.',
  },
})

export const CasesNotPayable = defineProblem({
  code: 'cases-not-payable',
  status: 409,
  title: { zh: '所选办件中有的不能支付', en: 'Some of the chosen cases cannot be paid' },
  detail: ({ caseIds }: { caseIds: readonly string[] }) => ({
    zh: `有 ${caseIds.length} 件不在待支付之列，可能刚被列入另一个批次。没有生成批次。`,
    en: `${caseIds.length} of them do not wait for payment; they may have just been put into another run. No run was made.`,
  }),
  mend: {
    zh: '请刷新待支付列表，重新选择后再生成批次。',
    en: 'Reload the list of cases that wait for payment, choose again, then make the run.',
  },
  members: ({ caseIds }) => ({ caseIds }),
})

export const PaidAlready = defineProblem({
  code: 'payment-exists',
  status: 409,
  title: { zh: '办件已有支付记录', en: 'A payment of the case exists' },
  mend: {
    zh: '同一办件不会支付两次。请刷新后核对该办件的支付记录。',
    en: 'No case is paid twice. Reload and look at the payments of the case.',
  },
})

export const RunNotExported = defineProblem({
  code: 'run-not-exported',
  status: 409,
  title: { zh: '批次尚未导出给银行', en: 'The run was not exported' },
  mend: {
    zh: '请先导出银行文件，银行处理后再导入回盘文件。已撤销的批次不能导入。',
    en: 'Export the bank file first; import the return file once the bank has worked on it. A cancelled run takes none.',
  },
})

export const RunFrozen = defineProblem({
  code: 'run-frozen',
  status: 409,
  title: { zh: '批次已不能撤销', en: 'The run can no longer be cancelled' },
  detail: ({ state }: { state: Sentences }) => ({
    zh: `批次${state.zh}，银行可能已在处理。`,
    en: `The run is ${state.en}; the bank may be working on it.`,
  }),
  mend: {
    zh: '请等待银行回盘：未付出的由银行退回后，办件会回到待更正账户。',
    en: 'Wait for the bank’s return file: what was not paid comes back as rejected.',
  },
})

export const RunCancelled = defineProblem({
  code: 'run-cancelled',
  status: 409,
  title: { zh: '批次已撤销', en: 'The run was cancelled' },
  mend: {
    zh: '其中的办件已回到待支付之列，请生成新的批次。',
    en: 'Its cases wait for payment again; make a new run.',
  },
})

export const RunChanged = defineProblem({
  code: 'run-changed',
  status: 409,
  title: { zh: '批次刚刚有了变化', en: 'The run has just changed' },
  mend: { zh: '请刷新后查看最新情况，再决定是否继续。', en: 'Reload, look at what is new, then decide.' },
  members: ({ version }: { version: number }) => ({ version }),
})

export const ReturnFileFaulty = defineProblem({
  code: 'return-file-faulty',
  status: 422,
  title: { zh: '回盘文件有误，没有登记任何一笔', en: 'The return file is faulty; nothing was booked' },
  detail: ({ faults }: { faults: readonly Fault[] }) => ({
    zh: `共 ${faults.length} 处，已逐行列出。`,
    en: `${faults.length} in all; each is listed with its row.`,
  }),
  mend: {
    zh: '请与银行核对后重新取得文件，再完整导入。格式见 docs/bank-file.md。',
    en: 'Get a corrected file from the bank and import it whole. The form is described in docs/bank-file.md.',
  },
  members: ({ faults }) => ({ errors: faults }),
})

export const ReturnFileAlreadyImported = defineProblem({
  code: 'return-file-already-imported',
  status: 409,
  title: { zh: '这个回盘文件已经导入过', en: 'This return file was imported already' },
  detail: ({ minute, by, number }: { minute: string; by: string; number: string }) => ({
    zh: `${by}已于 ${minute} 导入到批次 ${number}，没有重复登记。`,
    en: `${by} imported it into the run ${number} at ${minute}; nothing was booked twice.`,
  }),
  mend: {
    zh: '请核对是否选错了文件；银行的后续回盘是另一个文件。',
    en: 'Check that you chose the right file; a later return of the bank is another file.',
  },
})

export const ReturnFileUnreadable = defineProblem({
  code: 'return-file-unreadable',
  status: 422,
  title: { zh: '读不出回盘文件', en: 'The return file cannot be read' },
  mend: {
    zh: '请导入 CSV 文件（UTF-8 或 GB18030 编码）；银行给的是 Excel 的，请另存为 CSV。',
    en: 'Import a CSV file (UTF-8 or GB18030); save a spreadsheet as CSV first.',
  },
})
