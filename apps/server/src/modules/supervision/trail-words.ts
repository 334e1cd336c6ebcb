import type { PlainDate } from '@yichuang/kernel'
import type { Pack } from '@yichuang/policy'
import type { Language, Sentences } from '../../platform/problem.ts'
import { actTitleIn } from '../cases/index.ts'

/** What is recorded beside the events of cases. An act that is missing here shows by its id. */
const RECORDED_ACTS: Readonly<Record<string, Sentences>> = {
  'signed-in': { zh: '登录', en: 'Signed in' },
  'field-revealed': { zh: '查看完整个人信息', en: 'Unmasked a personal detail' },
  'mandate-recorded': { zh: '登记委托代办', en: 'Mandate recorded' },
  'mandate-revoked': { zh: '撤销委托代办', en: 'Mandate ended' },
  'office-created': { zh: '新设机构', en: 'Office opened' },
  'office-changed': { zh: '修改机构', en: 'Office changed' },
  'office-closed': { zh: '关闭机构', en: 'Office closed' },
  'staff-created': { zh: '添加人员', en: 'Member of staff added' },
  'staff-changed': { zh: '修改人员或岗位', en: 'Member of staff changed' },
  'data-loaded': { zh: '批量导入数据', en: 'Data loaded from a file' },
  'create-run': { zh: '生成拨付批次', en: 'Payment run made' },
  'cancel-run': { zh: '撤销拨付批次', en: 'Payment run cancelled' },
  'export-bank-file': { zh: '导出银行文件', en: 'Bank file exported' },
  'import-return-file': { zh: '导入银行回盘', en: 'Bank return imported' },
}

/** Names the acts of a trail as a reader on a day calls them. */
export function trailTitles(pack: Pack, on: PlainDate, language: Language): (act: string) => string {
  return (act) => (RECORDED_ACTS[act] ?? actTitleIn(pack, act, on))?.[language] ?? act
}
