import { defineProblem, type Sentences } from '../../platform/problem.ts'

export const PlaceUnknown = defineProblem({
  code: 'place-unknown',
  status: 404,
  title: { zh: '没有这个参保地', en: 'No such insured place' },
  detail: ({ regionCode, places }: { regionCode: string; places: readonly Sentences[] }) => ({
    zh: `本系统没有参保地 ${regionCode} 的政策包；现有：${places.map(({ zh }) => zh).join('、')}。`,
    en: `This installation has no policy pack for ${regionCode}; it serves ${places.map(({ en }) => en).join(', ')}.`,
  }),
  mend: { zh: '请选择列出的参保地之一。', en: 'Choose one of the places listed.' },
})

export const ItemUnknown = defineProblem({
  code: 'item-unknown',
  status: 404,
  title: { zh: '没有这个事项', en: 'No such service item' },
  detail: ({ itemId, on }: { itemId: string; on: string }) => ({
    zh: `${on} 没有施行中的事项 ${itemId}。`,
    en: `No item ${itemId} is in force on ${on}.`,
  }),
  mend: { zh: '请从事项目录中选择。', en: 'Choose an item from the catalogue.' },
})

export const PackUnknown = defineProblem({
  code: 'pack-unknown',
  status: 404,
  title: { zh: '没有这个政策包', en: 'No such policy pack' },
  detail: ({ pack, packs }: { pack: string; packs: readonly string[] }) => ({
    zh: `没有政策包 ${pack}；现有：${packs.join('、')}。`,
    en: `There is no pack ${pack}; there are ${packs.join(', ')}.`,
  }),
  mend: { zh: '请写列出的政策包之一。', en: 'Name one of the packs listed.' },
})

export const DocumentUnknown = defineProblem({
  code: 'document-unknown',
  status: 404,
  title: { zh: '没有这份文件', en: 'No such document' },
  mend: { zh: '请从政策包的文件目录中选择。', en: 'Choose a document from the list of the pack.' },
})
