import type { Source } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import { fault } from './fault.ts'
import type { PackFault, Place } from './fault.ts'
import type { PackFiles } from './pack-files.ts'
import { quoteOccurs, squeeze } from './quote.ts'
import type { PolicyDocument, Resolved } from './types.ts'
import type { Path, YamlFile } from './yaml-file.ts'

/** Every document of every pack, by `pack:id`. */
export type Library = ReadonlyMap<string, { readonly document: PolicyDocument; readonly squeezed: string }>

/** Joins each document's facts with its text and checks the text against its SHA-256. */
export function readLibrary(
  sets: readonly PackFiles[],
  sha256: (text: string) => string,
  faults: PackFault[],
): Library {
  const library = new Map<string, { document: PolicyDocument; squeezed: string }>()
  for (const set of sets)
    for (const { value, at, file } of set.documents) {
      const key = `${set.folder}:${value.id}`
      if (library.has(key))
        faults.push(fault('duplicate-id', at(['id']), { id: value.id, other: `${set.folder}/documents` }))
      const text = set.texts.get(file.replace(/\.ya?ml$/, '.txt'))
      if (value.kind !== 'reference' && text === undefined)
        faults.push(fault('no-text', at(['id']), { document: value.id }))
      const actual = text === undefined ? undefined : sha256(text)
      if (actual !== undefined && actual !== value.sha256)
        faults.push(fault('text-changed', at(['sha256']), { document: value.id, actual }))
      const citation = value.number === null ? `《${value.title}》` : `《${value.title}》（${value.number}）`
      const document: PolicyDocument = { ...value, pack: set.folder, text: text ?? '', citation }
      library.set(key, { document, squeezed: squeeze(document.text) })
    }
  return library
}

/**
 * Replaces every `source` in a file by the full citation, and checks that the document exists and holds the quote. The
 * day in force is that of the nearest entry around the source that has a `from`.
 */
export function resolveSources<T>(
  file: YamlFile<T>,
  chain: readonly string[],
  library: Library,
  faults: PackFault[],
): Resolved<T> {
  const walk = (value: unknown, path: Path, validity: Validity): unknown => {
    if (Array.isArray(value)) return value.map((entry, index) => walk(entry, [...path, index], validity))
    if (typeof value !== 'object' || value === null) return value
    const inner = 'from' in value && typeof value.from === 'string' ? (value as Validity) : validity
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]: [string, unknown]) => {
        const here = [...path, key]
        if (key === 'source' && isReference(entry))
          return [key, resolve(entry, inner, (part) => file.at([...here, part]))]
        return [key, walk(entry, here, inner)]
      }),
    )
  }

  const resolve = (ref: Reference, validity: Validity, at: (part: string) => Place): Source => {
    const keys = ref.document.includes(':') ? [ref.document] : chain.map((pack) => `${pack}:${ref.document}`)
    const found = keys.map((key) => library.get(key)).find((entry) => entry !== undefined)
    if (!found) faults.push(fault('unknown-document', at('document'), { document: ref.document }))
    else if (found.document.kind === 'reference')
      faults.push(fault('no-text', at('document'), { document: ref.document }))
    else if (found.document.text !== '' && !quoteOccurs(found.squeezed, ref.quote))
      faults.push(
        fault('quote-not-found', at('quote'), { quote: ref.quote, document: found.document.citation }),
      )
    return {
      document: found ? `${found.document.pack}:${found.document.id}` : ref.document,
      citation: found?.document.citation ?? ref.document,
      clause: ref.clause,
      quote: ref.quote,
      from: validity.from,
      ...(validity.fromBasis !== undefined && { fromBasis: validity.fromBasis }),
      ...(found?.document.kind === 'excerpt' && { trust: 'excerpt' as const }),
    }
  }

  return walk(file.value, [], { from: '1900-01-01' as PlainDate }) as Resolved<T>
}

interface Validity {
  readonly from: PlainDate
  readonly fromBasis?: string
}
interface Reference {
  readonly document: string
  readonly clause: string
  readonly quote: string
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'document' in value && 'quote' in value
}
