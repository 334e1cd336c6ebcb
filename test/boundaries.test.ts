import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'

const ROOT = path.join(import.meta.dirname, '..')
const CONFIG = path.join(ROOT, '.dependency-cruiser.cjs')
const CRUISER = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const rules = (createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string }[] }).forbidden

/** A small project that keeps every rule. */
const honest: Record<string, string> = {
  'packages/kernel/src/index.ts': `export const one = 1`,
  'apps/server/src/platform/statement.ts': `export const statement = 1`,
  'apps/server/src/platform/db.ts': `import 'pg'; export const db = 1`,
  'apps/server/src/modules/cases/index.ts': `export * from './case.service.ts'`,
  'apps/server/src/modules/cases/case.service.ts': `export * from './case.queries.ts'`,
  'apps/server/src/modules/cases/case.queries.ts': `import '../../platform/statement.ts'; export const q = 1`,
  'apps/server/src/modules/claims/index.ts': `import '../cases/index.ts'; export const claims = 1`,
  'apps/server/src/app.ts': `import './modules/claims/index.ts'`,
  'apps/web/src/desk/main.ts': `import 'antd'; export const desk = 1`,
  'apps/web/src/portal/main.ts': `import 'react'`,
}

/** For each rule a file that breaks it; `breaks` is the line of the report that must appear. */
const planted: Record<string, { file: string; text: string }> = {
  'module-has-one-door': {
    file: 'apps/server/src/modules/claims/claim.service.ts',
    text: `import '../cases/case.service.ts'`,
  },
  'module-has-one-door-from-outside': {
    file: 'apps/server/src/seed.ts',
    text: `import './modules/cases/case.service.ts'`,
  },
  'no-cycles': { file: 'packages/kernel/src/round.ts', text: `import './index.ts'; export const round = 1` },
  'platform-knows-no-subject': {
    file: 'apps/server/src/platform/clever.ts',
    text: `import '../modules/cases/index.ts'`,
  },
  'sql-only-in-queries': {
    file: 'apps/server/src/modules/cases/sly.service.ts',
    text: `import '../../platform/statement.ts'`,
  },
  'one-door-to-the-driver': { file: 'apps/server/src/modules/cases/driver.queries.ts', text: `import 'pg'` },
  'routes-do-not-query': {
    file: 'apps/server/src/modules/cases/case.routes.ts',
    text: `import './case.queries.ts'`,
  },
  'rules-do-no-io': { file: 'packages/kernel/src/disk.ts', text: `import 'node:fs'` },
  'rules-import-no-framework': { file: 'packages/kernel/src/web.ts', text: `import 'fastify'` },
  'packages-do-not-know-apps': {
    file: 'packages/contracts/src/app.ts',
    text: `import '../../../apps/server/src/platform/db.ts'`,
  },
  'web-never-imports-server': {
    file: 'apps/web/src/desk/server.ts',
    text: `import '../../../server/src/platform/statement.ts'`,
  },
  'portal-without-kit': { file: 'apps/web/src/portal/kit.ts', text: `import 'antd'` },
  'nothing-unresolvable': { file: 'apps/web/src/desk/lost.ts', text: `import './nowhere.ts'` },
}

const trees: string[] = []
afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })))

function treeOf(files: Record<string, string>): string {
  const tree = mkdtempSync(path.join(os.tmpdir(), 'yichuang-boundaries-'))
  trees.push(tree)
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'))
  writeFileSync(path.join(tree, 'tsconfig.json'), readFileSync(path.join(ROOT, 'tsconfig.json')))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
    writeFileSync(path.join(tree, file), `${text}\n`)
  }
  return tree
}

interface Report {
  modules: { source: string }[]
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] }
}

function cruise(tree: string): { report: Report; exitCode: number | null } {
  const args = [CRUISER, '--config', CONFIG, '--output-type', 'json', 'apps', 'packages']
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  if (stdout === '') throw new Error(stderr)
  return { report: JSON.parse(stdout) as Report, exitCode: status }
}

describe('the boundaries', () => {
  it('are quiet about a project that keeps them, and have read its files', () => {
    const { report } = cruise(treeOf(honest))
    expect(report.summary.violations).toEqual([])
    const sources = report.modules.map(({ source }) => source)
    for (const file of Object.keys(honest)) expect(sources).toContain(file)
  })

  const files = Object.fromEntries(Object.values(planted).map(({ file, text }) => [file, text]))
  const withEverything = cruise(
    treeOf({
      ...honest,
      'packages/kernel/src/index.ts': `import './round.ts'; export const one = 1`,
      ...files,
    }),
  )

  test.each(rules.map(({ name }) => name))('report a planted violation of %s', (name) => {
    const plant = planted[name]
    expect(plant, 'every rule needs a planted violation').toBeDefined()
    const reported = withEverything.report.summary.violations.filter(({ rule }) => rule.name === name)
    const places =
      name === 'no-cycles' ? reported.flatMap(({ from, to }) => [from, to]) : reported.map(({ from }) => from)
    expect(places).toContain(plant!.file)
  })

  it('read the TypeScript of this repository: a cruise of nothing would pass too', () => {
    const { report } = cruise(ROOT)
    const own = report.modules.filter(({ source }) => /^(apps|packages)\/.+\.tsx?$/.test(source))
    expect(own.length).toBeGreaterThan(100)
  })
})
