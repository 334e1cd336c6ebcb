import type { ChronicSummary, ChronicView, PanelItem } from '@yichuang/contracts'
import { ageOn, maskName, plainDate, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Packs } from '../catalogue/index.ts'
import { getPerson } from '../insured/index.ts'
import { filesOf, type FileRow } from '../materials/index.ts'
import { selectAppeals, selectBatches, selectBenefitsOf } from './panel.queries.ts'
import { wanted } from './panel.ts'
import type { ApplicationRow, OpinionRow } from './row.ts'
import { isNetworked, networkedClasses } from './rules.ts'

/** A row of a list, with how many papers it has. */
export async function summaryOf(db: Db, row: ApplicationRow): Promise<ChronicSummary> {
  return summary(row, (await papersOf(db, row)).length)
}

/** An application with its papers, its result and what came of it. */
export async function viewOf(
  db: Db,
  packs: Packs,
  row: ApplicationRow,
  today: PlainDate,
): Promise<ChronicView> {
  const { regionCode, applicationId, personId } = row
  const [files, appeals, benefits] = await Promise.all([
    papersOf(db, row),
    selectAppeals(db, regionCode, [applicationId]),
    selectBenefitsOf(db, regionCode, personId),
  ])
  const benefit = benefits.find((one) => one.applicationId === applicationId)
  const networked = networkedClasses(packs.current(regionCode), today)
  const { state, decidedOn, decidedBy, reason } = row
  return {
    ...summary(row, files.length),
    doctor: row.doctorName,
    note: row.note,
    identifiedOn: row.identifiedOn,
    files: files.map(paperOf),
    round: row.round,
    decision:
      (state === 'granted' || state === 'refused') && decidedOn !== null && decidedBy !== null
        ? {
            outcome: state,
            on: decidedOn,
            by: decidedBy,
            reason: reason ?? '',
            from: benefit?.from ?? null,
            until: benefit?.until ?? null,
          }
        : null,
    appeals: appeals.map(({ on, byName, reason }) => ({ on, by: byName, reason })),
    networked: isNetworked(networked, { name: row.diseaseName, code: row.diseaseCode }),
  }
}

/** An application as an expert sees it: no name, no opinion of another. */
export async function panelItemOf(
  db: Db,
  { row, opinions }: { readonly row: ApplicationRow; readonly opinions: readonly OpinionRow[] },
  today: PlainDate,
): Promise<PanelItem> {
  const { regionCode, applicationId } = row
  const [files, appeals, person, batches] = await Promise.all([
    papersOf(db, row),
    selectAppeals(db, regionCode, [applicationId]),
    getPerson(db, regionCode, row.personId),
    selectBatches(db, regionCode, row.hospitalCode, row.month),
  ])
  return {
    applicationId,
    regionCode,
    number: row.number,
    personMasked: maskName(row.personName),
    sex: person.sex,
    age: ageOn(plainDate(person.birth), today),
    disease: { name: row.diseaseName, code: row.diseaseCode },
    hospitalName: row.hospitalName,
    month: row.month,
    late: batches.some(({ month, late }) => month === row.month && late),
    note: row.note,
    files: files.map(paperOf),
    round: row.round,
    appeal: appeals.find(({ round }) => round === row.round)?.reason ?? null,
    opinionWanted: wanted(opinions, row.round) ?? 3,
  }
}

export function papersOf(db: Db, { regionCode, applicationId }: ApplicationRow): Promise<FileRow[]> {
  return filesOf(db, { regionCode, caseId: applicationId })
}

export function paperOf({ fileId, name, type, isImage }: FileRow) {
  return { fileId, name, type, isImage }
}

function summary(row: ApplicationRow, papers: number): ChronicSummary {
  return {
    applicationId: row.applicationId,
    regionCode: row.regionCode,
    number: row.number,
    personName: row.personName,
    idNumberMasked: row.idNumberMasked,
    way: row.way,
    disease: { classId: row.classId, name: row.diseaseName, code: row.diseaseCode },
    hospital: { code: row.hospitalCode, name: row.hospitalName },
    collectedOn: row.collectedOn,
    month: row.month,
    state: row.state,
    papers,
  }
}
