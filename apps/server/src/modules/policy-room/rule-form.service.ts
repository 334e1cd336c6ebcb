import type { checkRuleForm, getRuleForm } from '@yichuang/contracts'
import { NEW_KINDS, newRuleForm, ruleForm, type FileKind } from '@yichuang/policy'
import type { z } from 'zod'
import type { Language } from '../../platform/problem.ts'
import type { Packs } from '../catalogue/index.ts'
import { checkChanges } from './draft-file.service.ts'
import type { OpenDraft } from './draft.service.ts'
import { formEdit, possible } from './edits.ts'
import { titleOfFile } from './file-titles.ts'
import { FileUnknown } from './policy-room.problems.ts'

/** A rule of a place as a form, or a new one. Throws `file-unknown`, `draft-edit-refused`. */
export function formOf(
  { candidate }: OpenDraft,
  { packId, file, kind, id }: z.output<(typeof getRuleForm)['query'] & z.ZodType>,
  language: Language,
): z.output<(typeof getRuleForm)['reply'] & z.ZodType> {
  const { files, packs } = candidate
  const form = possible(() => {
    if (file !== undefined) return ruleForm(files, packs, { pack: packId, file })
    const wanted = NEW_KINDS.find((known) => known === kind)
    if (!wanted || !isName(wanted, id)) throw FileUnknown()
    return newRuleForm(files, packs, { pack: packId, kind: wanted, id })
  })
  const pack = packs.get(packId)!
  const title = titleOfFile(pack, form.file, files.get(form.file) ?? `id: ${id ?? ''}`)[language]
  return { ...form, title, packTitle: pack.title[language] }
}

/** What is wrong with a form as filled in, and what it would change beside the rest of the draft; stores nothing. */
export function checkForm(
  packs: Packs,
  { candidate }: OpenDraft,
  filled: z.output<(typeof checkRuleForm)['body'] & z.ZodType>,
  language: Language,
): z.output<(typeof checkRuleForm)['reply'] & z.ZodType> {
  return checkChanges(packs, candidate, filled.file, formEdit(candidate, filled).changes, language)
}

/** A name that a file can have: a year for a calendar, an id for all else. */
function isName(kind: FileKind, id: string | undefined): id is string {
  return id !== undefined && (kind === 'calendar' ? /^\d{4}$/ : /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/).test(id)
}
