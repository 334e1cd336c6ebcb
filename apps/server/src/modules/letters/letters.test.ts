import { plainDate } from '@yichuang/kernel'
import jsqr from 'jsqr'
import { toBuffer } from 'qrcode'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../platform/test-database.ts'
import { newId } from '../../platform/uuid.ts'
import type { LetterContent } from './content.ts'
import { currentLetter, issue, lettersOf, verify } from './letter.service.ts'
import { messageWords } from './message-words.ts'
import { letterPdf } from './pdf.ts'

const REGION = '370800'
const { database, sql } = await testDatabase()
const db = database.forRegion(REGION)
const day = plainDate('2020-01-23')
const at = new Date('2020-01-23T10:00:00+08:00')

const content: LetterContent = {
  title: '门诊费用报销决定书',
  issuer: '济宁市医疗保险事业中心',
  applicantName: '张小明',
  caseNumber: '370811001-20200120-0001-2',
  day,
  facts: [{ label: '事项', value: '门诊费用报销' }],
  sections: [
    { heading: '决定', paragraphs: ['经审核，准予支付医疗保险基金 850.00 元。'] },
    {
      heading: '计算过程',
      steps: [
        {
          sentence: '起付线以上 1000.00 元按 85% 支付',
          amount: '850.00',
          citations: ['《规定》第三十六条'],
          children: [],
        },
      ],
    },
  ],
  marks: ['本决定使用了借用参数：北京市。'],
}

async function issued(caseId: string, words = content) {
  const message = { kind: 'granted', detail: { number: words.caseNumber }, to: [newId()] }
  return issue(db, {
    ref: { regionCode: REGION, caseId },
    kind: 'decision',
    content: words,
    day,
    at,
    message,
  })
}

describe('a letter', () => {
  it('is genuine and current for whoever has its code, until a newer one takes its place; the name stays masked', async () => {
    const caseId = newId()
    const first = await issued(caseId)
    expect(first).toMatch(/^370800[2-9A-Z]{20}$/)
    expect(await verify(db, first)).toEqual({
      kind: 'decision',
      current: true,
      caseNumber: content.caseNumber,
      applicantMasked: '张*明',
      issuedOn: '2020-01-23',
      issuer: content.issuer,
    })
    const second = await issued(caseId)
    expect(await verify(db, first)).toMatchObject({ current: false })
    expect(await verify(db, second)).toMatchObject({ current: true })
    expect(await verify(db, `${second.slice(0, -1)}${second.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined()
    expect((await lettersOf(db, { regionCode: REGION, caseId })).map(({ current }) => current)).toEqual([
      false,
      true,
    ])
  })

  it('changed in the database is no letter of ours any more', async () => {
    const code = await issued(newId())
    await sql(
      `update letters.letter set content = jsonb_set(content, '{sections,0,paragraphs,0}', '"9999 元"') where code = $1`,
      [code],
    )
    expect(await verify(db, code)).toBeUndefined()
  })

  it('says for ever what it was issued with, and becomes a PDF with the font and the code inside', async () => {
    const caseId = newId()
    const code = await issued(caseId)
    const letter = await currentLetter(db, { regionCode: REGION, caseId }, 'decision')
    expect(letter!.content).toEqual(content)
    const issuedAs = { base: 'http://localhost', code, at }
    const pdf = await letterPdf(letter!.content, issuedAs)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toContain('NotoSansSC')
    expect(pdf.length).toBeGreaterThan(15_000)
    expect(await letterPdf(letter!.content, issuedAs)).toHaveLength(pdf.length)
  })

  it('has a QR code that a phone reads as the address of its verification', async () => {
    const url = 'https://yibao.example.cn/verify/370800ABCDEFGHJKLMNPQRSTUV'
    const png = await toBuffer(url, { margin: 1, errorCorrectionLevel: 'M', scale: 6 })
    const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const found = jsqr.default(new Uint8ClampedArray(data), info.width, info.height)
    expect(found?.data).toBe(url)
  })
})

describe('a message', () => {
  it('says its values in either language', () => {
    const { title, text } = messageWords('granted', { number: 'N1', fund: '850.00' })
    expect(title).toEqual({ zh: '已批准', en: 'Granted' })
    expect(text.zh).toBe('办件 N1 已批准，医疗保险基金支付 850.00 元。决定书可在办件页面下载。')
    expect(text.en).toBe('Case N1 was granted; the fund pays 850.00 yuan. The decision is on the case page.')
  })
})
