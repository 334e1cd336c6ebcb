import type { WorkbookFault } from '@yichuang/policy'
import type { PackFault } from '@yichuang/policy'
import { defineProblem, type Sentences } from '../../platform/problem.ts'

export const RuleUnknown = defineProblem({
  code: 'rule-unknown',
  status: 404,
  title: { zh: '没有这条规则', en: 'No such rule' },
  detail: ({ id, pack }: { id: string; pack: string }) => ({
    zh: `政策包 ${pack} 没有 ${id}`,
    en: `The pack ${pack} has no ${id}`,
  }),
  mend: { zh: '请从规则列表中选择', en: 'Choose a rule of the list' },
})

export const DraftUnknown = defineProblem({
  code: 'draft-unknown',
  status: 404,
  title: { zh: '没有这份草案', en: 'No such draft' },
  mend: { zh: '请从草案列表中打开', en: 'Open it from the list of drafts' },
})

export const DraftChanged = defineProblem({
  code: 'draft-changed',
  status: 409,
  title: { zh: '草案已被他人修改', en: 'The draft was changed meanwhile' },
  detail: ({ edits }: { version: number; edits: readonly { by: string; what: Sentences }[] }) => ({
    zh: edits.map(({ by, what }) => `${by}：${what.zh}`).join('；') || '草案的状态已改变',
    en: edits.map(({ by, what }) => `${by}: ${what.en}`).join('; ') || 'Its state has changed',
  }),
  mend: { zh: '请刷新后在最新版本上重做', en: 'Reload it and do it again on the newest version' },
  members: ({ version }) => ({ version }),
})

export const DraftClosed = defineProblem({
  code: 'draft-closed',
  status: 409,
  title: { zh: '草案已公布或放弃', en: 'The draft is published or discarded' },
  mend: { zh: '请新建草案', en: 'Begin a new draft' },
})

export const DraftFaulty = defineProblem({
  code: 'draft-faulty',
  status: 422,
  title: { zh: '修改有误，未保存', en: 'The edit is at fault and was not saved' },
  detail: ({ faults }: { faults: readonly PackFault[] }) => ({
    zh: faults.map(({ zh }) => `${zh.what}。${zh.mend}`).join('\n'),
    en: faults.map(({ what, mend }) => `${what}. ${mend}`).join('\n'),
  }),
  mend: { zh: '请按提示改正后再保存', en: 'Mend it as told and save again' },
  members: ({ faults }, language) => ({
    errors: faults.map(({ file, line, column, kind, what, mend, zh }) => ({
      path: `${file}:${line}:${column}`,
      code: kind,
      message: language === 'zh' ? `${zh.what}。${zh.mend}` : `${what}. ${mend}`,
    })),
  }),
})

/** An edit that names something that is not there. */
export const EditRefused = defineProblem({
  code: 'draft-edit-refused',
  status: 422,
  title: { zh: '修改有误，未保存', en: 'The edit is at fault and was not saved' },
  detail: (said: Sentences) => said,
  mend: { zh: '请按提示改正后再保存', en: 'Mend it as told and save again' },
})

export const WorkbookFaulty = defineProblem({
  code: 'workbook-faulty',
  status: 422,
  title: { zh: '工作簿有误，未导入任何内容', en: 'The workbook is at fault; nothing was imported' },
  detail: ({ faults }: { faults: readonly WorkbookFault[] }) => ({
    zh: `共 ${faults.length} 处`,
    en: `${faults.length} in all`,
  }),
  mend: { zh: '请逐处改正后重新导入', en: 'Mend each of them and import it again' },
  members: ({ faults }, language) => ({
    errors: faults.map(({ code, sheet, row, column, what, mend }) => ({
      path: row === 0 ? sheet : `${sheet}!${column}${row}`,
      code,
      message: language === 'zh' ? `${what.zh}。${mend.zh}` : `${what.en}. ${mend.en}`,
    })),
  }),
})

export const WorkbookUnreadable = defineProblem({
  code: 'workbook-unreadable',
  status: 422,
  title: { zh: '工作簿无法读取', en: 'The workbook cannot be read' },
  mend: {
    zh: '请导出本地区的工作簿，填写后另存为 .xlsx',
    en: 'Export the workbook of the place, fill it in and save it as .xlsx',
  },
})

