import { PACKS_FOLDER } from '../packs/index.ts'
import { SYSTEM } from '../modules/audit/index.ts'
import { openPacks } from '../modules/catalogue/index.ts'
import { changeStaff, createStaff, findStaffByLogin, forgetOffices } from '../modules/organisations/index.ts'
import { foundCity, listOffices, type Administrator } from '../modules/organisations/index.ts'
import { inTransaction, type Db } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { writeSetting } from '../platform/setting.queries.ts'
import { CommandFailed, printJson, readArgs, required } from './command.ts'
import { cityOption, onPlatform } from './load/platform.ts'

export const help = `Opens a city on a new platform: its office and the first administrator, who adds everybody else on the staff desk.

Usage: yichuang found --region CITY --office-code CODE --name NAME --admin-login LOGIN --admin-name NAME
                      [--phone NUMBER] [--data DIR] [--production]

  --region       code of the city; there must be a policy pack for it
  --office-code  nine digits, the first four those of the city
  --name         name of the city's office
  --admin-login  what the identity provider says of the administrator in the login claim (YICHUANG_OIDC_LOGIN_CLAIM)
  --admin-name   name of the administrator
  --phone        number people may call
  --data         data directory, ./data unless told otherwise; with DATABASE_URL that database
  --production   the platform runs with --production

Works beside a running platform. A city that has an office is left as it is, with exit code 1.
Prints {"office": {"id", "code", "name"}, "administrator": {"id", "login", "name"}}.

Example: yichuang found --region 330600 --office-code 330600001 --name 绍兴市医疗保障服务中心 \\
           --admin-login zhang.san --admin-name 张三 --production
`

export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs(args, {
    region: { type: 'string' },
    'office-code': { type: 'string' },
    name: { type: 'string' },
    'admin-login': { type: 'string' },
    'admin-name': { type: 'string' },
    phone: { type: 'string' },
    data: { type: 'string' },
    production: { type: 'boolean' },
  })
  const asked = {
    regionCode: cityOption(values.region),
    officeCode: required(values['office-code'], 'office-code', '330600001').trim(),
    name: required(values.name, 'name', '绍兴市医疗保障服务中心').trim(),
    login: required(values['admin-login'], 'admin-login', 'zhang.san').trim(),
    adminName: required(values['admin-name'], 'admin-name', '张三').trim(),
    phone: values.phone?.trim() || null,
  }
  return onPlatform(values, async (deps) => printJson(await found(deps, asked)))
}

export interface Founding {
  readonly regionCode: string
  readonly officeCode: string
  readonly name: string
  readonly login: string
  readonly adminName: string
  readonly phone: string | null
}

/** Opens the city's office and makes its first administrator, in one transaction. Throws `CommandFailed` or a `Problem`. */
export async function found({ database, clock }: Pick<Deps, 'database' | 'clock'>, asked: Founding) {
  const { regionCode } = asked
  await mustHavePack(database.db, regionCode, clock.now())
  const founded = await inTransaction(database.forRegion(regionCode), async (db) => {
    // Whoever writes this row second waits for the first to be done, and then finds the city open.
    await writeSetting(db, `founding:${regionCode}`, asked.officeCode)
    await mustBeNew(db, regionCode)
    return openCity(db, asked, clock.now())
  })
  forgetOffices()
  return founded
}

async function openCity(db: Db, asked: Founding, at: Date) {
  const { regionCode, officeCode, name, login, adminName, phone } = asked
  const office = await foundCity(
    db,
    { regionCode, code: officeCode, name, level: 'city', territory: regionCode, parentId: null, phone },
    at,
  )
  const by: Administrator = { actor: SYSTEM, at, offices: [office.id] }
  // Somebody may administer several cities with one login.
  const member =
    (await findStaffByLogin(db, login)) ?? (await createStaff(db, { login, name: adminName }, by))
  if (member.name !== adminName || !member.active)
    throw new CommandFailed(1, {
      code: 'login-taken',
      zh: `登录名 ${login} 已登记给另一位或已停用的工作人员。请核对 --admin-login 和 --admin-name。`,
      en: `The login ${login} belongs to somebody of another name, or was switched off. Check --admin-login and --admin-name.`,
    })
  const { userId, version } = member
  const roles = [...member.roles, { role: 'administrator' as const, officeId: office.id }]
  await changeStaff(db, userId, { name: adminName, active: true, roles, version }, by)
  return {
    office: { id: office.id, code: office.code, name: office.name },
    administrator: { id: userId, login, name: adminName },
  }
}

async function mustBeNew(db: Db, regionCode: string): Promise<void> {
  const [office] = await listOffices(db, regionCode)
  if (!office) return
  throw new CommandFailed(1, {
    code: 'city-founded',
    zh: `城市 ${regionCode} 已经开通，机构为“${office.name}”（${office.code}）。请由其管理员在经办端维护机构和人员。`,
    en: `The city ${regionCode} is open already, with the office “${office.name}” (${office.code}). Its administrator keeps offices and staff on the staff desk.`,
  })
}

async function mustHavePack(db: Db, regionCode: string, now: Date): Promise<void> {
  const served = (await openPacks(db, PACKS_FOLDER, now)).served()
  if (served.some((pack) => pack.regionCode === regionCode)) return
  const cities = served.map((pack) => pack.regionCode).join(', ')
  throw new CommandFailed(1, {
    code: 'pack-missing',
    zh: `没有城市 ${regionCode} 的政策包，开通后也无法受理。现有：${cities}。请先在 policy-packs 中编写，并用 yichuang packs 检查。`,
    en: `There is no policy pack for ${regionCode}, so nothing could be served there. Packs: ${cities}. Write one in policy-packs first and check it with yichuang packs.`,
  })
}
