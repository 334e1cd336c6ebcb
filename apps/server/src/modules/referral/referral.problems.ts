import { defineProblem } from '../../platform/problem.ts'

export const ReferralUnknown = defineProblem({
  code: 'referral-unknown',
  status: 404,
  title: { zh: '没有这份转诊', en: 'There is no such referral' },
  mend: { zh: '请从转诊列表中打开。', en: 'Open it from the list of referrals.' },
})
export const PatientUnknown = defineProblem({
  code: 'patient-unknown',
  status: 422,
  title: { zh: '本市没有这位参保人', en: 'Nobody of this city is insured under this' },
  mend: {
    zh: '请核对证件；在外地参保的，由参保地办理转诊。',
    en: 'Check the papers; somebody insured elsewhere is referred by their own place.',
  },
})
export const PatientNotInsured = defineProblem({
  code: 'patient-not-insured',
  status: 422,
  title: { zh: '患者今天不在参保状态', en: 'The patient is not insured today' },
  mend: {
    zh: '请患者先向医保经办机构核实参保和缴费情况。',
    en: 'The patient should first ask the insurance agency about their enrolment.',
  },
})
export const ReferralTargetWrong = defineProblem({
  code: 'referral-target',
  status: 422,
  title: { zh: '不能转往这里', en: 'One cannot be referred there' },
  detail: (about: { zh: string; en: string }) => about,
  mend: {
    zh: '请选择参保地以外的省或市；在本市内转院不需要转诊凭证。',
    en: 'Choose a province or city outside the insured place; a transfer within the city needs no credential.',
  },
})
export const ReferralUntilWrong = defineProblem({
  code: 'referral-until',
  status: 422,
  title: { zh: '有效期不对', en: 'The last day is wrong' },
  detail: (about: { zh: string; en: string }) => about,
  mend: { zh: '请改正后再开具。', en: 'Correct it and issue again.' },
})
export const ReferralInForce = defineProblem({
  code: 'referral-in-force',
  status: 409,
  title: { zh: '这位患者已有有效的转诊', en: 'The patient holds a referral that is still good' },
  detail: (about: { number: string; until: string; target: string }) => ({
    zh: `转诊 ${about.number}（转往${about.target}）有效至 ${about.until}，在此之前可以多次使用，不必再办。`,
    en: `Referral ${about.number} (to ${about.target}) is good until ${about.until}, for any number of treatments.`,
  }),
  mend: {
    zh: '请患者继续使用原凭证；确需改变的，先撤销原转诊。',
    en: 'Let the patient go on using it; if something must change, revoke it first.',
  },
})
export const ReferralRevoked = defineProblem({
  code: 'referral-revoked',
  status: 409,
  title: { zh: '这份转诊已经撤销', en: 'This referral was revoked' },
  detail: (about: { number: string; on: string; reason: string }) => ({
    zh: `转诊 ${about.number} 已于 ${about.on} 撤销，理由：${about.reason}`,
    en: `Referral ${about.number} was revoked on ${about.on}: ${about.reason}`,
  }),
  mend: { zh: '请患者联系开具转诊的医院。', en: 'The patient should ask the hospital that referred them.' },
})
export const ReferralOver = defineProblem({
  code: 'referral-over',
  status: 409,
  title: { zh: '转诊不在有效期内', en: 'The referral is not valid today' },
  detail: (about: {
    number: string
    from: string
    until: string
    clause: string | null
    quote: string | null
  }) => ({
    zh:
      `转诊 ${about.number} 的有效期为 ${about.from} 至 ${about.until}` +
      (about.clause === null ? '。' : `，依据${about.clause}：“${about.quote}”。`),
    en:
      `Referral ${about.number} is valid from ${about.from} to ${about.until}` +
      (about.clause === null ? '.' : ` (${about.clause}: “${about.quote}”).`),
  }),
  mend: {
    zh: '需要继续异地治疗的，请由参保地医院重新办理转诊。',
    en: 'For further treatment elsewhere, a hospital of the insured place issues a new one.',
  },
})
export const ReferralElsewhere = defineProblem({
  code: 'referral-elsewhere',
  status: 409,
  title: { zh: '转诊的目的地不是这里', en: 'The referral leads elsewhere' },
  detail: (about: { number: string; target: string; hospital: string }) => ({
    zh: `转诊 ${about.number} 转往${about.target}，${about.hospital}不在其中。`,
    en: `Referral ${about.number} leads to ${about.target}; ${about.hospital} does not lie there.`,
  }),
  mend: {
    zh: '患者可在目的地省、市的任一联网医院就医；要来这里，请由原医院改开转诊。',
    en: 'Any networked hospital of that place may treat; to come here, the first hospital issues another referral.',
  },
})
export const ReferralNotNetworked = defineProblem({
  code: 'referral-not-networked',
  status: 409,
  title: { zh: '本院没有与患者的参保地联网', en: 'This hospital is not networked with the insured place' },
  detail: (about: { hospital: string }) => ({
    zh: `${about.hospital}的协议没有写明异地联网，或联网日期未到。`,
    en: `The agreement of ${about.hospital} has no network that reaches the insured place, or not yet.`,
  }),
  mend: {
    zh: '患者可在转往地的任一异地联网医院就医；本院应当联网的，请联系本地经办机构。',
    en: 'Any networked hospital of the place may treat; if this one should be networked, ask the agency here.',
  },
})
export const CredentialForged = defineProblem({
  code: 'credential-forged',
  status: 422,
  title: { zh: '这不是有效的转诊凭证', en: 'This is no genuine referral credential' },
  detail: (about: { zh: string; en: string }) => about,
  mend: {
    zh: '请对准二维码重新扫描；仍不行的，请患者出示原件，并向开具的医院核实。',
    en: 'Scan the code again; if that fails, ask for the original and the hospital that issued it.',
  },
})