export const WorkbookTooLarge = defineProblem({
  code: 'workbook-too-large',
  status: 413,
  title: { zh: '工作簿内容过多', en: 'The workbook holds too much' },
  detail: ({ most }: { most: number }) => ({
    zh: `每张表最多 ${most} 行，且合并单元格、下拉列表等不能铺满整张表。`,
    en: `A sheet has at most ${most} rows, and merged cells or lists must not fill a whole sheet.`,
  }),
  mend: {
    zh: '请导出本地区的工作簿，只在其中填写，另存为 .xlsx。',
    en: 'Export the workbook of the place, fill in only that one and save it as .xlsx.',
  },
})

export const DocumentUnreadable = defineProblem({
  code: 'document-unreadable',
  status: 422,
  title: { zh: '读不出文件的文字', en: 'No text can be read from this file' },
  detail: (said: Sentences) => said,
  mend: {
    zh: '请上传 .txt、.docx 或有文字的 .pdf，或把文字复制后粘贴到正文框',
    en: 'Upload .txt, .docx or a .pdf that holds text, or copy the text and paste it',
  },
})

export const DraftOutdated = defineProblem({
  code: 'draft-outdated',
  status: 409,
  title: { zh: '草案所改的文件已另行公布', en: 'Others have published the same files meanwhile' },
  detail: ({ files }: { files: readonly string[] }) => ({ zh: files.join('、'), en: files.join(', ') }),
  mend: {
    zh: '请把草案移到现行政策上，再试算、公布',
    en: 'Put the draft onto the rules now in force, then try and publish it',
  },
})

export const DraftEmpty = defineProblem({
  code: 'draft-empty',
  status: 409,
  title: { zh: '草案没有任何修改', en: 'The draft changes nothing' },
  mend: { zh: '请先修改再试算、公布', en: 'Edit it before it is tried or published' },
})

export const DraftOwn = defineProblem({
  code: 'draft-own',
  status: 403,
  title: { zh: '自己起草的不能自己公布', en: 'Nobody publishes what they drafted' },
  detail: ({ by }: { by: string }) => ({
    zh: `${by}参与了起草`,
    en: `${by} had a hand in this draft`,
  }),
  mend: { zh: '请由另一位政策管理人员公布', en: 'Let another policy officer publish it' },
})

export const TrialUnknown = defineProblem({
  code: 'trial-unknown',
  status: 404,
  title: { zh: '没有这次试算', en: 'No such trial' },
  mend: { zh: '请从草案中打开', en: 'Open it from its draft' },
})

export const TrialRunning = defineProblem({
  code: 'trial-running',
  status: 409,
  title: { zh: '已有试算在进行', en: 'A trial is running' },
  mend: { zh: '请等它完成，或先停止', en: 'Wait for it, or stop it first' },
})

export const TrialStale = defineProblem({
  code: 'trial-stale',
  status: 409,
  title: { zh: '试算结果不适用于现在的草案', en: 'The trial is not of this draft as it is now' },
  detail: ({ why }: { why: Sentences }) => why,
  mend: { zh: '请重新试算，看过结果再公布', en: 'Try it again and look at the result first' },
})

export const TrialCaseUnknown = defineProblem({
  code: 'trial-case-unknown',
  status: 404,
  title: { zh: '没有可比较的决定', en: 'No decision to compare' },
  mend: { zh: '请从试算结果中打开', en: 'Open it from the result of the trial' },
})

export const FileUnknown = defineProblem({
  code: 'file-unknown',
  status: 404,
  title: { zh: '政策包中没有这个文件', en: 'The packs have no such file' },
  mend: { zh: '请从文件列表中选择', en: 'Choose a file of the list' },
})

export interface Conflict {
  readonly file: string
  /** of the file in force */
  readonly line: number
  readonly inForce: string
  readonly draft: string
}

export const RebaseConflicts = defineProblem({
  code: 'rebase-conflicts',
  status: 409,
  title: {
    zh: '草案和已公布的修改动了同一处',
    en: 'The draft and what was published changed the same lines',
  },
  detail: ({ conflicts }: { conflicts: readonly Conflict[] }) => ({
    zh: conflicts.map(({ file, line }) => `${file} 第 ${line} 行`).join('、'),
    en: conflicts.map(({ file, line }) => `${file} line ${line}`).join(', '),
  }),
  mend: {
    zh: '请逐个文件选择保留草案的写法还是现行的写法',
    en: 'Say for each file whether the draft’s lines stand or those in force',
  },
  members: ({ conflicts }) => ({ conflicts }),
})

export const UndoStopped = defineProblem({
  code: 'undo-stopped',
  status: 409,
  title: {
    zh: '不能撤销移到现行政策之前的修改',
    en: 'What was done before the draft was put onto newer rules stays',
  },
  mend: { zh: '请直接修改草案，或放弃后新建', en: 'Edit the draft, or discard it and begin another' },
})
