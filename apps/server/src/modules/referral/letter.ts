import type { Db } from '../../platform/db.ts'
import { issue, type LetterContent } from '../letters/index.ts'
import type { ReferralRow } from './referral-row.ts'

/** When a letter is issued. */
interface When {
  readonly at: Date
  readonly today: ReferralRow['issuedOn']
}

/** Issues the referral as a letter with the credential as QR code, and tells the person. Inside the act's transaction. */
export async function issueReferralLetter(db: Db, row: ReferralRow, { at, today }: When): Promise<void> {
  await issue(db, {
    ref: { regionCode: row.regionCode, caseId: row.referralId },
    kind: 'referral',
    content: {
      ...contentOf(row),
      sections: sectionsOf(row),
      marks: [],
      credential: { caption: '转诊凭证（就医时出示）', path: '/referral', token: row.token },
    },
    day: today,
    at,
    message: {
      kind: 'referral-issued',
      detail: { number: row.number, target: row.targetName, until: row.until, hospital: row.hospitalName },
      to: [row.personId],
    },
  })
}

/** Replaces the letter by one that says it was revoked, and tells the person why. */
export async function issueRevocationLetter(db: Db, row: ReferralRow, { at, today }: When): Promise<void> {
  const reason = row.revokeReason ?? ''
  await issue(db, {
    ref: { regionCode: row.regionCode, caseId: row.referralId },
    kind: 'referral',
    content: {
      ...contentOf(row),
      sections: [
        { heading: '撤销', paragraphs: [`自 ${today} 起撤销，此后不再作为转诊使用。理由：${reason}`] },
      ],
      marks: [`已于 ${today} 撤销`],
    },
    day: today,
    at,
    message: { kind: 'referral-revoked', detail: { number: row.number, reason }, to: [row.personId] },
  })
}

function contentOf(row: ReferralRow): Omit<LetterContent, 'sections' | 'marks'> {
  return {
    title: '转诊凭证',
    issuer: row.hospitalName,
    applicantName: row.personName,
    caseNumber: row.number,
    day: row.issuedOn,
    facts: [
      { label: '证件号码', value: row.idNumberMasked },
      { label: '转出医院', value: row.hospitalName },
      { label: '转往地', value: row.targetName },
      { label: '诊断', value: `${row.diagnosisName}（${row.diagnosisCode}）` },
      { label: '转诊理由', value: row.reason },
      { label: '转诊意见', value: row.opinion },
      { label: '有效期', value: `${row.from} 至 ${row.until}` },
    ],
  }
}

function sectionsOf(row: ReferralRow): LetterContent['sections'] {
  const { rule, targetName, suggestedName } = row
  const use = [
    `凭本凭证可在${targetName}的任一异地住院联网医院就医，不限一家；有效期内可以多次使用，不必重新办理。`,
    '本凭证由转出医院开具，不需医保部门签字盖章。就医时出示下方“转诊凭证”二维码。',
    ...(suggestedName ? [`转出医院建议：${suggestedName}。您可以另选。`] : []),
  ]
  const basis = rule
    ? [clause(rule.valid), ...(rule.ends ? [clause(rule.ends)] : [])]
    : ['本地尚未收录转诊有效期的规定，有效期由转出医院填写。']
  return [
    { heading: '怎样使用', list: use },
    { heading: '有效期的依据', paragraphs: basis },
  ]
}

function clause({ citation, clause, quote }: { citation: string; clause: string; quote: string }): string {
  return `${citation} ${clause}：“${quote}”`
}
