import { existsSync } from 'node:fs'
import { inRoot } from './project.mjs'

const bin = (...parts) => inRoot('node_modules', ...parts)

/** Journeys that take about as long as all others together. */
const LONG = ['pages', 'hospital-room', 'policy', 'window'].map((name) => `e2e/${name}.test.ts`)

/** Two runs of journeys beside one another, each with a city of its own: some files, and all others. */
function lanesOf(files) {
  return [files, files.map((file) => `--exclude=${file}`)]
}

/**
 * Everything `npm test` checks, in order; `aside` steps read the sources alone and run beside one another. A step that
 * names a file or folder that is not there fails: nothing is skipped.
 * @returns {{ name: string, zh: string, args: string[], lanes?: string[][], needs?: string, tests?: boolean,
 * aside?: boolean }[]} `args` are for the runtime Node; a step with `lanes` runs once with each beside one another
 */
export function steps() {
  const script = (file, ...args) => [inRoot(file), ...args]
  const vitest = (...projects) => [
    bin('vitest/vitest.mjs'),
    'run',
    ...projects.flatMap((name) => ['--project', name]),
  ]
  return [
    {
      name: 'format',
      zh: '格式',
      aside: true,
      args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    },
    {
      name: 'lint',
      zh: '代码检查',
      aside: true,
      args: [bin('oxlint/bin/oxlint'), '--type-aware', '--quiet'],
    },
    { name: 'types', zh: '类型', aside: true, args: [bin('ts7/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
    {
      name: 'boundaries',
      zh: '模块边界',
      aside: true,
      args: [
        bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'apps',
        'packages',
      ],
    },
    { name: 'packs', zh: '政策包', aside: true, args: script('apps/server/src/cli/main.ts', 'packs') },
    {
      name: 'schema',
      zh: '数据库结构',
      aside: true,
      args: script('apps/server/src/cli/main.ts', 'schema', '--check'),
    },
    { name: 'tests', zh: '测试', args: vitest('unit', 'server', 'repository'), tests: true },
    {
      name: 'journeys',
      zh: '浏览器流程',
      args: vitest('journeys'),
      lanes: lanesOf(LONG),
      needs: 'e2e',
      tests: true,
    },
    { name: 'bench', zh: '性能（小规模）', args: script('bench/main.ts', '--smoke'), needs: 'bench/main.ts' },
  ]
}

/** What a step needs and is not there. */
export function missingFor({ needs, args }) {
  return [needs && inRoot(needs), args[0]].find((file) => file !== undefined && !existsSync(file))
}
