import { createRequire } from 'node:module'
import type pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { toString as qrCode } from 'qrcode'
import type { LetterContent, LetterSection, LetterStep } from './content.ts'

const require = createRequire(import.meta.url)
const FONT = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

let maker: typeof pdfmake | undefined

/** pdfmake takes a third of a second to load, and most processes never make a letter. */
function printer(): typeof pdfmake {
  if (maker) return maker
  maker = require('pdfmake') as typeof pdfmake
  maker.setFonts({ Noto: { normal: FONT, bold: FONT, italics: FONT, bolditalics: FONT } })
  // A letter reads nothing but its font, from nowhere else.
  maker.setUrlAccessPolicy(() => false)
  maker.setLocalAccessPolicy((path) => path === FONT)
  return maker
}

/**
 * The letter as PDF: what was frozen when it was issued, with a QR code that leads to its verification, and one for the
 * credential it carries. `base` is the address of the platform, without a slash at its end.
 */
export async function letterPdf(
  content: LetterContent,
  issued: { readonly base: string; readonly code: string; readonly at: Date },
): Promise<Buffer> {
  const { credential } = content
  const svg = await svgOf(`${issued.base}/verify/${issued.code}`)
  const carried = credential && (await svgOf(`${issued.base}${credential.path}#${credential.token}`))
  return printer()
    .createPdf(definition(content, svg, carried, issued))
    .getBuffer()
}

function svgOf(text: string): Promise<string> {
  return qrCode(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
}

function definition(
  content: LetterContent,
  qrSvg: string,
  carried: string | undefined,
  { code, at }: { readonly code: string; readonly at: Date },
): TDocumentDefinitions {
  const { title, issuer, applicantName, caseNumber, day, facts, sections, marks, credential } = content
  return {
    info: { title: `${title} ${caseNumber}`, author: issuer, creationDate: at, modDate: at },
    language: 'zh-CN',
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { font: 'Noto', fontSize: 10.5, lineHeight: 1.35 },
    footer: (page, pages) => ({
      text: `${title}　${caseNumber}　第 ${page} 页，共 ${pages} 页`,
      alignment: 'center',
      fontSize: 8,
      color: '#555555',
      margin: [0, 20, 0, 0],
    }),
    content: [
      { text: issuer, fontSize: 12, alignment: 'center' },
      { text: title, fontSize: 18, alignment: 'center', margin: [0, 4, 0, 12] },
      ...marks.map(markOf),
      { text: `${applicantName}：`, margin: [0, 0, 0, 6] },
      {
        layout: 'lightHorizontalLines',
        table: { widths: [72, '*'], body: facts.map(({ label, value }) => [label, value]) },
      },
      ...sections.flatMap(sectionOf),
      ...(carried && credential ? [carriedOf(carried, credential.caption)] : []),
      {
        unbreakable: true,
        margin: [0, 24, 0, 0],
        columns: [
          { svg: qrSvg, width: 84, height: 84 },
          {
            width: '*',
            margin: [12, 8, 0, 0],
            stack: [
              { text: '扫描二维码可查验本件真伪和是否有效', fontSize: 9 },
              { text: `查验码：${code}`, fontSize: 9 },
            ],
          },
          { width: 170, alignment: 'right', margin: [0, 8, 0, 0], stack: [issuer, day] },
        ],
      },
    ],
  }
}

/** A finer code than that of the verification, and so a larger one. */
function carriedOf(svg: string, caption: string): Content {
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    stack: [
      { svg, width: 170, height: 170, alignment: 'center' },
      { text: caption, alignment: 'center', fontSize: 10.5 },
    ],
  }
}

function markOf(text: string): Content {
  return {
    table: { widths: ['*'], body: [[{ text, fontSize: 11, margin: [4, 4, 4, 4] }]] },
    margin: [0, 0, 0, 10],
  }
}

function sectionOf({
  heading,
  paragraphs = [],
  list = [],
  ledger = [],
  steps = [],
}: LetterSection): Content[] {
  return [
    { text: heading, fontSize: 12, margin: [0, 14, 0, 4] },
    ...paragraphs.map((text): Content => ({ text, margin: [0, 0, 0, 4] })),
    ...(list.length > 0 ? [{ ol: [...list] } satisfies Content] : []),
    ...(ledger.length > 0
      ? [
          {
            fontSize: 8.5,
            lineHeight: 1.2,
            columns: halves(ledger).map((text) => ({ text: text.join('\n') })),
          },
        ]
      : []),
    ...steps.flatMap((step) => stepOf(step, 0)),
  ]
}

/** A step with its amount at the right, its clauses in small print below, and what it is made of under it. */
function stepOf({ sentence, amount, citations, children }: LetterStep, depth: number): Content[] {
  const indent = depth * 14
  return [
    {
      margin: [indent, 2, 0, 0],
      columns: [
        { width: '*', text: sentence },
        { width: 90, text: `${amount} 元`, alignment: 'right' },
      ],
    },
    ...citations.map((text): Content => ({
      text: `依据：${text}`,
      fontSize: 8,
      color: '#444444',
      margin: [indent, 0, 96, 0],
    })),
    ...children.flatMap((child) => stepOf(child, depth + 1)),
  ]
}

function halves(lines: readonly string[]): readonly (readonly string[])[] {
  if (lines.length < 16) return [lines]
  const middle = Math.ceil(lines.length / 2)
  return [lines.slice(0, middle), lines.slice(middle)]
}
