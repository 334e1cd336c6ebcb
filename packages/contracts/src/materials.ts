import { z } from 'zod'
import { caseParams, region } from './case-call.ts'
import { CaseFile } from './case-view.ts'
import { FeeLine } from './claims.ts'
import { Done, Fault, Id, RegionCode, Version } from './common.ts'
import { endpoint } from './endpoint.ts'

export const addMaterial = endpoint({
  method: 'POST',
  path: '/cases/:caseId/materials/:materialId',
  access: ['person', 'clerk'],
  summary: 'Add a photograph or PDF for a material of the list',
  params: caseParams.extend({ materialId: z.string().max(80) }),
  query: region,
  upload: true,
  reply: z.object({ file: CaseFile, version: Version }),
  problems: ['file-too-large', 'file-type-refused', 'file-name-lies', 'storage-full'],
})
export const removeMaterial = endpoint({
  method: 'DELETE',
  path: '/cases/:caseId/materials/:materialId/:fileId',
  access: ['person', 'clerk'],
  summary: 'Take a file back (draft, or while answering a notice)',
  params: caseParams.extend({ materialId: z.string().max(80), fileId: Id }),
  query: region,
  reply: Done.extend({ version: Version }),
})
/** Names the files that were on screen, so that one that came in meanwhile does not count as looked over. */
export const checkMaterial = endpoint({
  method: 'PUT',
  path: '/cases/:caseId/materials/:materialId/checked',
  access: ['clerk', 'reviewer', 'approver'],
  summary: 'Mark the files of a material as looked over, or take the mark away; colleagues see it',
  params: caseParams.extend({ materialId: z.string().max(80) }),
  body: z.strictObject({
    regionCode: RegionCode,
    fileIds: z.array(Id).min(1).max(200),
    checked: z.boolean(),
  }),
  reply: Done,
  problems: ['file-not-found'],
})
export const getFile = endpoint({
  method: 'GET',
  path: '/cases/:caseId/files/:fileId',
  access: ['person', 'staff'],
  summary: 'A file of the case; `size=thumbnail` for the small picture',
  params: caseParams.extend({ fileId: Id }),
  query: region.extend({ size: z.enum(['full', 'thumbnail']).default('full') }),
  produces: 'application/octet-stream',
})
export const importLines = endpoint({
  method: 'POST',
  path: '/fee-lines/import',
  access: ['person', 'clerk'],
  summary: 'Read fee lines from an .xlsx or .csv file; faults name sheet and row',
  upload: true,
  reply: z.object({ lines: z.array(FeeLine), total: z.string(), faults: z.array(Fault) }),
  perMinute: 20,
  problems: ['file-too-large', 'file-type-refused', 'upload-being-read'],
})
export const linesTemplate = endpoint({
  method: 'GET',
  path: '/fee-lines/template.xlsx',
  access: ['public'],
  summary: 'Empty template for fee lines',
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
