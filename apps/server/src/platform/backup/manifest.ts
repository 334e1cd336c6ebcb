import { z } from 'zod'

/** What an archive holds; its last entry, because it has the checksums of all others. */
export const Manifest = z.strictObject({
  format: z.literal('yichuang-backup-1'),
  madeAt: z.iso.datetime(),
  mode: z.enum(['demo', 'production']),
  /** names and checksums of the schema changes the rows fit to */
  migrations: z.record(z.string(), z.string()),
  /** proves that a restore has the right keys, without telling them */
  keyCheck: z.string(),
  tables: z.array(
    z.strictObject({ table: z.string(), entry: z.string(), rows: z.number(), sha256: z.string() }),
  ),
  files: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  /** SHA-256 of the demo keys, when the archive holds them */
  demoKeys: z.string().optional(),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = 'manifest.json'
export const DEMO_KEYS = 'keys/demo.json'
/** Keys of this and what is skipped: the schema's own history is compared, not restored. */
export const NOT_ROWS = new Set(['platform.migration'])

export const entryOfTable = (table: string) => `tables/${table.replaceAll('"', '')}.ndjson.gz`
export const entryOfFile = (sha256: string) => `files/${sha256}`
