import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { issue } from '../letters/index.ts'
import type { ApplicationRow } from './row.ts'

/** Issues the result as a letter and tells the person. Inside the transaction of the decision. */
export async function issueResult(
  db: Db,
  row: ApplicationRow,
  { at, today, from }: { readonly at: Date; readonly today: PlainDate; readonly from: PlainDate | null },
): Promise<void> {
  const granted = row.state === 'granted'
  const who = row.decidedBy === 'hospital' ? `${row.hospitalName}（随时鉴定）` : '专家鉴定（每月集中鉴定）'
  await issue(db, {
    ref: { regionCode: row.regionCode, caseId: row.applicationId },
    kind: 'chronic',
    content: {
      title: '门诊慢特病认定结果告知书',
      issuer: row.decidedBy === 'hospital' ? row.hospitalName : '医疗保险经办机构',
      applicantName: row.personName,
      caseNumber: row.number,
      day: today,
      facts: [
        { label: '证件号码', value: row.idNumberMasked },
        {
          label: '病种',
          value: row.diseaseCode ? `${row.diseaseName}（${row.diseaseCode}）` : row.diseaseName,
        },
        { label: '申请医院', value: row.hospitalName },
        { label: '鉴定', value: who },
        { label: '结果', value: granted ? '符合，予以认定' : '不符合' },
        ...(from === null ? [] : [{ label: '享受待遇起始日', value: from }]),
      ],
      sections: [
        { heading: '理由', paragraphs: [row.reason ?? ''] },
        granted
          ? {
              heading: '享受待遇',
              paragraphs: [
                '自起始日起，按本地门诊慢特病的规定享受待遇，就医时出示医保电子凭证或社会保障卡即可。',
                '文件没有写明待遇的终止日；如有变化，另行告知。',
              ],
            }
          : {
              heading: '申诉',
              paragraphs: [
                '不同意本结果的，可以在“我的慢病”中写明理由申诉，也可以由申请医院代为提出，由没有参加过本次鉴定的专家复核。',
                '文件没有写明申诉的期限。',
              ],
            },
      ],
      marks: [],
    },
    day: today,
    at,
    message: {
      kind: granted ? 'chronic-granted' : 'chronic-refused',
      detail: { number: row.number, disease: row.diseaseName, ...(from !== null && { from }) },
      to: [row.personId],
    },
  })
}
