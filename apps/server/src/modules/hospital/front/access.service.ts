import { randomBytes } from 'node:crypto'
import type { FieldCipher } from '../../../platform/crypto.ts'
import type { Db } from '../../../platform/db.ts'
import { isSm2PublicKey, newSm2Keys } from '../../../platform/sm2.ts'
import { newId } from '../../../platform/uuid.ts'
import { record, type Actor } from '../../audit/index.ts'
import { findHospital } from '../../organisations/index.ts'
import { readSecrets, sealSecrets } from './access-book.ts'
import {
  AccessEnded,
  AccessKeyTaken,
  AccessNotFound,
  AccessNotRight,
  InstitutionUnknown,
} from './access.problems.ts'
import {
  accessOfCaller,
  accessOfRegion,
  endAccess,
  insertAccess,
  lockAccess,
  type AccessRow,
} from './access.queries.ts'
import { isNetwork } from './addresses.ts'
import type { Keys, ProfileName } from './profiles/index.ts'
import { sha256Hex } from './profiles/crypto.ts'

export interface By {
  readonly actor: Actor
  /** when it is written in the trail that it happened: in a demonstration, on its day */
  readonly at: Date
  /** the real time, from and until which secrets are valid: institutions sign by their own clocks */
  readonly wall: Date
  readonly cipher: FieldCipher
}

/** What an institution needs to connect. `secret` and `accessKey` may be those it uses with another centre already. */
export interface NewAccess {
  readonly institutionCode: string
  readonly profile: ProfileName
  readonly accessKey?: string | undefined
  readonly secret?: string | undefined
  readonly publicKey?: string | undefined
  readonly addresses?: readonly string[] | undefined
  readonly infcode?: 'number' | 'text' | undefined
  readonly successWord?: AccessRow['successWord'] | undefined
}

/** One set of secrets as it is shown: without them. */
export interface AccessInfo {
  readonly accessId: string
  readonly institutionCode: string
  readonly profile: ProfileName
  readonly accessKey: string
  readonly addresses: readonly string[]
  readonly publicKey: string | null
  /** the key that signs our replies, where this profile has one */
  readonly centrePublicKey: string | null
  readonly infcode: 'number' | 'text'
  readonly successWord: AccessRow['successWord']
  readonly validFrom: Date
  readonly validUntil: Date | null
  readonly madeBy: string
}

/** The same with the secret, which is shown once, when it is made. */
export interface Issued extends AccessInfo {
  readonly secret: string
}

/** Signs with SM2, so the centre must know the institution's key. */
const WITH_KEY: ReadonlySet<ProfileName> = new Set(['oauth-sm', 'sm2-sm4', 'mobile'])
/** Found by the code of the institution, whatever the caller calls itself. */
const BY_CODE: ReadonlySet<ProfileName> = new Set(['card-token', 'plain', 'sm2-sm4', 'x-ca'])
const SECRET = /^[\x21-\x7e]{16,200}$/

/** Every set of secrets of the city's institutions, without them. */
export async function listAccess(
  db: Db,
  cipher: FieldCipher,
  institutionCode?: string,
): Promise<AccessInfo[]> {
  return (await accessOfRegion(db, institutionCode)).map((row) => infoOf(row, readSecrets(row, cipher)))
}

/** Lets an institution connect by one more profile. Inside a transaction. */
export async function addAccess(db: Db, asked: NewAccess, by: By): Promise<Issued> {
  const hospital = await findHospital(db, asked.institutionCode)
  if (!hospital || hospital.regionCode !== db.regionCode)
    throw InstitutionUnknown({ code: asked.institutionCode, regionCode: db.regionCode ?? '' })
  check(asked)
  const secret = asked.secret ?? randomBytes(SECRET_BYTES[asked.profile] ?? 24).toString('hex')
  const accessKey = keyOf(asked, secret)
  const others = await accessOfCaller(db, asked.profile, accessKey)
  if (others.some(({ validUntil }) => validUntil === null || validUntil > by.wall))
    throw AccessKeyTaken({ profile: asked.profile })
  const keys: Keys = {
    secret,
    ...(asked.publicKey !== undefined && { publicKey: asked.publicKey }),
    ...(asked.profile === 'mobile' && { centre: newSm2Keys() }),
  }
  const row: AccessRow = {
    accessId: newId(),
    regionCode: hospital.regionCode,
    institutionCode: asked.institutionCode,
    profile: asked.profile,
    accessKey,
    sealedSecrets: sealSecrets(keys, by.cipher),
    addresses: [...(asked.addresses ?? [])],
    infcode: asked.infcode ?? 'number',
    successWord: asked.successWord ?? null,
    validFrom: by.wall,
    validUntil: null,
    madeBy: by.actor.name,
  }
  await insertAccess(db, row)
  await tell(db, row, 'institution-access-added', by)
  return { ...infoOf(row, keys), secret }
}

/**
 * Gives a caller a new secret; the old one stays valid for some days, so that the institution can change without an hour in
 * which nobody can settle. At most two are valid at once. Inside a transaction.
 */
