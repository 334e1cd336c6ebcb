import { readFileSync } from 'node:fs'
import path from 'node:path'
import { plainDate, type PlainDate } from '@yichuang/kernel'
import { z } from 'zod'
import { parseKeyRing, type KeyRing } from './platform/crypto.ts'
import { Refusal } from './platform/refusal.ts'

/** How the platform runs, from the command line and the environment; nothing else reads `process.env`. */
export interface Config {
  /** `demo`: made-up city, day and accounts. `production`: none of them is possible. */
  readonly mode: 'demo' | 'production'
  readonly host: string
  readonly port: number
  /** what people type to get here; no slash at the end */
  readonly publicUrl: string
  readonly dataDir: string
  /** undefined: the embedded PostgreSQL in the data directory */
  readonly databaseUrl?: string
  /** for a second database user that may not change the schema */
  readonly appDatabaseUrl?: string
  readonly poolSize: number
  /** undefined in a demo: made once and kept in the data directory */
  readonly fieldKeys?: KeyRing
  readonly indexKey?: Buffer
  /** undefined in a demo: the embedded issuer with the demo accounts */
  readonly oidc?: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    /** what to ask for beside `openid` */
    readonly scope: string
    /** claim with the verified resident ID number of an insured person */
    readonly idNumberClaim: string
    /** claim with the login of a member of staff */
    readonly loginClaim: string
  }
  readonly s3?: {
    readonly bucketUrl: string
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly region: string
  }
  /** cities whose people are settled here; undefined: every place that has a pack */
  readonly regions?: readonly string[]
  /** the provincial hub for care outside the insured place; undefined: none */
  readonly hub?: { readonly url: string; readonly accessKey: string; readonly secret: string }
  readonly maxUploadBytes: number
  /** where a demonstration begins, until somebody moves the day */
  readonly demoDay: PlainDate
  readonly trustProxy?: string
  readonly metricsToken?: string
  readonly rateLimited: boolean
  readonly logLevel: string
  /** a file, or `-` for standard output */
  readonly logTo: string
}

/** What the command line may say; it wins over the environment. */
export interface ConfigArguments {
  readonly production?: boolean
  readonly port?: string
  readonly data?: string
}

const keyRing = z.string().transform((text, context) => {
  try {
    return parseKeyRing(text)
  } catch {
    context.addIssue({ code: 'custom' })
    return z.NEVER
  }
})

