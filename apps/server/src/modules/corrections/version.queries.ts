import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { StandingWithAccounts } from './accounts.ts'
import { keyOf, type Subject } from './subject.ts'

/** A decision as a correction left it. */
export interface VersionRow {
  readonly subjectKind: Subject['kind']
  readonly subjectId: string
  readonly seq: number
  readonly correctionId: string
  readonly standing: StandingWithAccounts
}

const COLUMNS = `v.subject_kind as "subjectKind", v.subject_id as "subjectId", v.seq,
  v.correction_id as "correctionId", v.standing`
const ofSubjects = statement<VersionRow>(
  'corrections.versions-of-subjects',
  `select ${COLUMNS} from unnest($2::text[], $3::text[]) as asked (kind, id)
   join corrections.version v on v.region_code = $1 and v.subject_kind = asked.kind and v.subject_id = asked.id
   order by v.subject_kind, v.subject_id, v.seq limit 20000`,
)
const add = statement(
  'corrections.add-versions',
  `insert into corrections.version
     (region_code, subject_kind, subject_id, seq, correction_id, line, standing, trace, trace_hash, at)
   select $1, kind, id, 1 + coalesce((select max(v.seq) from corrections.version v
       where v.region_code = $1 and v.subject_kind = kind and v.subject_id = id), 0), $2, line, standing, trace, hash, $3
   from unnest($4::text[], $5::text[], $6::int[], $7::jsonb[], $8::text[], $9::text[])
     as sent (kind, id, line, standing, trace, hash)`,
)
const correctionsOf = statement<{ correctionId: string }>(
  'corrections.corrections-of-subject',
  `select correction_id as "correctionId" from corrections.version
   where region_code = $1 and subject_kind = $2 and subject_id = $3 order by seq limit 100`,
)

/** The versions of decisions, oldest first, by `keyOf` of the decision; one without a correction is not there. */
export async function versionsOf(
  db: Db,
  regionCode: string,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, readonly VersionRow[]>> {
  const found = new Map<string, VersionRow[]>()
  if (subjects.length === 0) return found
  const kinds = subjects.map(({ kind }) => kind)
  const ids = subjects.map(({ id }) => id)
  for (const row of await db.many(ofSubjects, [regionCode, kinds, ids])) {
    const key = keyOf({ kind: row.subjectKind, id: row.subjectId })
    found.set(key, [...(found.get(key) ?? []), row])
  }
  return found
}

/** Stores decisions as they stand from now on, each under the next number of its own. */
export async function insertVersions(
  db: Db,
  regionCode: string,
  { correctionId, at }: { readonly correctionId: string; readonly at: Date },
  versions: readonly {
    readonly subject: Subject
    readonly standing: StandingWithAccounts
    readonly trace: string | null
    readonly traceHash: string | null
  }[],
): Promise<void> {
  await db.run(add, [
    regionCode,
    correctionId,
    at,
    versions.map(({ subject }) => subject.kind),
    versions.map(({ subject }) => subject.id),
    versions.map((_, line) => line + 1),
    versions.map(({ standing }) => JSON.stringify(standing)),
    versions.map(({ trace }) => trace),
    versions.map(({ traceHash }) => traceHash),
  ])
}

/** The corrections that changed a decision, oldest first. */
export async function correctionsOfSubject(
  db: Db,
  regionCode: string,
  { kind, id }: Subject,
): Promise<string[]> {
  const rows = await db.many(correctionsOf, [regionCode, kind, id])
  return rows.map(({ correctionId }) => correctionId)
}
