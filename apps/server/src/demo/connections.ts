import type { Db } from '../platform/db.ts'
import { addAccess, DEMO_SECRET, type NewAccess, type ProfileName } from '../modules/hospital/index.ts'
import { SYSTEM } from '../modules/audit/index.ts'
import { saveHospital, type Hospital } from '../modules/organisations/index.ts'
import type { FieldCipher } from '../platform/crypto.ts'
import type { DemoCity } from './cities.ts'

/** How a hospital or pharmacy of the demonstration signs. Everybody may know it: docs/hospitals.md prints it. */
export interface DemoConnection {
  readonly regionCode: string
  readonly institutionCode: string
  readonly institutionName: string
  readonly profile: ProfileName
  readonly accessKey: string
  readonly secret: string
  /** the institution's own SM2 key, where its messages carry such a signature */
  readonly own?: typeof DEMO_KEY
  readonly addresses: readonly string[]
}

/** One SM2 key for every institution of the demonstration; production takes no secret of this file. */
export const DEMO_KEY = {
  privateKey: '73a870930eecf0a22e4a0fa5973f45550976790c9d8c15ccefbf855629d9e461',
  publicKey:
    '0462d6012a42def3c83cacadfe8fe1b3d8c67a5961abd7b07a45a4afcf1b8ab8b59ff5a9c16ef18eb92a78057e3e3fab3cd7dc37a3842d5478e4f38e30961e930c',
} as const

const HERE = ['127.0.0.1', '::1']

/** By number of the institution in its city: the people's hospital signs in all ways that name it, the others in one. */
const HOSPITALS: readonly (readonly [number: number, name: string, profiles: readonly ProfileName[]])[] = [
  [1, '演示人民医院', ['x-ca', 'gateway', 'x-tif', 'apikey', 'oauth-sm', 'sm2-sm4', 'mobile']],
  [2, '演示中医院', ['card-token']],
]
const UNSIGNED = [3, '演示妇幼保健院'] as const
const PHARMACY = '演示大药房'

/** Every connection of a city of the demonstration. */
export function connectionsOf({ regionCode, name, counties }: DemoCity): DemoConnection[] {
  const [first, second] = [counties[0]!.code, counties[1]!.code]
  const code = (letter: string, county: string, number: number) =>
    `${letter}${county}${String(number).padStart(5, '0')}`
  const connect = (institutionCode: string, title: string, profile: ProfileName): DemoConnection => ({
    regionCode,
    institutionCode,
    institutionName: `${name.zh}${title}`,
    profile,
    accessKey: keyOf(profile, institutionCode),
    secret: `${DEMO_SECRET}${profile}-${institutionCode}`,
    ...(SIGNS_WITH_SM2.has(profile) && { own: DEMO_KEY }),
    addresses: profile === 'plain' ? HERE : [],
  })
  return [
    ...HOSPITALS.flatMap(([number, title, profiles]) =>
      profiles.map((profile) => connect(code('H', first, number), title, profile)),
    ),
    connect(code('H', second, UNSIGNED[0]), UNSIGNED[1], 'plain'),
    connect(code('P', first, 1), PHARMACY, 'x-ca'),
  ]
}

const SIGNS_WITH_SM2: ReadonlySet<ProfileName> = new Set(['oauth-sm', 'sm2-sm4', 'mobile'])

function keyOf(profile: ProfileName, institutionCode: string): string {
  const names: Partial<Record<ProfileName, string>> = {
    gateway: 'AK',
    'x-tif': 'PAAS',
    'oauth-sm': 'CLIENT',
    mobile: 'APP',
  }
  return names[profile] === undefined ? institutionCode : `${names[profile]}-${institutionCode}`
}

/** Puts the city's pharmacy on the list, and lets every institution of the demonstration connect. One transaction. */
export async function seedConnections(db: Db, cipher: FieldCipher, city: DemoCity, at: Date): Promise<void> {
  for (const connection of connectionsOf(city)) {
    const { institutionCode, institutionName, profile, accessKey, secret, own, addresses } = connection
    if (institutionCode.startsWith('P'))
      await saveHospital(db, pharmacy(city, institutionCode, institutionName))
    const asked: NewAccess = {
      institutionCode,
      profile,
      secret,
      addresses,
      publicKey: own?.publicKey,
      accessKey,
    }
    await addAccess(db, asked, { actor: SYSTEM, at, wall: at, cipher })
  }
}

function pharmacy({ regionCode, counties }: DemoCity, hospitalCode: string, name: string): Hospital {
  return { hospitalCode, regionCode, territory: counties[0]!.code, name, level: 'primary' }
}
