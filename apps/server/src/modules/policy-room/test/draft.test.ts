import { zipSync, strToU8 } from 'fflate'
import { createRequire } from 'node:module'
import type ExcelJS from 'exceljs'
import { loadPacks, maternityMedicalScheme, workbookOf } from '@yichuang/policy'
import { plainDate } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../packs/index.ts'
import { letterPdf } from '../../letters/pdf.ts'
import { documentText } from '../document-text.ts'
import { readWorkbook, writeWorkbook } from '../workbook-file.ts'
import { LIMIT, openRoom, SOURCE } from './room.ts'

const { town, officer, second, leader, api, ok, draft, edit } = await openRoom()
const PLACE = 'cn-33-06-shaoxing'
const VALUE = {
  kind: 'value',
  pack: PLACE,
  parameter: 'clock.after-hours',
  from: '2020-11-01',
  value: 'same-day',
  source: SOURCE,
} as const

describe('a draft', () => {
  it('shows what it changes, clause beside it, and changes nothing in force', async () => {
    const before = town.packs.library().hash
    const { status, body } = await edit(await draft(), VALUE)
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: 1, state: 'open', mine: true, outdated: [] })
    expect(body.changes).toContainEqual(
      expect.objectContaining({
        kind: 'parameter',
        id: 'clock.after-hours',
        after: 'same-day',
        from: '2020-11-01',
        citation: expect.objectContaining({ clause: '二（三）', quote: SOURCE.quote }),
      }),
    )
    expect(town.packs.library().hash).toBe(before)
  })

  it('of two officers at once tells the second what the first did', async () => {
    const view = await draft()
    await edit(view, VALUE)
    const { status, body } = await edit(view, LIMIT, second)
    expect([status, body.code, body.version]).toEqual([409, 'draft-changed', 1])
    expect(body.detail).toContain('童雅琴')
    expect(body.detail).toContain('same-day')
  })

  it.each([
    [
      'a quote that is not in the text',
      { ...VALUE, source: { ...SOURCE, quote: '没有这句话' } },
      'draft-faulty',
      '没有这句话',
    ],
    [
      'a ratio of 1.2 where a limit stands',
      { ...VALUE, parameter: 'claims.out-of-area-cut-applies', value: '1.2' },
      'draft-faulty',
      '1.2',
    ],
    ['an unknown parameter', { ...VALUE, parameter: 'no.such' }, 'draft-edit-refused', 'no.such'],
    ['an unknown pack', { ...VALUE, pack: 'nowhere' }, 'draft-edit-refused', 'nowhere'],
    ['an end before its beginning', { ...VALUE, until: '2020-10-01' }, 'draft-faulty', '2020-10-01'],
    [
      'an unknown document',
      { ...VALUE, source: { ...SOURCE, document: 'nobody-1' } },
      'draft-faulty',
      'nobody-1',
    ],
  ])('refuses %s in one sentence and stays as it was', async (_, bad, code, words) => {
    const view = await draft()
    const { status, body } = await edit(view, bad)
    expect([status, body.code]).toEqual([422, code])
    expect(body.detail).toContain(words)
    expect((await ok(`GET /policy/drafts/${view.draftId}`, officer)).version).toBe(0)
  })

  it('refuses a day that does not exist, and a value without clause', async () => {
    const view = await draft()
    expect((await edit(view, { ...VALUE, from: '2020-02-30' })).status).toBe(400)
    expect((await edit(view, { ...VALUE, source: { ...SOURCE, clause: '' } })).status).toBe(400)
  })

  it('can quote a document as soon as it was added, and undo brings the text back', async () => {
    const added = await edit(await draft(), {
      kind: 'document',
      pack: PLACE,
      id: 'shaoxing-2020-99',
      number: '绍市医保〔2020〕99号',
      title: '关于收件时间的通知',
      issuer: '绍兴市医疗保障局',
      published: '2020-10-10',
      inForce: null,
      text: '工作时间以外提交的申请，视为当日提交。',
    })
    const quoted = await edit(added.body, {
      ...VALUE,
      source: { document: 'shaoxing-2020-99', clause: '一', quote: '视为当日提交' },
    })
    expect(quoted.status).toBe(200)
    const text = await ok(
      `GET /policy/drafts/${added.body.draftId}/documents/${PLACE}/shaoxing-2020-99`,
      leader,
    )
    expect(text.text).toContain('视为当日提交')
    const undo = (view: { draftId: string; version: number }) =>
      api(`POST /policy/drafts/${view.draftId}/undo`, officer, { version: view.version })
    const once = await undo(quoted.body)
    expect(once.body.changes.map(({ kind }: { kind: string }) => kind)).toEqual(['document'])
    const twice = await undo(once.body)
    expect(twice.body.changes).toEqual([])
    expect((await undo(twice.body)).body.code).toBe('draft-empty')
  })

  it('that was discarded is edited no more', async () => {
    const view = await draft()
    await ok(`POST /policy/drafts/${view.draftId}/discard`, officer, { version: 0 })
    expect((await edit({ ...view, version: 1 }, VALUE)).body.code).toBe('draft-closed')
  })

  it('is read by leaders and written by policy officers alone', async () => {
    const view = await draft()
    expect((await api('GET /policy/drafts', leader)).status).toBe(200)
    expect((await edit(view, VALUE, leader)).status).toBe(403)
    expect((await api('GET /policy/drafts', town.clerk)).status).toBe(403)
  })
})

