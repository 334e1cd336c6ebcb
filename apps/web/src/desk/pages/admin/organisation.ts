import type { Reply } from '../../parts/queries.ts'

export type Office = Reply<'listOffices'>['items'][number]
export type Member = Reply<'listStaff'>['items'][number]
/** What the form of an office is open for: a new one below another, or a change. */
export type Editing = { parent: Office | null } | { office: Office }
