import { parse } from 'yaml'
import { EditImpossible, packOf } from '../draft-edits.ts'
import { fileWithId, pathOfId, type PackTexts } from '../draft-files.ts'
import { jsonSchemas } from '../json-schema.ts'
import type { Pack } from '../types.ts'

/** What a file of a pack holds as plain data, and the JSON Schema it is filled in by. */
export interface RuleForm {
  readonly file: string
  readonly kind: FileKind
  /** false: the file is not there yet; `content` is what it begins with */
  readonly exists: boolean
  readonly content: Readonly<Record<string, unknown>>
  readonly schema: Readonly<Record<string, unknown>>
}

const KINDS = [
  'pack',
  'document',
  'parameter',
  'calendar',
  'item',
  'process',
  'directory',
  'benefit',
  'supplement',
  'chain',
  'maternity',
  'borrowed',
  'example',
  'measure',
] as const
/** A kind of pack file: the name of its JSON Schema. */
export type FileKind = (typeof KINDS)[number]

const FOLDERS: Readonly<Record<string, FileKind>> = {
  documents: 'document',
  parameters: 'parameter',
  calendars: 'calendar',
  items: 'item',
  processes: 'process',
  directory: 'directory',
  examples: 'example',
  measures: 'measure',
}
const OVERRIDABLE: readonly FileKind[] = [
  'parameter',
  'item',
  'process',
  'benefit',
  'supplement',
  'chain',
  'maternity',
]

/** The kind of a file by its folder, and in `benefits/` by the field that tells its shapes apart. */
export function kindOfFile(file: string, text: string): FileKind | undefined {
  const [, folder = '', ...rest] = file.split('/')
  if (rest.length === 0) return folder === 'pack.yaml' ? 'pack' : undefined
  if (folder !== 'benefits') return FOLDERS[folder]
  if (/^borrow:/m.test(text)) return 'borrowed'
  if (/^maternity:/m.test(text)) return 'maternity'
  if (/^chains:/m.test(text)) return 'chain'
  return /^payer:/m.test(text) ? 'supplement' : 'benefit'
}

/**
 * A file as a form: one that is there; or, for a rule of a pack above, the file in which a place says otherwise, begun
 * with what it has to say. Throws `EditImpossible` where a place cannot say otherwise.
 */
export function ruleForm(
  files: PackTexts,
  packs: ReadonlyMap<string, Pack>,
  { pack: packId, file }: { readonly pack: string; readonly file: string },
): RuleForm {
  const text = files.get(file)
  const kind = kindOfFile(file, text ?? '')
  if (text === undefined || kind === undefined)
    throw new EditImpossible(
      `There is no rule file “${file}”. Choose one of the list.`,
      `没有规则文件“${file}”。请从列表中选择。`,
    )
  const pack = packOf(packs, packId)
  const owner = file.slice(0, file.indexOf('/'))
  const content = parsed(text)
  if (owner === packId) return form(file, kind, true, content)
  if (!pack.chain.includes(owner) || !OVERRIDABLE.includes(kind)) {
    const title = packs.get(owner)?.title ?? { zh: owner, en: owner }
    throw new EditImpossible(
      `This rule is ${title.en}’s own: choose ${title.en} as the place to change it.`,
      `这条规则属于${title.zh}：请把地区选为“${title.zh}”再修改。`,
    )
  }
  const id = String(content['id'])
  const folder = file.split('/')[1]!
  const own = fileWithId(files, `${packId}/${folder}`, id)
  if (own !== undefined) return form(own, kind, true, parsed(files.get(own)!))
  const path = kind === 'parameter' ? pathOfId(id) : id
  return form(`${packId}/${folder}/${path}.yaml`, kind, false, otherwise(pack, kind, content))
}

/** A rule file that no pack has yet. Throws `EditImpossible` when one has it, or the kind cannot be added. */
export function newRuleForm(
  files: PackTexts,
  packs: ReadonlyMap<string, Pack>,
  { pack: packId, kind, id }: { readonly pack: string; readonly kind: FileKind; readonly id: string },
): RuleForm {
  packOf(packs, packId)
  const begin = NEW[kind]
  if (!begin)
    throw new EditImpossible(
      `Files of the kind “${kind}” are not added here.`,
      `不能在这里新增“${kind}”类的文件。`,
    )
  const file = `${packId}/${begin.folder}/${begin.folder === 'parameters' ? pathOfId(id) : id}.yaml`
  if (files.has(file))
    throw new EditImpossible(
      `There is a rule “${id}” already. Choose it from the list, or give the new one another name.`,
      `已有名为“${id}”的规则。请从列表中选择它，或给新规则另取代号。`,
    )
  return form(file, kind, false, kind === 'calendar' ? { year: Number(id) } : { id, ...begin.content })
}

/** Kinds of rule files that can be added, with what each begins with. */
const NEW: Partial<Record<FileKind, { readonly folder: string; readonly content?: object }>> = {
  parameter: { folder: 'parameters' },
  calendar: { folder: 'calendars' },
  item: { folder: 'items' },
  benefit: { folder: 'benefits' },
  supplement: { folder: 'benefits' },
  chain: { folder: 'benefits' },
  maternity: { folder: 'benefits', content: { maternity: true } },
  example: { folder: 'examples' },
  measure: { folder: 'measures' },
}
export const NEW_KINDS = Object.keys(NEW) as readonly FileKind[]

function form(
  file: string,
  kind: FileKind,
  exists: boolean,
  content: Readonly<Record<string, unknown>>,
): RuleForm {
  return { file, kind, exists, content, schema: schemaOf(kind, content) }
}

/** Of a kind with two shapes, that of the one at hand. */
function schemaOf(kind: FileKind, content: Readonly<Record<string, unknown>>): RuleForm['schema'] {
  const schema = jsonSchemas().get(kind) as RuleForm['schema'] & {
    readonly anyOf?: readonly RuleForm['schema'][]
  }
  if (kind !== 'item' || !schema.anyOf) return schema
  const [base, override] = schema.anyOf
  return content['override'] === true ? override! : base!
}

/** What a place's own file begins with: of an item only what it changes, of all else what it replaces. */
function otherwise(
  pack: Pack,
  kind: FileKind,
  content: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { id, ...rest } = content
  if (kind === 'item') return { id, override: true, versions: [{}] }
  if (kind !== 'parameter') return { id, override: true, ...rest }
  const { title, unit, key, values } = pack.parameters.get(String(id))!
  const kept = values.map(({ source: { document, clause, quote }, ...value }) => ({
    ...value,
    source: { document, clause, quote },
  }))
  return { id, override: true, title, unit, ...(key !== undefined && { key }), values: kept }
}

export function parsed(text: string): Readonly<Record<string, unknown>> {
  return parse(text, { merge: true, maxAliasCount: 200, logLevel: 'error' }) as Record<string, unknown>
}
