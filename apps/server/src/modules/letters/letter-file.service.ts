import type { Readable } from 'node:stream'
import type { Db } from '../../platform/db.ts'
import type { Files } from '../../platform/files/index.ts'
import type { LetterKind } from './content.ts'
import { notePdf } from './letter.queries.ts'
import { currentLetter, type LetterOwner } from './letter.service.ts'
import { LetterNotFound } from './letters.problems.ts'
import { letterPdf } from './pdf.ts'

/** The current letter of a kind as PDF: made at the first call, the same bytes for ever after. */
export async function letterFile(
  db: Db,
  files: Pick<Files, 'keep' | 'read'>,
  publicUrl: string,
  owner: LetterOwner,
  kind: LetterKind,
): Promise<{ readonly content: Buffer | Readable; readonly name: string }> {
  const letter = await currentLetter(db, owner, kind)
  if (!letter) throw LetterNotFound()
  const { content, code, at, pdfSha256 } = letter
  const name = `${content.title} ${content.caseNumber}.pdf`
  if (pdfSha256 !== null) return { content: await files.read(pdfSha256), name }
  const base = publicUrl.replace(/\/$/, '')
  const pdf = await letterPdf(content, { base, code, at })
  await notePdf(db, letter, await files.keep(pdf))
  return { content: pdf, name }
}
