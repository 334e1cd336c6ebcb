import { parsePlainDate, ratio, yuan } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import { z } from 'zod'

/** A day that exists. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'day', abort: true })
  .refine((text) => parsePlainDate(text) !== undefined, { error: 'no-such-day', abort: true })
  .transform((text) => text as PlainDate)
  .meta({ description: 'A calendar day, YYYY-MM-DD', format: 'date' })

export const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, { error: 'id' })
  .meta({ description: 'A stable name: small letters, digits, dots, hyphens' })

/** What people read, in Chinese first; English where somebody has written it. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** Where in which document a fact stands. `…` in a quote joins parts that must occur in this order. */
export const SourceRef = z
  .strictObject({
    document: z
      .string()
      .regex(/^(?:[a-z0-9-]+:)?[a-z0-9.-]+$/, { error: 'document-ref' })
      .meta({ description: 'id of a document of this pack or one it extends; or pack-id:document-id' }),
    clause: z.string().min(1).meta({ description: 'The clause, as people cite it: 一（一）' }),
    quote: z.string().min(2).meta({
      description: 'Words that occur in the document; … joins parts in order; white space does not count',
    }),
  })
  .meta({ description: 'Document, clause and quoted words on which this rests' })

/** How sure we are of a fact that has no document behind it. It is shown as 来源待核 wherever the fact is. */
export const Trust = z.enum(['found', 'recalled-high', 'recalled-medium', 'recalled-low']).meta({
  description:
    'For a fact without a document: found = seen in working systems or open data, recalled-* = general knowledge',
})

export const validity = {
  from: Day.meta({ description: 'First day in force; the value holds until the next `from`' }),
  until: Day.optional().meta({ description: 'Last day in force, when no other value follows' }),
  fromBasis: z.string().min(1).optional().meta({
    description: 'Why this `from`, when the document does not state the day itself; shown beside the value',
  }),
}

/** Fields of a fact that may rest on a document or be marked as unconfirmed. */
export const evidence = {
  source: SourceRef.optional(),
  trust: Trust.optional(),
  note: z.string().min(1).optional(),
}

/** Says so when a fact has neither a source nor a trust mark, or both. */
export function oneEvidence(fact: { source?: unknown; trust?: unknown }, context: z.RefinementCtx): void {
  if ((fact.source === undefined) === (fact.trust === undefined))
    context.addIssue({
      code: 'custom',
      message: fact.source === undefined ? 'no-evidence' : 'two-evidences',
    })
}

export const CARE_PLACES = ['local', 'out-filed', 'out-referred', 'out-unreferred'] as const
export const LEVELS = ['primary', 'secondary', 'tertiary'] as const
export const PERSON_CLASSES = [
  'active',
  'retired',
  'resident-adult',
  'resident-minor',
  'resident-senior',
] as const

/** Groups of people a measure may be for: by insurance, by class, or those whose employer is a public institution. */
export const GROUPS = [
  'employee',
  'resident',
  ...PERSON_CLASSES,
  'public-institution',
  'epidemic',
  'disabled',
  'chronic',
  'hardship',
  'aged-60',
] as const

export const Amount = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^\d{1,13}(?:\.\d{1,2})?$/.test(text), { error: 'amount', abort: true })
  .transform(yuan)
  .meta({ description: 'Yuan, at most two decimals' })

export const Share = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/.test(text), { error: 'share', abort: true })
  .transform(ratio)
  .meta({ description: 'A ratio between 0 and 1' })
