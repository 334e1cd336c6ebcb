import type { MaterialSlot } from '@yichuang/contracts'
import { materialNeeds } from '@yichuang/policy'
import type { ServiceItem, Situation } from '@yichuang/policy'
import type { z } from 'zod'
import type { Language } from '../../platform/problem.ts'
import type { FileRow } from './file.queries.ts'

type Slot = z.output<typeof MaterialSlot>

/**
 * The item's list for a situation, with what was handed in; a file whose material is no longer asked for stays in sight.
 * Only staff see who looked the files over.
 */
export function materialSlots(
  item: ServiceItem,
  situation: Situation,
  files: readonly FileRow[],
  language: Language,
  viewer: 'applicant' | 'staff',
): Slot[] {
  const needed = materialNeeds(item, situation)
  const asked = new Set(needed.map(({ material }) => material.id))
  const kept = item.materials
    .filter(({ id }) => !asked.has(id) && files.some((file) => file.materialId === id))
    .map((material) => ({ material, required: false }))
  return [...needed, ...kept].map(({ material, required }) => {
    const given = files.filter(({ materialId }) => materialId === material.id)
    return {
      materialId: material.id,
      name: material[language],
      note: noteOf(material, language),
      required,
      files: given.map(fileView),
      checked: viewer === 'staff' ? checkOf(given) : null,
    }
  })
}

/** Who looked over the last of the files; null while one of them is unseen. */
function checkOf(given: readonly FileRow[]): Slot['checked'] {
  const checks = given.flatMap(({ checkedBy: by, checkedOn: day }) => (by && day ? [{ by, day }] : []))
  if (checks.length === 0 || checks.length < given.length) return null
  return checks.toSorted((a, b) => (a.day < b.day ? -1 : 1)).at(-1)!
}

/** A file as the page shows it. */
export function fileView(file: FileRow): Slot['files'][number] {
  const { fileId, name, type, size, isImage, addedOn } = file
  return { fileId, name, type, size, hasThumbnail: isImage, addedOn }
}

function noteOf(material: ServiceItem['materials'][number], language: Language): string | null {
  const choice = material.anyOf?.map((option) => option[language])
  const oneOf =
    choice && (language === 'zh' ? `任选其一：${choice.join('、')}` : `Any one of: ${choice.join(', ')}`)
  const note = language === 'zh' ? material.note : undefined
  return [oneOf, note].filter(Boolean).join(language === 'zh' ? '。' : '. ') || null
}