describe('the workbook of a place', () => {
  const excel = () => new (createRequire(import.meta.url)('exceljs') as typeof ExcelJS).Workbook()
  async function importing(
    view: { draftId: string; version: number },
    book: ExcelJS.Workbook,
    place = PLACE,
  ) {
    const content = Buffer.from(await book.xlsx.writeBuffer())
    const boundary = 'x7y8z9'
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="w.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    return town.call(
      `POST /api/v1/policy/drafts/${view.draftId}/workbook?version=${view.version}&packId=${place}`,
      {
        as: officer,
        payload,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      },
    )
  }
  async function book(place = PLACE) {
    const made = excel()
    await made.xlsx.load(
      (await writeWorkbook(workbookOf(town.packs.all().get(place)!))) as unknown as ArrayBuffer,
    )
    return made
  }
  function rowOf(sheet: ExcelJS.Worksheet, id: string): ExcelJS.Row {
    let found: ExcelJS.Row | undefined
    sheet.eachRow((row) => {
      if (row.getCell(1).value === id) found ??= row
    })
    return found!
  }
  function fill(made: ExcelJS.Workbook) {
    const sheet = made.getWorksheet('参数')!
    const row = rowOf(sheet, 'clock.after-hours')
    for (const [cell, value] of [
      [5, '2020-11-01'],
      [7, 'same-day'],
      [8, 'shaoxing-2020-9'],
      [9, '二（三）'],
      [10, SOURCE.quote],
    ] as const)
      row.getCell(cell).value = value
    return { sheet, row }
  }

  it('is downloaded as .xlsx', async () => {
    const answer = await town.call(`GET /api/v1/policy/places/${PLACE}/workbook`, { as: officer })
    expect(answer.status).toBe(200)
    expect(String(answer.headers['content-type'])).toContain('spreadsheetml')
  })

  it('filled in and imported becomes one edit of the draft', async () => {
    const made = await book()
    fill(made)
    const { status, body } = await importing(await draft(), made)
    expect([status, body.version]).toEqual([200, 1])
    expect(body.changes).toContainEqual(
      expect.objectContaining({ id: 'clock.after-hours', after: 'same-day' }),
    )
  })

  it.each([
    [PLACE, 'maternity-zhejiang', 'shaoxing-2020-9', SOURCE.quote],
    ['cn-37-08-jining', 'maternity-shandong', 'jining-2020-13', '手工报销'],
  ])(
    'of %s offers its words, and what it pays for a birth becomes a table of the place',
    async (place, table, document, quote) => {
      const made = await book(place)
      const sheet = made.getWorksheet('待遇表')!
      const rows = sheet.rowCount
      expect(sheet.getCell('X2').dataValidation.formulae[0]).toContain('剖宫产')
      expect(sheet.getCell('C2').dataValidation.formulae[0].length).toBeLessThan(256)
      const open = (kind: string) =>
        sheet.getRows(2, rows - 1)!.find((row) => row.getCell(24).value === kind && !row.getCell(10).value)!
      for (const [kind, part, value] of [
        ['正常产', '生育医疗费限额', '3000'],
        ['剖宫产', '生育医疗费定额', 5000],
        ['产前检查', '生育医疗费支付比例', 0.6],
      ] as const) {
        const row = open(kind)
        for (const [cell, said] of Object.entries({
          3: part,
          10: value,
          11: '2020-11-01',
          13: document,
          14: '二（三）',
          15: quote,
        }))
          row.getCell(Number(cell)).value = said
      }
      const view = await draft()
      const { status, body } = await importing(view, made, place)
      expect([status, body.version]).toEqual([200, 1])
      const file = `${place}/benefits/${table}.yaml`
      const changed = await ok(`GET /policy/drafts/${view.draftId}`, officer)
      expect(JSON.stringify(changed.changes)).toContain('3000.00')

      // Loaded as it stands in the draft, a birth is settled by the row.
      const [kept] = await town.test.sql<{ text: string }>(
        `select changes -> $2 ->> 'after' as text from policy.draft_edit where draft_id = $1`,
        [view.draftId, file],
      )
      const load = loadPacks(new Map([...town.packs.library().files, [file, kept!.text]]), sha256)
      if (!load.ok) throw new Error(load.faults.map(({ what }) => what).join('\n'))
      const asked = { benefit: 'delivery', kind: 'caesarean', on: plainDate('2020-11-02') } as const
      expect(maternityMedicalScheme(load.packs.get(place)!, asked)).toMatchObject({
        pays: { design: 'fixed', amount: { value: 500_000, source: { clause: '二（三）' } } },
      })

      // An unknown kind is told with its cell, and the words it could be.
      open('难产').getCell(24).value = '水中分娩'
      const wrong = sheet.getRows(2, rows - 1)!.find((row) => row.getCell(24).value === '水中分娩')!
      for (const [cell, said] of [
        [10, '1'],
        [11, '2020-11-01'],
        [13, document],
        [14, '一'],
        [15, quote],
      ] as const)
        wrong.getCell(cell).value = said
      const refused = await importing(await draft(), made, place)
      expect(refused.body.errors).toMatchObject([{ code: 'unknown', path: `待遇表!X${wrong.number}` }])
      expect(JSON.stringify(refused.body.errors)).toContain('助娩产')
    },
  )

  it('with a day that the spreadsheet made a day of is read as well', async () => {
    const made = await book()
    const { row } = fill(made)
    row.getCell(5).numFmt = 'yyyy-mm-dd'
    row.getCell(5).value = new Date('2020-11-01T00:00:00Z')
    expect((await importing(await draft(), made)).status).toBe(200)
  })

  it.each([
    [
      'a renamed sheet',
      (made: ExcelJS.Workbook) => void (made.getWorksheet('参数')!.name = '参数表'),
      'no-sheet',
      '参数',
    ],
    [
      'merged cells',
      (made: ExcelJS.Workbook) => made.getWorksheet('参数')!.mergeCells('B2:C3'),
      'merged',
      '参数!B2',
    ],
    [
      'a formula',
      (made: ExcelJS.Workbook) => void (fill(made).row.getCell(7).value = { formula: '1+1', result: 2 }),
      'formula',
      '!G',
    ],
    [
      'full-width digits',
      (made: ExcelJS.Workbook) => void (fill(made).row.getCell(5).value = '２０２０-11-01'),
      'full-width',
      '!E',
    ],
    [
      '万元 instead of 元',
      (made: ExcelJS.Workbook) => void (fill(made).row.getCell(7).value = '2万元'),
      'unit',
      '!G',
    ],
    [
      'a day that does not exist',
      (made: ExcelJS.Workbook) => void (fill(made).row.getCell(5).value = '2020-02-30'),
      'day',
      '!E',
    ],
    [
      'a value without clause',
      (made: ExcelJS.Workbook) => void (fill(made).row.getCell(9).value = ''),
      'needed',
      '!I',
    ],
  ])('with %s is refused by sheet, row and column, and nothing is imported', async (_, spoil, code, path) => {
    const made = await book()
    spoil(made)
    const view = await draft()
    const { status, body } = await importing(view, made)
    expect([status, body.code]).toEqual([422, 'workbook-faulty'])
    expect(body.errors[0].code).toBe(code)
    expect(body.errors[0].path).toContain(path)
    expect((await ok(`GET /policy/drafts/${view.draftId}`, officer)).version).toBe(0)
  })

  it('that is no workbook is refused in a sentence', async () => {
    await expect(readWorkbook(Buffer.from('not a zip'), 'officer')).rejects.toThrow(/workbook-unreadable/)
  })

  it('with a row beyond all that is read is refused, and nothing of it is left out in silence', async () => {
    const made = excel()
    made.addWorksheet('参数').getCell('A20001').value = 'x'
    const content = Buffer.from(await made.xlsx.writeBuffer())
    await expect(readWorkbook(content, 'officer')).rejects.toThrow(/workbook-too-large/)
  })
})

