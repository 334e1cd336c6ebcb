import type { DraftEdit } from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import {
  addDocument,
  EditImpossible,
  packOf,
  setLimit,
  setValue,
  writeForm,
  type FileEdits,
} from '@yichuang/policy'
import { sha256 } from '../../packs/index.ts'
import type { Sentences } from '../../platform/problem.ts'
import type { FileChanges } from '../catalogue/index.ts'
import type { Candidate } from './candidate.ts'
import { titleOfFile } from './file-titles.ts'
import { EditRefused, FileUnknown } from './policy-room.problems.ts'

/** What an edit does to the files of a draft, and how it is told. Throws `draft-edit-refused`. */
export function editOf(
  candidate: Candidate,
  edit: DraftEdit,
): { readonly changes: FileChanges; readonly what: Sentences } {
  const { files, packs } = candidate
  if (edit.kind === 'value') {
    const days = {
      from: plainDate(edit.from),
      until: edit.until === undefined ? undefined : plainDate(edit.until),
    }
    const changed = possible(() => setValue(files, packs, { ...edit, ...days }))
    const title = packs.get(edit.pack)?.parameters.get(edit.parameter)?.title ?? plain(edit.parameter)
    const key = edit.key === undefined ? '' : `（${edit.key}）`
    return {
      changes: changesOf(files, changed),
      what: {
        zh: `${title.zh}${key}自 ${edit.from} 起为 ${edit.value}`,
        en: `${title.en}${key} is ${edit.value} from ${edit.from}`,
      },
    }
  }
  if (edit.kind === 'limit') {
    const changed = possible(() => setLimit(files, packs, { ...edit, from: plainDate(edit.from) }))
    const title = packs.get(edit.pack)?.items.get(edit.item)?.base.versions.at(-1)?.title ?? plain(edit.item)
    const which = edit.limit === 'promised' ? { zh: '承诺', en: 'promised' } : { zh: '法定', en: 'statutory' }
    return {
      changes: changesOf(files, changed),
      what: {
        zh: `${title.zh}的${which.zh}期限自 ${edit.from} 起为 ${edit.workingDays} 个工作日`,
        en: `The ${which.en} limit of “${title.en}” is ${edit.workingDays} working days from ${edit.from}`,
      },
    }
  }
  if (edit.kind === 'file') return fileEdit(candidate, edit)
  if (edit.kind === 'form') return formEdit(candidate, edit)
  const { kind: _kind, text, published, inForce, ...facts } = edit
  const changed = possible(() =>
    addDocument(
      packs,
      {
        ...facts,
        text: wellFormed(text),
        published: plainDate(published),
        inForce: inForce === null ? null : plainDate(inForce),
      },
      sha256,
    ),
  )
  const name = edit.number ?? edit.title
  return {
    changes: changesOf(files, changed),
    what: { zh: `添加文件 ${name}`, en: `Added the document ${name}` },
  }
}

/** Writes a file of a pack, or removes it; whether the packs still load with it is the draft's question. */
export function fileEdit(
  { files, packs }: Pick<Candidate, 'files' | 'packs'>,
  { file, text }: { readonly file: string; readonly text: string | null },
): { readonly changes: FileChanges; readonly what: Sentences } {
  const packId = file.slice(0, file.indexOf('/'))
  possible(() => packOf(packs, packId))
  if (text === null && !files.has(file)) throw FileUnknown()
  const title = titleOfFile(packs.get(packId)!, file, files.get(file) ?? text ?? '')
  const after = text === null ? null : wellFormed(text)
  const before = files.get(file) ?? null
  return {
    changes: before === after ? {} : { [file]: { before, after } },
    what:
      text === null
        ? { zh: `删除 ${title.zh}（${file}）`, en: `Removed ${title.en} (${file})` }
        : { zh: `修改 ${title.zh}（${file}）`, en: `Edited ${title.en} (${file})` },
  }
}

/** Writes what a form holds into its file. */
export function formEdit(
  candidate: Pick<Candidate, 'files' | 'packs'>,
  { file, content }: { readonly file: string; readonly content: Readonly<Record<string, unknown>> },
): ReturnType<typeof fileEdit> {
  return fileEdit(candidate, { file, text: writeForm(file, candidate.files.get(file), content) })
}

/** What changes in files, with what was there before. */
export function changesOf(files: ReadonlyMap<string, string>, edits: FileEdits): FileChanges {
  return Object.fromEntries(
    [...edits]
      .map(([file, after]) => [file, { before: files.get(file) ?? null, after }] as const)
      .filter(([, { before, after }]) => before !== after),
  )
}

export function possible<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof EditImpossible)
      throw EditRefused({ zh: error.zh, en: error.message }, { cause: error })
    throw error
  }
}

/** One kind of line end, one at the end, and no signs that cannot be stored. */
function wellFormed(text: string): string {
  return `${text.toWellFormed().replaceAll('\0', '').replaceAll(/\r\n?/g, '\n').trimEnd()}\n`
}

function plain(id: string): Sentences {
  return { zh: id, en: id }
}
