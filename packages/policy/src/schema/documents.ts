import { z } from 'zod'
import { Day, Id, Text } from './common.ts'

/** `pack.yaml`: who the pack is of and what it builds on. */
export const PackFile = z
  .strictObject({
    id: Id,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, { error: 'version' }),
    title: Text,
    regionCode: z
      .string()
      .regex(/^\d{6}$/, { error: 'region' })
      .meta({ description: 'GB/T 2260 code; 000000 for the country' }),
    agency: Text.meta({
      description: 'Who is responsible for this place’s rules and can load a missing one',
    }),
    extends: Id.optional().meta({ description: 'The pack this one builds on' }),
    borrowedOnly: z.boolean().optional().meta({
      description: 'A set of published parameters kept for testing and borrowing, not a place that is served',
    }),
    itemGroups: z
      .array(z.strictObject({ id: Id, title: Text }))
      .optional()
      .meta({ description: 'The main items (主项) under which items are listed, in order' }),
    note: z.string().optional(),
  })
  .meta({ title: 'Policy pack' })

/** `documents/<id>.yaml`; its text lies beside it in `<id>.txt`. */
export const DocumentFile = z
  .strictObject({
    id: Id,
    kind: z.enum(['full', 'excerpt', 'reference']).meta({
      description:
        'full = whole text; excerpt = only the statements taken over, from a copy; reference = known by number, no text here',
    }),
    number: z
      .string()
      .min(1)
      .nullable()
      .meta({ description: 'Document number (文号), or null when unknown' }),
    title: z.string().min(1),
    issuer: z.string().min(1),
    published: Day.nullable().meta({ description: 'Day it became known; null when the text does not say' }),
    inForce: Day.nullable(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'sha256' })
      .optional()
      .meta({ description: 'Of the .txt file beside this one; not for kind: reference' }),
    provenance: z.string().min(1).optional().meta({ description: 'Where the text or number was taken from' }),
    note: z.string().min(1).optional(),
  })
  .meta({ title: 'Document' })

/** `calendars/<year>.yaml`: the State Council's holiday notice in each version that was published. */
export const CalendarFile = z
  .strictObject({
    year: z.int().min(1990).max(2199),
    versions: z
      .array(
        z.strictObject({
          published: Day,
          document: z.string().min(1),
          publishedTrust: z.enum(['found', 'recalled-high']).optional(),
          note: z.string().min(1).optional(),
          off: z.array(z.strictObject({ from: Day, to: Day, name: z.string().min(1) })).min(1),
          work: z.array(Day).meta({ description: 'Saturdays and Sundays that are working days (调休)' }),
        }),
      )
      .min(1),
  })
  .meta({ title: 'Working-day calendar' })

/** `directory/<id>.yaml`: telephone numbers people may call. */
export const DirectoryFile = z
  .strictObject({
    id: Id,
    title: Text,
    from: Day,
    entries: z.array(
      z.strictObject({
        centre: Text,
        regionCode: z.string().regex(/^\d{6}$/, { error: 'region' }),
        phone: z.string().regex(/^\d{5,12}$/, { error: 'phone' }),
        topic: z.enum(['claims', 'enrolment']).optional(),
        source: z.strictObject({ document: z.string(), clause: z.string(), quote: z.string().min(2) }),
      }),
    ),
    areaCode: z.strictObject({ digits: z.string(), trust: z.enum(['recalled-high']) }).optional(),
  })
  .meta({ title: 'Telephone directory' })