describe('the text of a document', () => {
  const docx = (xml: string) => Buffer.from(zipSync({ 'word/document.xml': strToU8(xml) }))

  it('is taken out of a .docx paragraph by paragraph, without what was deleted', async () => {
    const xml =
      '<w:document><w:body><w:p><w:r><w:t>一、</w:t><w:tab/><w:t xml:space="preserve">甲 &amp; 乙</w:t></w:r></w:p>' +
      '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>&#x4E8C;、丙</w:t></w:r></w:p></w:body></w:document>'
    expect(await documentText('通知.docx', docx(xml), 'officer')).toBe('一、\t甲 & 乙\n二、丙')
  })

  it('is taken out of a .docx with tabs that were typed, not those of the ruler', async () => {
    const xml =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>' +
      '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t/><w:t>丙</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>丁</w:t></w:r></w:p>'
    expect(await documentText('通知.docx', docx(xml), 'officer')).toBe('甲\n乙\t丙\n丁')
  })

  it.each(['<w:p>', '<w:p><w:t>', '<w:t '])(
    'is looked for once where “%s” never ends, and there is none',
    async (tag) => {
      const content = docx(tag.repeat(2_000_000))
      await expect(documentText('通知.docx', content, 'officer')).rejects.toThrow(/holds no text/)
    },
  )

  it('is read in UTF-8 and in GB 18030', async () => {
    expect(await documentText('a.txt', Buffer.from('医疗保障', 'utf8'), 'officer')).toBe('医疗保障')
    expect(await documentText('a.txt', Buffer.from([0xd2, 0xbd, 0xc1, 0xc6]), 'officer')).toBe('医疗')
  })

  it('is taken out of a .pdf, its lines joined as the sentences go', async () => {
    const section = {
      heading: '通知',
      paragraphs: ['各县（市）医疗保障局：', `${'延长医疗费用发票报销有效期，'.repeat(12)}特此通知。`],
    }
    const letter = {
      title: '关于延长有效期的通知',
      issuer: '绍兴市医疗保障局',
      applicantName: '',
      caseNumber: '',
      day: '2020-10-10',
      facts: [{ label: '发文机关', value: '绍兴市医疗保障局' }],
      sections: [section],
      marks: [],
    }
    const pdf = await letterPdf(letter, {
      base: 'http://localhost',
      code: 'x',
      at: new Date('2020-10-10T00:00:00Z'),
    })
    const text = await documentText('通知.pdf', pdf, 'officer')
    expect(text).toContain('关于延长有效期的通知')
    expect(text.replaceAll('\n', '')).toContain(section.paragraphs[1])
  })

  it.each([
    ['a damaged PDF', 'a.pdf', Buffer.from('%PDF-1.7\n')],
    ['a damaged .docx', 'a.docx', Buffer.from('PK\x03\x04broken')],
    ['another archive', 'a.zip', Buffer.from(zipSync({ 'x.xml': strToU8('<a/>') }))],
    ['an empty document', 'a.docx', docx('<w:document/>')],
    ['a picture', 'a.png', Buffer.from([0x89, 0x50, 0, 1, 2])],
  ])('of %s is refused in a sentence that says what to do', async (_, name, content) => {
    await expect(documentText(name, content, 'officer')).rejects.toThrow(/document-unreadable/)
  })
})
