import { violatedConstraint, type Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { OfficeChanged, OfficeCodeTaken } from './office.problems.ts'

export interface Office {
  readonly id: string
  readonly regionCode: string
  /** nine digits: the code of its territory and its own three; leads the numbers of its cases */
  readonly code: string
  readonly name: string
  readonly level: 'city' | 'county' | 'township' | 'village'
  /** county code, or the city's own */
  readonly territory: string
  readonly parentId: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly opens: string | null
  readonly closes: string | null
  readonly dutyStaffId: string | null
  readonly active: boolean
  readonly version: number
}

const columns = `office_id as id, region_code as "regionCode", code, name, level, territory, parent_id as "parentId",
  phone, address, opens, closes, duty_staff_id as "dutyStaffId", active, version`

const all = statement<Office>(
  'organisations.all-offices',
  `select ${columns} from organisations.office order by region_code, code limit 20000`,
)
const add = statement(
  'organisations.add-office',
  `insert into organisations.office (office_id, region_code, code, name, level, territory, parent_id, phone, address,
     opens, closes, duty_staff_id, active, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
)
const change = statement(
  'organisations.change-office',
  `update organisations.office
   set code = $3, name = $4, level = $5, territory = $6, parent_id = $7, phone = $8, address = $9, opens = $10,
       closes = $11, duty_staff_id = $12, active = $13, version = version + 1
   where office_id = $1 and version = $2`,
)
const forApplication = statement<Office>(
  'organisations.office-for-application',
  `select ${columns} from organisations.office
   where region_code = $1 and active and (level = 'city' or (level = 'county' and territory = $2))
   order by (level = 'city'), code limit 1`,
)

/** Every office of every region, open or closed; a small table. */
export function readOffices(db: Db): Promise<Office[]> {
  return db.many(all, [])
}

export async function insertOffice(db: Db, office: Office): Promise<void> {
  const values = [office.id, office.regionCode, ...changeable(office), office.version]
  await db.run(add, values).catch(asProblem)
}

/** Stores an office that has `office.version` now; throws `OfficeChanged` when somebody else was faster. */
export async function updateOffice(db: Db, office: Office): Promise<void> {
  const changed = await db.run(change, [office.id, office.version, ...changeable(office)]).catch(asProblem)
  if (changed !== 1) throw OfficeChanged()
}

export function selectOfficeForApplication(db: Db, regionCode: string, territory: string | undefined) {
  return db.maybe(forApplication, [regionCode, territory ?? null])
}

function changeable(office: Office): unknown[] {
  const { code, name, level, territory, parentId, phone, address, opens, closes, dutyStaffId, active } =
    office
  return [code, name, level, territory, parentId, phone, address, opens, closes, dutyStaffId, active]
}

function asProblem(error: unknown): never {
  if (violatedConstraint(error) === 'office_code_once') throw OfficeCodeTaken(undefined, { cause: error })
  throw error
}
