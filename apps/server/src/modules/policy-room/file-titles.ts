import type { Pack } from '@yichuang/policy'
import type { Sentences } from '../../platform/problem.ts'

/** What people call the rule that a file holds; the name of the file where it holds none that has a title. */
export function titleOfFile(pack: Pack, file: string, text: string): Sentences {
  if (file === `${pack.id}/pack.yaml`) return pack.title
  const id = idOfFile(file, text)
  const folder = file.split('/')[1] ?? ''
  const name = nameOf(file)
  return byFolder[folder]?.(pack, id) ?? { zh: name, en: name }
}

/** What other rules call the rule that a file holds; the name of the file where it has none. */
export function idOfFile(file: string, text: string): string {
  return /^id:\s*["']?([\w.-]+)/m.exec(text)?.[1] ?? nameOf(file)
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
}

type Title = (pack: Pack, id: string) => Sentences | undefined

const byFolder: Readonly<Record<string, Title>> = {
  items: (pack, id) => pack.items.get(id)?.base.versions.at(-1)?.title,
  parameters: (pack, id) => pack.parameters.get(id)?.title,
  processes: (pack, id) => pack.processes.get(id)?.title,
  measures: (pack, id) => pack.measures.get(id)?.title,
  documents: (pack, id) => {
    const citation = pack.documents.get(id)?.citation
    return citation === undefined ? undefined : { zh: citation, en: citation }
  },
  benefits: (pack, id) =>
    [pack.benefits, pack.supplements, pack.chains].map((all) => all.get(id)?.title).find(Boolean) ??
    (id === 'borrowed' ? { zh: '借用的待遇表', en: 'Borrowed tables' } : undefined),
  calendars: (_pack, id) => ({ zh: `${id} 年工作日历`, en: `Working days of ${id}` }),
}
