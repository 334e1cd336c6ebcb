import type { CredentialAnswer, ReferralSummary, ReferralView } from '@yichuang/contracts'
import { maskName, type PlainDate } from '@yichuang/kernel'
import type { Language, Sentences } from '../../platform/problem.ts'
import { qrOf } from '../../platform/qr.ts'
import { stateOn, type ReferralRow, type ReferralState, type UseRow } from './referral-row.ts'

export function summaryOf(row: ReferralRow, today: PlainDate): ReferralSummary {
  return {
    referralId: row.referralId,
    regionCode: row.regionCode,
    number: row.number,
    personName: row.personName,
    idNumberMasked: row.idNumberMasked,
    hospital: { code: row.hospitalCode, name: row.hospitalName },
    target: { code: row.target, name: row.targetName },
    diagnosis: { code: row.diagnosisCode, name: row.diagnosisName },
    issuedOn: row.issuedOn,
    until: row.until,
    state: stateOn(row, today),
  }
}

/** A referral with its QR code, which opens the public page that checks it. `base` is the address of the platform. */
export function viewOf(
  row: ReferralRow,
  uses: readonly UseRow[],
  { today, base }: { readonly today: PlainDate; readonly base: string },
): ReferralView {
  const { reason, opinion, doctor, suggestedName, from, rule, token } = row
  return {
    ...summaryOf(row, today),
    reason,
    opinion,
    doctor,
    suggested: suggestedName,
    from,
    rule: rule && { valid: rule.valid, ends: rule.ends },
    credential: token,
    qr: qrOf(`${base}/referral#${token}`),
    uses: uses
      .filter(({ referralId }) => referralId === row.referralId)
      .map(({ day, hospitalName, kind, reference, by }) => ({ day, hospitalName, kind, reference, by })),
    revoked:
      row.revokedOn === null
        ? null
        : {
            on: row.revokedOn,
            side: row.revokedSide ?? 'agency',
            by: row.revokedByName ?? '',
            reason: row.revokeReason ?? '',
          },
  }
}

/** What anybody who holds a credential is told of it: nothing that does not stand in it, but whether it is good. */
export function answerOf(row: ReferralRow, today: PlainDate, language: Language): CredentialAnswer {
  const state = stateOn(row, today)
  return {
    genuine: true,
    state,
    number: row.number,
    personName: maskName(row.personName),
    idNumberMasked: row.idNumberMasked,
    hospitalName: row.hospitalName,
    target: { code: row.target, name: row.targetName },
    from: row.from,
    until: row.until,
    message: SAYS[state](row)[language],
  }
}

export function notGenuine(language: Language): CredentialAnswer {
  return {
    genuine: false,
    state: null,
    number: null,
    personName: null,
    idNumberMasked: null,
    hospitalName: null,
    target: null,
    from: null,
    until: null,
    message: NOT_GENUINE[language],
  }
}

const NOT_GENUINE: Sentences = {
  zh: '这不是本平台签发的转诊凭证。请重新扫描；由他人出示的，请勿采信，并向开具的医院核实。',
  en: 'This is no referral credential of ours. Scan it again; if somebody showed it to you, do not rely on it.',
}

const SAYS: Readonly<Record<ReferralState, (row: ReferralRow) => Sentences>> = {
  'in-force': ({ targetName, until }) => ({
    zh: `今天有效。可在${targetName}的任一异地住院联网医院就医，有效至 ${until}，可多次使用。请核对持证人身份。`,
    en: `Good today: any networked hospital of ${targetName}, until ${until}, any number of times. Check who holds it.`,
  }),
  coming: ({ from }) => ({ zh: `自 ${from} 起有效。`, en: `Good from ${from} on.` }),
  over: ({ until, rule }) => ({
    zh: `已过有效期（最后一天是 ${until}）。${rule ? `依据${rule.valid.citation} ${rule.valid.clause}：“${rule.valid.quote}”。` : ''}需要继续异地治疗的，请由参保地医院重新办理。`,
    en: `No longer valid (the last day was ${until}). For further treatment elsewhere, a hospital of the insured place issues a new one.`,
  }),
  revoked: ({ revokedOn }) => ({
    zh: `已于 ${revokedOn} 撤销，不能使用。请联系开具的医院。`,
    en: `Revoked on ${revokedOn}; it cannot be used. Ask the hospital that issued it.`,
  }),
}
