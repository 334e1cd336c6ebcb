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

export const DocumentUnreadable = defineProblem({
  code: 'document-unreadable',
  status: 422,
  title: { zh: '读不出文件的文字', en: 'No text can be read from this file' },
  detail: (said: Sentences) => said,
  mend: {
    zh: '请上传 .txt 或 .docx，或把文字复制后粘贴到正文框',
    en: 'Upload .txt or .docx, or copy the text and paste it',
  },
})

export const DraftOutdated = defineProblem({
  code: 'draft-outdated',
  status: 409,
  title: { zh: '草案所改的文件已另行公布', en: 'Others have published the same files meanwhile' },
  detail: ({ files }: { files: readonly string[] }) => ({ zh: files.join('、'), en: files.join(', ') }),
  mend: { zh: '请新建草案，在现行政策上重新修改', en: 'Begin a new draft on the rules now in force' },
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
