import { comparePacks, diffLines, kindOfFile, type LineChange } from '@yichuang/policy'
import type { z } from 'zod'
import type { checkDraftFile, PackFileSummary } from '@yichuang/contracts'
import type { Language } from '../../platform/problem.ts'
import { overlay, type FileChanges, type Packs } from '../catalogue/index.ts'
import { tried } from './candidate.ts'
import type { OpenDraft } from './draft.service.ts'
import { fileEdit } from './edits.ts'
import { idOfFile, titleOfFile } from './file-titles.ts'
import { FileUnknown } from './policy-room.problems.ts'
import { changeViews } from './views.ts'

/** Every file of the packs as a draft has it, in the order of packs and folders. */
export function filesOf({ candidate }: OpenDraft, language: Language): z.output<typeof PackFileSummary>[] {
  const { files, packs, changes } = candidate
  return [...files].flatMap(([file, text]) => {
    const pack = packs.get(file.slice(0, file.indexOf('/')))
    if (!pack || !file.endsWith('.yaml')) return []
    const parts = file.split('/')
    return {
      file,
      packId: pack.id,
      packTitle: pack.title[language],
      folder: parts.length > 2 ? parts[1]! : '',
      kind: kindOfFile(file, text) ?? '',
      id: idOfFile(file, text),
      title: titleOfFile(pack, file, text)[language],
      changed: file in changes,
    }
  })
}

/** A file as a draft has it, with the lines that differ from what is in force. Throws `file-unknown`. */
export function fileOf(packs: Packs, { candidate }: OpenDraft, file: string) {
  const text = candidate.files.get(file)
  const inForce = packs.library().files.get(file)
  if (text === undefined && inForce === undefined) throw FileUnknown()
  return {
    file,
    text: text ?? '',
    inForce: inForce !== undefined,
    lines: linesBetween(inForce ?? '', text ?? ''),
  }
}

/** What is wrong with a file as typed, and what it would change beside the rest of the draft; stores nothing. */
export function checkFile(
  packs: Packs,
  { candidate }: Pick<OpenDraft, 'candidate'>,
  typed: { readonly file: string; readonly text: string | null },
  language: Language,
): z.output<(typeof checkDraftFile)['reply'] & z.ZodType> {
  return checkChanges(packs, candidate, typed.file, fileEdit(candidate, typed).changes, language)
}

/** The same of changes that an edit makes. */
export function checkChanges(
  packs: Packs,
  candidate: OpenDraft['candidate'],
  file: string,
  changes: FileChanges,
  language: Language,
): z.output<(typeof checkDraftFile)['reply'] & z.ZodType> {
  const lines = linesBetween(
    packs.library().files.get(file) ?? '',
    changes[file]?.after ?? candidate.files.get(file) ?? '',
  )
  const { files } = overlay(candidate.files, [{ seq: 0, changes }])
  const load = tried({ ...packs.library(), files }, {})
  if (load.ok)
    return {
      faults: [],
      changes: changeViews(packs, comparePacks(candidate.packs, load.packs), language),
      lines,
    }
  // What does not fit its schema is not there for other files; their complaints would only hide its own.
  const own = load.faults.filter((fault) => fault.file === file)
  return {
    faults: (own.length > 0 ? own : load.faults).map(
      ({ file, line, column, kind, what, mend, zh, path }) => ({
        file,
        line,
        column,
        code: kind,
        message: language === 'zh' ? `${zh.what}。${zh.mend}` : `${what}. ${mend}`,
        path: path?.map((step) => (typeof step === 'number' ? step : String(step))) ?? null,
      }),
    ),
    changes: [],
    lines,
  }
}

function linesBetween(before: string, after: string): LineChange[] {
  return before === after ? [] : diffLines(before, after)
}
