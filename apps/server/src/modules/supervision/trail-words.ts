import type { PlainDate } from '@yichuang/kernel'
import type { Pack } from '@yichuang/policy'
import type { Language, Sentences } from '../../platform/problem.ts'
import { actTitleIn } from '../cases/index.ts'

/** What is recorded beside the events of cases. An act that is missing here shows by its id. */
const RECORDED_ACTS: Readonly<Record<string, Sentences>> = {
  'signed-in': { zh: '登录', en: 'Signed in' },
  'field-revealed': { zh: '查看完整个人信息', en: 'Unmasked a personal detail' },
  'settlements-read': { zh: '查阅联网结算', en: 'Settlements read' },
  'papers-read-elsewhere': { zh: '其他机构窗口查阅办件材料', en: 'Papers of a case read at another office' },
  'mandate-recorded': { zh: '登记委托代办', en: 'Mandate recorded' },
  'mandate-revoked': { zh: '撤销委托代办', en: 'Mandate ended' },
  'office-created': { zh: '新设机构', en: 'Office opened' },
  'office-changed': { zh: '修改机构', en: 'Office changed' },
  'office-closed': { zh: '关闭机构', en: 'Office closed' },
  'institution-access-added': { zh: '定点医药机构接入', en: 'Institution connected' },
  'institution-access-rotated': { zh: '更换机构接入密钥', en: 'Secret of an institution rotated' },
  'institution-access-ended': { zh: '停用机构接入密钥', en: 'Secret of an institution ended' },
  'staff-created': { zh: '添加人员', en: 'Member of staff added' },
  'staff-changed': { zh: '修改人员或岗位', en: 'Member of staff changed' },
  'draft-started': { zh: '起草政策', en: 'Draft of new rules begun' },
  'draft-discarded': { zh: '放弃政策草案', en: 'Draft of new rules given up' },
  'policy-published': { zh: '公布政策', en: 'New rules published' },
  'data-loaded': { zh: '批量导入数据', en: 'Data loaded from a file' },
  'create-run': { zh: '生成拨付批次', en: 'Payment run made' },
  'cancel-run': { zh: '撤销拨付批次', en: 'Payment run cancelled' },
  'export-bank-file': { zh: '导出银行文件', en: 'Bank file exported' },
  'measures-switched-on': { zh: '开启应急措施', en: 'Relief measures switched on' },
  'measures-extended': { zh: '延长应急措施', en: 'Relief measures extended' },
  'measures-ended': { zh: '终止应急措施', en: 'Relief measures ended' },
  'measures-proposed': { zh: '提出固化应急措施', en: 'Measure proposed to become permanent' },
  'patient-found': { zh: '医院查询患者参保信息', en: 'Looked up by a hospital' },
  'chronic-collected': { zh: '受理慢病认定申请', en: 'Chronic disease: application taken in' },
  'chronic-withdrawn': { zh: '撤回慢病认定申请', en: 'Chronic disease: application withdrawn' },
  'chronic-handed-over': { zh: '送交慢病鉴定材料', en: 'Chronic diseases: monthly list handed over' },
  'chronic-opinion': { zh: '专家鉴定意见', en: 'Chronic disease: expert’s opinion' },
  'chronic-granted': { zh: '认定慢病', en: 'Chronic disease recognised' },
  'chronic-refused': { zh: '慢病认定未通过', en: 'Chronic disease not recognised' },
  'chronic-appealed': { zh: '慢病认定申诉', en: 'Chronic disease: appeal' },
  'referral-issued': { zh: '开具转诊', en: 'Referred elsewhere' },
  'referral-revoked': { zh: '撤销转诊', en: 'Referral revoked' },
  'referral-used': { zh: '使用转诊就医', en: 'Treated on a referral' },
  'referral-key-rotated': { zh: '更换转诊凭证签名密钥', en: 'Key for referral credentials changed' },
  'correction-proposed': { zh: '提出更正', en: 'Correction proposed' },
  'correction-approved': { zh: '批准更正', en: 'Correction approved' },
  'correction-rejected': { zh: '驳回更正', en: 'Correction rejected' },
  'correction-account': { zh: '登记补付账户', en: 'Account for a correction set' },
  'recovery-received': { zh: '登记追回到账', en: 'Recovery: money received' },
  'recovery-instalments': { zh: '登记分期还款约定', en: 'Recovery: instalments agreed' },
  'recovery-handed-over': { zh: '移交追回', en: 'Recovery handed over' },
  'recovery-write-off-asked': { zh: '申请核销追回', en: 'Recovery: write-off asked for' },
  'recovery-write-off-refused': { zh: '不同意核销追回', en: 'Recovery: write-off refused' },
  'recovery-written-off': { zh: '核销追回', en: 'Recovery written off' },
  'import-return-file': { zh: '导入银行回盘', en: 'Bank return imported' },
}

/** Names the acts of a trail as a reader on a day calls them. */
export function trailTitles(pack: Pack, on: PlainDate, language: Language): (act: string) => string {
  return (act) => (RECORDED_ACTS[act] ?? actTitleIn(pack, act, on))?.[language] ?? act
}
