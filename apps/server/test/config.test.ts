import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-config-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const key = 'ab'.repeat(32)
const complete = {
  YICHUANG_FIELD_KEY: `1:${key}`,
  YICHUANG_INDEX_KEY: key,
  YICHUANG_OIDC_ISSUER: 'https://login.example.cn',
  YICHUANG_OIDC_CLIENT_ID: 'yichuang',
  YICHUANG_OIDC_CLIENT_SECRET: 'a-secret-of-some-length',
  YICHUANG_PUBLIC_URL: 'https://yibao.example.cn/',
}
const message = (...read: Parameters<typeof readConfig>) => {
  try {
    readConfig(...read)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('was accepted')
}

describe('the configuration', () => {
  it('of a demonstration needs nothing', () => {
    expect(readConfig({}, {})).toMatchObject({
      mode: 'demo',
      port: 8080,
      publicUrl: 'http://localhost:8080',
      dataDir: path.resolve('data'),
      databaseUrl: undefined,
      rateLimited: true,
    })
  })

  it('from the command line wins over the environment', () => {
    expect(readConfig({ port: '9000', data: '/srv/x' }, { YICHUANG_PORT: '1' })).toMatchObject({
      port: 9000,
      publicUrl: 'http://localhost:9000',
      dataDir: '/srv/x',
    })
  })

  it('names all faults at once, in both languages, without repeating a secret', () => {
    const text = message(
      { port: '80a' },
      { DATABASE_URL: 'mysql://x', YICHUANG_FIELD_KEY: 'hunter2', YICHUANG_S3_BUCKET_URL: 'https://s3' },
    )
    for (const part of [
      'YICHUANG_PORT 应为 1 至 65535 的端口号。',
      'YICHUANG_PORT must be a port between 1 and 65535.',
      'DATABASE_URL must begin with postgres://.',
      'YICHUANG_FIELD_KEY must be <number>:<64 hexadecimal digits>',
      'Set YICHUANG_S3_ACCESS_KEY_ID and YICHUANG_S3_SECRET_ACCESS_KEY too.',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('hunter2')
  })

  it('reads secrets from files, and says when it cannot', () => {
    const file = path.join(dir, 'key')
    writeFileSync(file, `${key}\n`)
    expect(readConfig({}, { YICHUANG_INDEX_KEY_FILE: file }).indexKey?.toString('hex')).toBe(key)
    expect(message({}, { YICHUANG_INDEX_KEY_FILE: path.join(dir, 'none') })).toContain(
      'cannot be read (ENOENT)',
    )
    expect(message({}, { YICHUANG_INDEX_KEY_FILE: file, YICHUANG_INDEX_KEY: key })).toContain('not both')
  })

  it('of production refuses generated keys, demo accounts, the demo provider and plain http, all at once', () => {
    const text = message({ production: true }, { YICHUANG_RATE_LIMIT: 'off' })
    for (const part of ['YICHUANG_FIELD_KEY', 'demo accounts', 'demo provider', 'https', 'cannot be off'])
      expect(text).toContain(part)
    expect(text).toContain('演示账户')
  })

  it.each(['http://login.example.cn', 'http://localhost.example.cn', 'http://10.0.0.1'])(
    'of production refuses the issuer %s, whose answers could be forged on the way',
    (issuer) => {
      expect(message({ production: true }, { ...complete, YICHUANG_OIDC_ISSUER: issuer })).toContain(
        'YICHUANG_OIDC_ISSUER must be reached by https',
      )
    },
  )

  it.each(['http://127.0.0.1:9000/realms/agency', 'http://[::1]:9000', 'https://login.example.cn'])(
    'of production accepts the issuer %s',
    (issuer) => {
      const read = readConfig({ production: true }, { ...complete, YICHUANG_OIDC_ISSUER: issuer })
      expect(read.oidc?.issuer).toBe(issuer)
    },
  )

  it('of production, complete, is accepted', () => {
    expect(readConfig({ production: true }, complete)).toMatchObject({
      mode: 'production',
      publicUrl: 'https://yibao.example.cn',
      logTo: '-',
      oidc: { clientId: 'yichuang' },
    })
  })
})
