import { createContext, useContext, type ComponentType } from 'react'
import type { Reply } from '../../../parts/queries.ts'
import type { Lang } from './field-words.ts'
import type { Path, Schema } from './schema.ts'

type File = Reply<'listDraftFiles'>['items'][number]

/** What every field of a form needs: where its value goes, what is wrong with it, and what can be cited. */
export interface RuleFormContext {
  /** fills in any one value; here, because fields hold fields */
  readonly Field: ComponentType<{ schema: Schema; value: unknown; path: Path; name: string }>
  readonly kind: string
  readonly language: Lang
  readonly set: (path: Path, value: unknown) => void
  /** sentences about exactly this field */
  readonly faultsAt: (path: Path) => readonly string[]
  /** whether anything below is at fault */
  readonly faultsBelow: (path: Path) => boolean
  readonly documents: Reply<'getDraft'>['documents']
  /** rules that others can name, by kind of file */
  readonly rules: readonly File[]
  /** the basis whose words are being selected in the document beside the form */
  readonly citing: string | undefined
  readonly cite: (path: Path) => void
}

const Context = createContext<RuleFormContext | undefined>(undefined)
export const RuleFormProvider = Context.Provider

export function useRuleForm(): RuleFormContext {
  const form = useContext(Context)
  if (!form) throw new Error('A field stands outside a form')
  return form
}

/** A document as a basis names it: `id`, or `pack:id`. */
export function documentNamed<D extends { readonly packId: string; readonly id: string }>(
  documents: readonly D[],
  reference: string,
): D | undefined {
  return documents.find(({ packId, id }) => reference === `${packId}:${id}` || reference === id)
}