/** Every setting: its form, its default, and what to say when it is wrong. A secret can also come as `<NAME>_FILE`. */
export const settings = {
  YICHUANG_HOST: [
    z.string().min(1).default('127.0.0.1'),
    '应为监听地址，如 127.0.0.1 或 0.0.0.0',
    'must be an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  ],
  YICHUANG_PORT: [
    z.coerce.number().int().min(1).max(65535).default(8080),
    '应为 1 至 65535 的端口号',
    'must be a port between 1 and 65535',
  ],
  YICHUANG_PUBLIC_URL: [
    z.url({ protocol: /^https?$/ }).optional(),
    '应为网址，如 https://yibao.example.cn',
    'must be a URL such as https://yibao.example.cn',
  ],
  YICHUANG_DATA: [z.string().min(1).default('data'), '应为数据目录', 'must be a directory'],
  DATABASE_URL: [
    z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    '应以 postgres:// 开头',
    'must begin with postgres://',
  ],
  APP_DATABASE_URL: [
    z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    '应以 postgres:// 开头',
    'must begin with postgres://',
  ],
  YICHUANG_POOL_SIZE: [
    z.coerce.number().int().min(2).max(200).default(10),
    '应为 2 至 200 的连接数',
    'must be a number of connections between 2 and 200',
  ],
  YICHUANG_FIELD_KEY: [
    keyRing.optional(),
    '应为“编号:64 位十六进制”，多个用逗号隔开，第一个用于加密；可用 openssl rand -hex 32 生成',
    'must be <number>:<64 hexadecimal digits>, several with commas, the first encrypts; openssl rand -hex 32 makes one',
  ],
  YICHUANG_INDEX_KEY: [
    z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/)
      .transform((text) => Buffer.from(text, 'hex'))
      .optional(),
    '应为 64 位十六进制；可用 openssl rand -hex 32 生成',
    'must be 64 hexadecimal digits; openssl rand -hex 32 makes them',
  ],
  YICHUANG_OIDC_ISSUER: [
    z.url().optional(),
    '应为身份认证服务的网址',
    'must be the URL of the identity provider',
  ],
  YICHUANG_OIDC_CLIENT_ID: [z.string().min(1).optional(), '不能为空', 'must not be empty'],
  YICHUANG_OIDC_CLIENT_SECRET: [
    z.string().min(16).optional(),
    '至少 16 个字符',
    'must have at least 16 characters',
  ],
  YICHUANG_OIDC_SCOPE: [z.string().default('profile'), '应为用空格隔开的范围', 'must be scopes with spaces'],
  YICHUANG_OIDC_ID_NUMBER_CLAIM: [z.string().min(1).default('resident_id'), '不能为空', 'must not be empty'],
  YICHUANG_OIDC_LOGIN_CLAIM: [z.string().min(1).default('sub'), '不能为空', 'must not be empty'],
  YICHUANG_S3_BUCKET_URL: [z.url().optional(), '应为存储桶的网址', 'must be the URL of the bucket'],
  YICHUANG_S3_ACCESS_KEY_ID: [z.string().min(1).optional(), '不能为空', 'must not be empty'],
  YICHUANG_S3_SECRET_ACCESS_KEY: [z.string().min(1).optional(), '不能为空', 'must not be empty'],
  YICHUANG_S3_REGION: [z.string().min(1).default('us-east-1'), '不能为空', 'must not be empty'],
  YICHUANG_REGIONS: [
    z
      .string()
      .regex(/^\d{4}00(,\d{4}00)*$/)
      .transform((text) => text.split(','))
      .optional(),
    '应为参保地市级区划代码，多个用逗号隔开，如 330600',
    'must be codes of insured cities, with commas, such as 330600',
  ],
  YICHUANG_HUB_URL: [
    z.url({ protocol: /^https?$/ }).optional(),
    '应为省级异地就医平台的网址',
    'must be the URL of the provincial hub',
  ],
  YICHUANG_HUB_KEY: [
    z
      .string()
      .regex(/^[\x21-\x7e]{1,100}$/)
      .optional(),
    '应为与平台约定的接入标识',
    'must be the name agreed with the hub',
  ],
  YICHUANG_HUB_SECRET: [z.string().min(16).optional(), '至少 16 个字符', 'must have at least 16 characters'],
  YICHUANG_MAX_UPLOAD_MB: [
    z.coerce.number().int().min(1).max(1000).default(20),
    '应为 1 至 1000 的整数',
    'must be a whole number between 1 and 1000',
  ],
  YICHUANG_DEMO_DAY: [
    z.iso.date().default('2020-10-15'),
    '应为日期，如 2020-10-15',
    'must be a day such as 2020-10-15',
  ],
  YICHUANG_TRUST_PROXY: [
    z.string().min(1).optional(),
    '应为反向代理的地址或网段，多个用逗号隔开',
    'must be addresses or networks of reverse proxies, with commas',
  ],
  YICHUANG_METRICS_TOKEN: [
    z.string().min(16).optional(),
    '至少 16 个字符',
    'must have at least 16 characters',
  ],
  YICHUANG_RATE_LIMIT: [z.enum(['on', 'off']).default('on'), '应为 on 或 off', 'must be on or off'],
  YICHUANG_LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    '应为 error、warn、info、debug 之一',
    'must be one of error, warn, info, debug',
  ],
  YICHUANG_LOG: [
    z.string().min(1).optional(),
    '应为文件名，或 - 表示标准输出',
    'must be a file, or - for standard output',
  ],
} as const satisfies Record<string, readonly [z.ZodType, string, string]>

