import type { Mandate } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

export interface MandateRow extends Mandate {
  readonly regionCode: string
}

const columns = `region_code as "regionCode", mandate_id as "mandateId",
  jsonb_build_object('personId', principal_id, 'name', principal_name) as principal,
  jsonb_build_object('personId', agent_id, 'name', agent_name) as agent,
  relation, valid_from as "from", valid_to as "to", recorded_by as "recordedBy", revoked_on as "revokedOn"`

const add = statement(
  'insured.add-mandate',
  `insert into insured.mandate (region_code, mandate_id, principal_id, principal_name, agent_id, agent_name, relation,
     valid_from, valid_to, recorded_by, recorded_by_id, proof)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)
const revoke = statement(
  'insured.revoke-mandate',
  `update insured.mandate set revoked_on = $3
   where region_code = $1 and mandate_id = $2 and revoked_on is null`,
)
const byId = statement<MandateRow>(
  'insured.mandate-by-id',
  `select ${columns} from insured.mandate where region_code = any ($1) and mandate_id = $2 order by region_code limit 100`,
)
const byPrincipal = statement<MandateRow>(
  'insured.mandates-by-principal',
  `select ${columns} from insured.mandate
   where region_code = any ($1) and principal_id = $2 order by valid_from desc, mandate_id limit 200`,
)
const byAgent = statement<MandateRow>(
  'insured.mandates-by-agent',
  `select ${columns} from insured.mandate
   where region_code = any ($1) and agent_id = $2 order by valid_from desc, mandate_id limit 200`,
)
const inForce = `valid_from <= $3 and (valid_to is null or valid_to >= $3) and (revoked_on is null or revoked_on > $3)`
const mayAct = statement<{ may: boolean }>(
  'insured.may-act-for',
  `select exists (select from insured.mandate
                  where region_code = $1 and agent_id = $2 and principal_id = $4 and ${inForce}) as may`,
)
const principals = statement<{ personId: string; regionCode: string }>(
  'insured.principals-of',
  `select principal_id as "personId", region_code as "regionCode" from insured.mandate
   where region_code = any ($1) and agent_id = $2 and ${inForce} order by region_code, principal_id limit 200`,
)

export async function insertMandate(
  db: Db,
  row: MandateRow & { readonly recordedById: string; readonly proof: string | null },
): Promise<void> {
  await db.run(add, [
    row.regionCode,
    row.mandateId,
    row.principal.personId,
    row.principal.name,
    row.agent.personId,
    row.agent.name,
    row.relation,
    row.from,
    row.to,
    row.recordedBy,
    row.recordedById,
    row.proof,
  ])
}

export async function endMandate(
  db: Db,
  regionCode: string,
  mandateId: string,
  on: PlainDate,
): Promise<void> {
  await db.run(revoke, [regionCode, mandateId, on])
}

/** A mandate in every place it was recorded in. */
export function selectMandate(db: Db, regionCodes: readonly string[], mandateId: string) {
  return db.many(byId, [regionCodes, mandateId])
}

export function selectMandatesBy(
  db: Db,
  regionCodes: readonly string[],
  who: 'principal' | 'agent',
  id: string,
) {
  return db.many(who === 'principal' ? byPrincipal : byAgent, [regionCodes, id])
}

export async function selectMayAct(
  db: Db,
  regionCode: string,
  agentId: string,
  principalId: string,
  day: PlainDate,
) {
  return (await db.one(mayAct, [regionCode, agentId, day, principalId])).may
}

export function selectPrincipals(db: Db, regionCodes: readonly string[], agentId: string, day: PlainDate) {
  return db.many(principals, [regionCodes, agentId, day])
}
