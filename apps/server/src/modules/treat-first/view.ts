import type { TreatFirstEntry } from '@yichuang/contracts'
import { daysBetween, type PlainDate } from '@yichuang/kernel'
import { measureNamed, type Pack } from '@yichuang/policy'
import type { Language } from '../../platform/problem.ts'
import { citationOf } from '../catalogue/index.ts'
import type { EntryRow } from './entry-row.ts'
import { workingAge } from './working-age.ts'

/** For whom entries are shown, and on which day. */
export interface Reader {
  readonly pack: Pack
  readonly language: Language
  readonly today: PlainDate
}

/** An entry as others see it. */
export function entryView(row: EntryRow, { pack, language, today }: Reader): TreatFirstEntry {
  const until = row.closedOn ?? today
  const { measureId, openedOn, closedHow, closedOn } = row
  const measure = measureNamed(pack, measureId)?.measure
  return {
    entryId: row.entryId,
    regionCode: row.regionCode,
    number: row.number,
    hospitalCode: row.hospitalCode,
    hospitalName: row.hospitalName,
    personName: row.personName,
    idNumberMasked: row.idNumberMasked,
    insuredPlace: row.insuredPlace,
    situation: row.situation,
    reason: row.reason,
    careKind: row.careKind,
    reference: row.reference,
    beganOn: row.beganOn,
    amount: row.amount,
    payer: row.payer,
    payerName: row.payerName,
    measure: {
      measureId,
      title: measure?.title[language] ?? measureId,
      source: measure ? citationOf({ ...measure.source, from: measure.from ?? openedOn }, language) : null,
    },
    openedOn,
    openedBy: row.openedBy,
    state: row.state,
    workingDays: workingAge(pack, openedOn, until, today) ?? null,
    calendarDays: daysBetween(openedOn, until),
    next: { side: row.nextSide, name: row.nextName },
    remindOn: row.remindOn,
    remindedOn: row.remindedOn,
    proposal:
      row.proposal === null
        ? null
        : { by: row.proposedBy ?? '', on: row.proposedOn ?? openedOn, reason: row.proposal },
    closed:
      closedHow === null || closedOn === null
        ? null
        : {
            how: closedHow,
            on: closedOn,
            by: row.closedBy ?? '',
            reason: row.closedReason ?? '',
            reference: row.closedReference,
            total: row.settledTotal,
            fund: row.settledFund,
          },
    version: row.version,
  }
}
