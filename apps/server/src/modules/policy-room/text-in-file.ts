import { unzipSync } from 'fflate'
import { pdfText } from './pdf-text.ts'
import { Unreadable } from './unreadable.ts'

const BODY = 'word/document.xml'
/** A law is a few hundred kB; a file that unpacks to more is none. */
const LARGEST = 20_000_000

/** The text of a document: .txt in UTF-8 or GB 18030, the paragraphs of a .docx, or the lines of a .pdf. Throws `Unreadable`. */
export async function textInFile(fileName: string, content: Buffer): Promise<string> {
  const text = (await textOf(fileName.toLowerCase(), content)).replaceAll('\0', '').trim()
  if (text.length < 2)
    throw new Unreadable({
      zh: `“${fileName}”中没有文字，可能是扫描件`,
      en: `“${fileName}” holds no text; it may be a scan`,
    })
  return text
}

async function textOf(name: string, content: Buffer): Promise<string> {
  if (content.subarray(0, 5).toString('latin1') === '%PDF-') return pdfText(content)
  if (content.subarray(0, 2).toString('latin1') === 'PK') return docxText(content)
  if (!name.endsWith('.txt') && content.includes(0))
    throw new Unreadable({ zh: `“${name}”不是文字文件`, en: `“${name}” is not a text file` })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('gb18030').decode(content)
  }
}

function docxText(content: Buffer): string {
  let body: Uint8Array | undefined
  try {
    body = unzipSync(content, {
      filter: ({ name, originalSize }) => name === BODY && originalSize <= LARGEST,
    })[BODY]
  } catch {
    throw new Unreadable({ zh: '压缩包已损坏', en: 'The file is damaged' })
  }
  if (!body)
    throw new Unreadable({
      zh: '这不是 .docx 文件，或内容过大',
      en: 'This is no .docx file, or it is too large',
    })
  return paragraphsOf(Buffer.from(body).toString('utf8')).join('\n')
}

/** Tag after tag, so that a text without ends takes no longer than another. What was deleted stands in w:delText. */
function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = []
  let text = ''
  let from = -1
  for (const { 0: tag, 1: closes, 2: name, 3: rest = '', index } of xml.matchAll(TAG)) {
    if (name === 't') {
      if (closes && from >= 0) text += entities(xml.slice(from, index))
      from = closes || rest.endsWith('/') ? -1 : index + tag.length
    } else if (name === 'p') {
      if (closes) paragraphs.push(text)
      text = ''
    } else if (!rest.includes('w:val')) text += name === 'tab' ? '\t' : '\n'
  }
  return paragraphs
}
/** A `w:tab` with a value is a stop of the ruler, not a tab somebody typed. */
const TAG = /<(\/)?w:(p|t|tab|br|cr)(\/|\s[^<>]*)?>/g

function entities(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|amp|quot|apos));/gi, (all, decimal, hex, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? all
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
  })
}
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
