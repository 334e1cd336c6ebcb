import { describe, expect, it } from 'vitest'
import { openRoom, SOURCE } from './room.ts'

const { town, officer, leader, api, ok, draft, edit } = await openRoom()
const PLACE = 'cn-33-06-shaoxing'
type View = { draftId: string; version: number }
type Content = Record<string, unknown>

const formOf = (view: View, query: Record<string, string>) =>
  ok(`GET /policy/drafts/${view.draftId}/form?${new URLSearchParams(query)}`, officer)
const check = (view: View, file: string, content: Content) =>
  ok(`POST /policy/drafts/${view.draftId}/form/check`, officer, { file, content })
const keep = (view: View, file: string, content: Content) => edit(view, { kind: 'form', file, content })
const source = { ...SOURCE }

describe('a rule filled in as a form', () => {
  it('is told with its schema to everybody who may look, and changed only by a policy officer', async () => {
    const view = await draft()
    const url = `/policy/drafts/${view.draftId}/form?packId=cn&file=cn/items/chronic.recognition.yaml`
    const form = await ok(`GET ${url}`, leader)
    expect(form).toMatchObject({ kind: 'item', exists: true, file: 'cn/items/chronic.recognition.yaml' })
    expect(form.schema.properties.versions.items.properties.materials.type).toBe('array')
    const refused = await api(`POST /policy/drafts/${view.draftId}/form/check`, leader, {
      file: form.file,
      content: form.content,
    })
    expect(refused.status).toBe(403)
  })

  it('of an item the country made becomes the place’s own: a material for a situation, another step, a standard', async () => {
    const view = await draft()
    const { file, content, exists } = await formOf(view, {
      packId: PLACE,
      file: 'cn/items/chronic.recognition.yaml',
    })
    expect(exists).toBe(false)
    const version = {
      from: '2020-11-01',
      fromBasis: '文件没有写明施行日',
      standards: [{ zh: '当场告知结果', en: 'Told at once', source }],
      steps: [{ zh: '申请', en: 'Apply', by: 'person' }],
    }
    const told = await check(view, file, { ...content, versions: [version] })
    expect(told.faults).toEqual([])
    expect(told.changes.length).toBeGreaterThan(0)
    const kept = await keep(view, file, { ...content, versions: [version] })
    expect([kept.status, kept.body.changes[0].id]).toEqual([200, 'chronic.recognition'])
    const again = await formOf(kept.body, { packId: PLACE, file: 'cn/items/chronic.recognition.yaml' })
    expect(again).toMatchObject({ exists: true, content: { versions: [{ steps: [{ by: 'person' }] }] } })
  })

  it('says which field is wrong and how to mend it, and keeps nothing', async () => {
    const view = await draft()
    const { file, content } = await formOf(view, {
      packId: 'cn-36-01-nanchang',
      file: 'cn-36-01-nanchang/benefits/employee-outpatient.yaml',
    })
    const rows = content.bands.rows
    const spoiled = {
      ...content,
      bands: { ...content.bands, rows: [{ ...rows[0], fundShare: 1.2 }, ...rows.slice(1)] },
    }
    const share = await check(view, file, spoiled)
    expect(share.faults).toMatchObject([{ code: 'share', path: ['bands', 'rows', 0, 'fundShare'] }])
    const uncited = {
      ...content,
      deductible: { ...content.deductible, rows: [{ amount: 300, from: '2025-09-02' }] },
    }
    const missing = await check(view, file, uncited)
    expect(missing.faults).toMatchObject([{ code: 'missing', path: ['deductible', 'rows', 0, 'source'] }])
    const { status, body } = await keep(view, file, spoiled)
    expect([status, body.code]).toEqual([422, 'draft-faulty'])
  })

  it('keeps what stands in the file beside the figure that changed', async () => {
    const view = await draft()
    const measures = `${PLACE}/measures/shaoxing-2020-9.yaml`
    const { content } = await formOf(view, { packId: PLACE, file: measures })
    const kept = await keep(view, measures, { ...content, warnDays: 14 })
    const { lines } = await ok(`GET /policy/drafts/${view.draftId}/file?file=${measures}`, officer)
    expect(kept.status).toBe(200)
    expect(lines.filter(({ kind }: { kind: string }) => kind !== 'same')).toEqual([
      { kind: 'was', text: 'warnDays: 30' },
      { kind: 'becomes', text: 'warnDays: 14' },
    ])
  })

  it('can be a rule that was not there: a calendar, a table of medical aid, measures of another document', async () => {
    const view = await draft()
    const begun = await formOf(view, { packId: PLACE, kind: 'supplement', id: 'medical-aid' })
    expect(begun).toMatchObject({ exists: false, content: { id: 'medical-aid' } })
    const row = { from: '2020-11-01', fromBasis: '试', source }
    const aid = {
      id: 'medical-aid',
      title: { zh: '医疗救助', en: 'Medical aid' },
      insurance: 'resident',
      payer: 'maf_pay',
      rounding: 'total',
      deductible: { rows: [{ none: true, ...row }] },
      bands: { base: 'absolute', yearToDate: true, rows: [{ above: 0, fundShare: 0.7, ...row }] },
      yearlyCap: { counts: 'own', rows: [{ none: true, ...row }] },
    }
    const kept = await keep(view, begun.file, aid)
    expect([kept.status, kept.body.changes.some(({ id }: { id: string }) => id === 'medical-aid')]).toEqual([
      200,
      true,
    ])
    const twice = await api(
      `GET /policy/drafts/${view.draftId}/form?packId=${PLACE}&kind=supplement&id=medical-aid`,
      officer,
    )
    expect([twice.status, twice.body.code]).toEqual([422, 'draft-edit-refused'])
    const year = await formOf(kept.body, { packId: 'cn', kind: 'calendar', id: '2027' })
    expect(year).toMatchObject({ file: 'cn/calendars/2027.yaml', content: { year: 2027 } })
  })

  it('of another place is refused with the place that can change it', async () => {
    const view = await draft()
    const { status, body } = await api(
      `GET /policy/drafts/${view.draftId}/form?packId=${PLACE}&file=cn/calendars/2020.yaml`,
      officer,
    )
    expect([status, body.code]).toEqual([422, 'draft-edit-refused'])
    expect(town.packs.library().files.has(`${PLACE}/calendars/2020.yaml`)).toBe(false)
  })
})
