import { Unreadable } from './unreadable.ts'

/** A notice has tens of pages; what has more is a book, and would hold the server up. */
const MOST_PAGES = 500

/**
 * The text of a PDF, page by page. Lines that end in the middle of a sentence are joined, since a PDF ends a line where
 * the paper does. Throws `Unreadable` for what is damaged, locked or too long.
 */
export async function pdfText(content: Buffer): Promise<string> {
  // Only who uploads a PDF waits for the reader to be loaded.
  const { extractText, getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(content), { verbosity: 0 }).catch(() => {
    throw new Unreadable({
      zh: '这份 PDF 已损坏或加了密码',
      en: 'This PDF is damaged or locked by a password',
    })
  })
  try {
    if (document.numPages > MOST_PAGES)
      throw new Unreadable({
        zh: `这份 PDF 有 ${document.numPages} 页，超过 ${MOST_PAGES} 页`,
        en: `This PDF has ${document.numPages} pages, more than ${MOST_PAGES}`,
      })
    const { text } = await extractText(document, { mergePages: false })
    return text.map(joined).join('\n')
  } finally {
    await document.loadingTask.destroy()
  }
}

/** Chinese lines are joined without a space; a line that ends a sentence, or a short one such as a heading, stays. */
function joined(page: string): string {
  const lines = page
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const longest = Math.max(0, ...lines.map((line) => line.length))
  return lines.reduce((text, line, index) => {
    const before = lines[index - 1]
    if (before === undefined) return line
    const goesOn = before.length > longest * 0.8 && !/[。！？；：.!?;:]$/.test(before)
    const gap = /[\w,]$/.test(before) && /^\w/.test(line) ? ' ' : ''
    return goesOn ? `${text}${gap}${line}` : `${text}\n${line}`
  }, '')
}
