import { watch } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { jsonSchemas } from '@yichuang/policy'
import { PACKS_FOLDER, describeFaults, describePacks, loadPackFolder } from '../packs/index.ts'
import type { Pack } from '@yichuang/policy'
import type { Language } from '../packs/index.ts'

export const summary = 'Check every policy pack and say what is wrong, where and how to mend it'

export const help = `yichuang packs [folder] [--json] [--watch] [--lang zh|en] [--write-schemas]

${summary}. The folder is policy-packs of this repository unless given.

  --json           print {ok, packs} or {ok, faults} for a program
  --watch          check again whenever a file changes; end with Ctrl-C
  --lang zh|en     language of the sentences (otherwise that of LANG, or English)
  --write-schemas  write the JSON Schemas that editors use to packages/policy/schema

Exit code: 0 all packs load, 1 there are faults, 2 the command cannot be understood.`

const SCHEMA_FOLDER = fileURLToPath(new URL('../../../../packages/policy/schema', import.meta.url))

/** Runs the command; resolves with the exit code. `print` takes whole lines, `complain` those for standard error. */
export async function run(
  args: readonly string[],
  print: (text: string) => void = (text) => process.stdout.write(`${text}\n`),
  complain: (text: string) => void = (text) => process.stderr.write(`${text}\n`),
): Promise<number> {
  const asked = understand(args)
  if (typeof asked === 'string') {
    complain(asked)
    return 2
  }
  if (asked.help) {
    print(help)
    return 0
  }
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
  readonly help: boolean
}

function understand(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        watch: { type: 'boolean' },
        lang: { type: 'string' },
        'write-schemas': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const language = values.lang ?? (process.env['LANG']?.startsWith('zh') ? 'zh' : 'en')
    if (language !== 'zh' && language !== 'en') return `--lang is zh or en, not “${language}”.`
    if (positionals.length > 1)
      return `Give one folder, not ${positionals.length}: ${positionals.join(', ')}.`
    return {
      folder: positionals[0] ?? PACKS_FOLDER,
      json: values.json ?? false,
      watch: values.watch ?? false,
      language,
      writeSchemas: values['write-schemas'] ?? false,
      help: values.help ?? false,
    }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${help}`
  }
}

async function check(
  asked: Asked,
  print: (text: string) => void,
  complain: (text: string) => void,
): Promise<number> {
  const load = await loadPackFolder(asked.folder).catch((error: unknown) => String(error))
  if (typeof load === 'string') {
    complain(load)
    return 1
  }
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
  if (load.ok) print(describePacks(load.packs.values(), asked.language))
  else complain(describeFaults(load.faults, asked.language))
  return load.ok ? 0 : 1
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
    timer = setTimeout(() => void check(asked, print, complain), 150)
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

if (import.meta.main) process.exitCode = await run(process.argv.slice(2))