type Settings = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name][0]> }
type Environment = Readonly<Record<string, string | undefined>>

/** Reads the configuration, or throws one `Refusal` with a sentence for each thing that is wrong. */
export function readConfig(args: ConfigArguments, environment: Environment): Config {
  const faults: [zh: string, en: string][] = []
  const read = readSettings(
    {
      ...environment,
      ...(args.port !== undefined && { YICHUANG_PORT: args.port }),
      ...(args.data !== undefined && { YICHUANG_DATA: args.data }),
    },
    faults,
  )
  const mode = args.production ? 'production' : 'demo'
  faults.push(...groupFaults(read), ...(mode === 'production' ? productionFaults(read) : []))
  if (faults.length > 0)
    throw new Refusal(
      ['配置有误，无法启动：', ...faults.map(([zh]) => `  - ${zh}`)].join('\n'),
      ['The configuration is wrong:', ...faults.map(([, en]) => `  - ${en}`)].join('\n'),
    )
  return assemble(mode, read)
}

function readSettings(environment: Environment, faults: [string, string][]): Settings {
  const values: Record<string, unknown> = {}
  for (const [name, [schema, zh, en]] of Object.entries(settings)) {
    const result = schema.safeParse(textOf(name, environment, faults))
    if (result.success) values[name] = result.data
    else faults.push([`${name} ${zh}。`, `${name} ${en}.`])
  }
  return values as Settings
}

function textOf(name: string, environment: Environment, faults: [string, string][]): string | undefined {
  const file = environment[`${name}_FILE`]
  if (!file) return environment[name] || undefined
  if (environment[name]) {
    faults.push([`${name} 与 ${name}_FILE 只能设置一个。`, `Set either ${name} or ${name}_FILE, not both.`])
    return environment[name]
  }
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    faults.push([
      `${name}_FILE 指向的文件 ${file} 无法读取（${code}）。`,
      `${name}_FILE points to ${file}, which cannot be read (${code}).`,
    ])
    return undefined
  }
}

/** Settings that only make sense together. */
function groupFaults(read: Settings): [string, string][] {
  const groups = [
    ['YICHUANG_OIDC_ISSUER', 'YICHUANG_OIDC_CLIENT_ID', 'YICHUANG_OIDC_CLIENT_SECRET'],
    ['YICHUANG_HUB_URL', 'YICHUANG_HUB_KEY', 'YICHUANG_HUB_SECRET'],
    ['YICHUANG_S3_BUCKET_URL', 'YICHUANG_S3_ACCESS_KEY_ID', 'YICHUANG_S3_SECRET_ACCESS_KEY'],
  ] as const
  return groups.flatMap((group): [string, string][] => {
    const missing = group.filter((name) => read[name] === undefined)
    if (missing.length === 0 || missing.length === group.length) return []
    return [[`还需设置 ${missing.join('、')}。`, `Set ${missing.join(' and ')} too.`]]
  })
}

