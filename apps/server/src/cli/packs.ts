import { watch } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exampleFaults, jsonSchemas, loadPacks } from '@yichuang/policy'
import {
  PACKS_FOLDER,
  describeFaults,
  describePacks,
  describeSound,
  readPackFolder,
  sha256,
} from '../packs/index.ts'
import { misused, readArgs } from './command.ts'
import type { CommandFailed } from './command.ts'
import type { Pack, PackLoad } from '@yichuang/policy'
import type { Language } from '../packs/index.ts'

export const help = `Checks every policy pack, works out its examples and says what is wrong, where and how to mend it.

Usage: yichuang packs [folder] [--json] [--watch] [--lang zh|en] [--write-schemas]

  folder           policy packs to check; those of this repository unless given
  --json           print {ok, packs} or {ok, faults} for a program
  --watch          check again whenever a file changes; end with Ctrl-C
  --lang zh|en     language of the sentences (otherwise that of LANG, or English)
  --write-schemas  write the JSON Schemas that editors use to packages/policy/schema

Exit code: 0 all packs load and all examples come out, 1 there are faults, 2 the command cannot be understood.
`

const SCHEMA_FOLDER = fileURLToPath(new URL('../../../../packages/policy/schema', import.meta.url))

/** Runs the command; resolves with the exit code. `print` takes whole lines, `complain` those for standard error. */
export async function run(
  args: readonly string[],
  print: (text: string) => void = (text) => process.stdout.write(`${text}\n`),
  complain: (text: string) => void = (text) => process.stderr.write(`${text}\n`),
): Promise<number> {
  const asked = understand(args)
  if (asked.writeSchemas) {
    await writeSchemas(SCHEMA_FOLDER)
    print(`Wrote ${jsonSchemas().size} schemas to packages/policy/schema`)
    return 0
  }
  const code = await check(asked, print, complain)
  if (!asked.watch) return code
  await checkOnChange(asked, print, complain)
  return 0
}

interface Asked {
  readonly folder: string
  readonly json: boolean
  readonly watch: boolean
  readonly language: Language
  readonly writeSchemas: boolean
}

function understand(args: readonly string[]): Asked {
  const { values, positionals } = readArgs(
    args,
    {
      json: { type: 'boolean' },
      watch: { type: 'boolean' },
      lang: { type: 'string' },
      'write-schemas': { type: 'boolean' },
    },
    1,
  )
  const language = values.lang ?? (process.env['LANG']?.startsWith('zh') ? 'zh' : 'en')
  if (language !== 'zh' && language !== 'en')
    throw misused(
      'language',
      `--lang 只能是 zh 或 en，不是“${language}”。`,
      `--lang is zh or en, not “${language}”.`,
    )
  return {
    folder: positionals[0] ?? PACKS_FOLDER,
    json: values.json ?? false,
    watch: values.watch ?? false,
    language,
    writeSchemas: values['write-schemas'] ?? false,
  }
}

function noPacks(folder: string, cause?: unknown): CommandFailed {
  const failed = misused(
    'no-packs',
    `${folder} 中没有政策包。请给出含有各政策包文件夹的目录。`,
    `There are no policy packs in ${folder}. Give the folder that holds the folders of the packs.`,
  )
  failed.cause = cause
  return failed
}

async function check(
  asked: Asked,
  print: (text: string) => void,
  complain: (text: string) => void,
  again = false,
): Promise<number> {
  const load = await tried(asked.folder)
  if (load.ok && load.packs.size === 0) throw noPacks(asked.folder)
  if (asked.json) {
    print(
      JSON.stringify(
        load.ok ? { ok: true, packs: [...load.packs.values()].map(outline) } : load,
        undefined,
        2,
      ),
    )
    return load.ok ? 0 : 1
  }
  const { language } = asked
  if (load.ok)
    print(again ? describeSound(load.packs, language) : describePacks(load.packs.values(), language))
  else complain(describeFaults(load.faults, language))
  return load.ok ? 0 : 1
}

/** The packs with every example worked out: one that does not come out is a fault like any other. */
async function tried(folder: string): Promise<PackLoad> {
  const files = await readPackFolder(folder).catch((cause: unknown) => {
    throw noPacks(folder, cause)
  })
  const load = loadPacks(files, sha256)
  const faults = load.ok ? exampleFaults(load.packs, files) : []
  return faults.length > 0 ? { ok: false, faults } : load
}

function outline({ id, version, hash, title, regionCode, overrides, borrowed }: Pack): object {
  return { id, version, hash, title, regionCode, overrides, borrowsFrom: borrowed?.lender ?? null }
}

/** An editor writes a file in several steps, so a check waits until nothing has changed for a moment. */
async function checkOnChange(
  asked: Asked,
  print: (text: string) => void,
  complain: (text: string) => void,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(asked.folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      check(asked, print, complain, true).catch((error: unknown) => complain(String(error)))
    }, 150)
  })
  await new Promise<void>((resolve) => process.once('SIGINT', resolve))
  clearTimeout(timer)
  watcher.close()
}

async function writeSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, schema] of jsonSchemas())
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(schema, undefined, 2)}\n`)
}