export async function rotateAccess(
  db: Db,
  accessId: string,
  to: {
    readonly overlapDays: number
    readonly secret?: string | undefined
    readonly publicKey?: string | undefined
  },
  by: By,
): Promise<Issued> {
  const rows = await lockAccess(db, accessId)
  const old = rows.find((row) => row.accessId === accessId)
  if (!old) throw AccessNotFound()
  if (old.validUntil !== null) throw AccessEnded()
  if (to.secret !== undefined && !SECRET.test(to.secret)) throw AccessNotRight(WRONG.secret)
  if (to.publicKey !== undefined && !isSm2PublicKey(to.publicKey)) throw AccessNotRight(WRONG.publicKey)
  const before = readSecrets(old, by.cipher)
  const secret = to.secret ?? randomBytes(SECRET_BYTES[old.profile] ?? 24).toString('hex')
  const keys: Keys = { ...before, secret, publicKey: to.publicKey ?? before.publicKey }
  for (const row of rows)
    if (row.accessId !== accessId && (row.validUntil === null || row.validUntil > by.wall))
      await endAccess(db, row.accessId, by.wall)
  const until = new Date(by.wall.getTime() + to.overlapDays * 86_400_000)
  await endAccess(db, accessId, until)
  const row: AccessRow = {
    ...old,
    accessId: newId(),
    accessKey: old.profile === 'apikey' ? sha256Hex(secret) : old.accessKey,
    sealedSecrets: sealSecrets(keys, by.cipher),
    validFrom: by.wall,
    validUntil: null,
    madeBy: by.actor.name,
  }
  await insertAccess(db, row)
  await tell(db, row, 'institution-access-rotated', by, { oldValidUntil: until.toISOString() })
  return { ...infoOf(row, keys), secret }
}

/** Ends a set of secrets now. Inside a transaction. */
export async function stopAccess(db: Db, accessId: string, by: By): Promise<AccessInfo> {
  const rows = await lockAccess(db, accessId)
  const row = rows.find((each) => each.accessId === accessId)
  if (!row) throw AccessNotFound()
  if (row.validUntil !== null && row.validUntil <= by.wall) throw AccessEnded()
  await endAccess(db, accessId, by.wall)
  await tell(db, row, 'institution-access-ended', by)
  return infoOf({ ...row, validUntil: by.wall }, readSecrets(row, by.cipher))
}

/** A card token is copied by hand, and an SM4 key has 16 characters. */
const SECRET_BYTES: Partial<Record<ProfileName, number>> = { 'sm2-sm4': 8 }

const WRONG = {
  secret: {
    zh: '密钥应为 16 至 200 个可见的英文字符',
    en: 'A secret is 16 to 200 visible ASCII characters',
  },
  publicKey: {
    zh: '该接入方式需要机构的 SM2 公钥：04 开头的 130 位十六进制数，且为推荐曲线上的点',
    en: 'This profile needs the institution’s SM2 public key: 130 hexadecimal digits beginning with 04, a point of the curve',
  },
  addresses: {
    zh: '地址应为 IP 地址或网段，如 10.1.2.3、10.1.0.0/16；不签名的接入方式必须指定',
    en: 'Addresses are IP addresses or networks, such as 10.1.2.3 or 10.1.0.0/16; a profile without signature must name them',
  },
  accessKey: {
    zh: '接入标识应为 1 至 100 个可见的英文字符；oauth-sm 与 mobile 的至少 16 个，因为它就是 SM4 密钥',
    en: 'An access key is 1 to 100 visible ASCII characters; of oauth-sm and mobile at least 16, because it is the SM4 key',
  },
} as const

function check({ profile, accessKey, secret, publicKey, addresses = [] }: NewAccess): void {
  if (secret !== undefined && !SECRET.test(secret)) throw AccessNotRight(WRONG.secret)
  if (WITH_KEY.has(profile) ? publicKey === undefined || !isSm2PublicKey(publicKey) : publicKey !== undefined)
    throw AccessNotRight(WRONG.publicKey)
  if (!addresses.every(isNetwork) || (profile === 'plain' && addresses.length === 0))
    throw AccessNotRight(WRONG.addresses)
  const least = profile === 'oauth-sm' || profile === 'mobile' ? 16 : 1
  if (accessKey !== undefined && (!/^[\x21-\x7e]{1,100}$/.test(accessKey) || accessKey.length < least))
    throw AccessNotRight(WRONG.accessKey)
}

function keyOf({ profile, accessKey, institutionCode }: NewAccess, secret: string): string {
  if (profile === 'apikey') return sha256Hex(secret)
  if (BY_CODE.has(profile)) return institutionCode
  return (
    accessKey ??
    (profile === 'gateway' || profile === 'x-tif' ? institutionCode : randomBytes(8).toString('hex'))
  )
}

function infoOf(row: AccessRow, keys: Keys): AccessInfo {
  const { sealedSecrets: _secrets, regionCode: _region, ...shown } = row
  return { ...shown, publicKey: keys.publicKey ?? null, centrePublicKey: keys.centre?.publicKey ?? null }
}

async function tell(
  db: Db,
  row: AccessRow,
  act: string,
  { actor, at }: By,
  more: Record<string, string> = {},
) {
  const { regionCode, institutionCode, profile, accessId } = row
  const detail = { institutionCode, profile, accessId, ...more }
  await record(db, { regionCode, stream: `institution:${institutionCode}`, actor, at, act, detail })
}