/** What a demonstration makes up and a real agency must bring. */
function productionFaults(read: Settings): [string, string][] {
  const faults: [string, string][] = []
  if (!read.YICHUANG_FIELD_KEY || !read.YICHUANG_INDEX_KEY)
    faults.push([
      '正式运行必须自备密钥：请设置 YICHUANG_FIELD_KEY 和 YICHUANG_INDEX_KEY（或 _FILE），演示用的自动生成密钥不可用。',
      'Production needs keys of its own: set YICHUANG_FIELD_KEY and YICHUANG_INDEX_KEY (or _FILE); generated demo keys are not used.',
    ])
  if (!read.YICHUANG_OIDC_ISSUER)
    faults.push([
      '正式运行必须接入真实的身份认证：请设置 YICHUANG_OIDC_ISSUER、YICHUANG_OIDC_CLIENT_ID、YICHUANG_OIDC_CLIENT_SECRET，演示账户和演示身份服务不可用。',
      'Production needs a real identity provider: set YICHUANG_OIDC_ISSUER, YICHUANG_OIDC_CLIENT_ID and YICHUANG_OIDC_CLIENT_SECRET; demo accounts and the demo provider are not available.',
    ])
  if (read.YICHUANG_OIDC_ISSUER && !safeIssuer(read.YICHUANG_OIDC_ISSUER))
    faults.push([
      'YICHUANG_OIDC_ISSUER 必须以 https 访问：经 http 传来的登录结果可以被中途篡改（仅本机地址除外）。',
      'YICHUANG_OIDC_ISSUER must be reached by https: what comes by http can be forged on the way (unless it stays on this machine).',
    ])
  if (!read.YICHUANG_PUBLIC_URL?.startsWith('https://'))
    faults.push([
      '正式运行必须以 https 访问：请把 YICHUANG_PUBLIC_URL 设为对外网址，如 https://yibao.example.cn。',
      'Production is reached by https: set YICHUANG_PUBLIC_URL to its public address, such as https://yibao.example.cn.',
    ])
  if (read.YICHUANG_RATE_LIMIT === 'off')
    faults.push([
      '正式运行不能关闭 YICHUANG_RATE_LIMIT。',
      'YICHUANG_RATE_LIMIT cannot be off in production.',
    ])
  return faults
}

function safeIssuer(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'https:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

function assemble(mode: Config['mode'], read: Settings): Config {
  const dataDir = path.resolve(read.YICHUANG_DATA)
  return {
    mode,
    host: read.YICHUANG_HOST,
    port: read.YICHUANG_PORT,
    publicUrl: (read.YICHUANG_PUBLIC_URL ?? `http://localhost:${read.YICHUANG_PORT}`).replace(/\/+$/, ''),
    dataDir,
    databaseUrl: read.DATABASE_URL,
    appDatabaseUrl: read.APP_DATABASE_URL,
    poolSize: read.YICHUANG_POOL_SIZE,
    fieldKeys: read.YICHUANG_FIELD_KEY,
    indexKey: read.YICHUANG_INDEX_KEY,
    oidc: read.YICHUANG_OIDC_ISSUER
      ? {
          issuer: read.YICHUANG_OIDC_ISSUER,
          clientId: read.YICHUANG_OIDC_CLIENT_ID!,
          clientSecret: read.YICHUANG_OIDC_CLIENT_SECRET!,
          scope: read.YICHUANG_OIDC_SCOPE,
          idNumberClaim: read.YICHUANG_OIDC_ID_NUMBER_CLAIM,
          loginClaim: read.YICHUANG_OIDC_LOGIN_CLAIM,
        }
      : undefined,
    s3: read.YICHUANG_S3_BUCKET_URL
      ? {
          bucketUrl: read.YICHUANG_S3_BUCKET_URL,
          accessKeyId: read.YICHUANG_S3_ACCESS_KEY_ID!,
          secretAccessKey: read.YICHUANG_S3_SECRET_ACCESS_KEY!,
          region: read.YICHUANG_S3_REGION,
        }
      : undefined,
    regions: read.YICHUANG_REGIONS,
    hub: read.YICHUANG_HUB_URL
      ? {
          url: read.YICHUANG_HUB_URL,
          accessKey: read.YICHUANG_HUB_KEY!,
          secret: read.YICHUANG_HUB_SECRET!,
        }
      : undefined,
    maxUploadBytes: read.YICHUANG_MAX_UPLOAD_MB * 1_048_576,
    demoDay: plainDate(read.YICHUANG_DEMO_DAY),
    trustProxy: read.YICHUANG_TRUST_PROXY,
    metricsToken: read.YICHUANG_METRICS_TOKEN,
    rateLimited: read.YICHUANG_RATE_LIMIT === 'on',
    logLevel: read.YICHUANG_LOG_LEVEL,
    logTo: read.YICHUANG_LOG ?? (mode === 'production' ? '-' : path.join(dataDir, 'yichuang.log')),
  }
}
