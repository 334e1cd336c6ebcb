import { defineProblem } from '../problem.ts'
import { kindNames, type FileKind } from './kinds.ts'

export const FileTooLarge = defineProblem({
  code: 'file-too-large',
  status: 413,
  title: { zh: '文件过大', en: 'The file is too large' },
  detail: (about: { fileName: string; limit: number }) => ({
    zh: `“${about.fileName}”超过 ${Math.round(about.limit / 1_048_576)} MB`,
    en: `“${about.fileName}” has more than ${Math.round(about.limit / 1_048_576)} MB`,
  }),
  mend: {
    zh: '请缩小图片（例如降低拍照分辨率）或拆分后再上传。',
    en: 'Make it smaller, for instance with a lower camera resolution, or split it.',
  },
})

export const FileKindRefused = defineProblem({
  code: 'file-kind-refused',
  status: 415,
  title: { zh: '不接受这种文件', en: 'This kind of file is not accepted' },
  detail: (about: { fileName: string; found: string | undefined; accept: readonly FileKind[] }) => ({
    zh: `“${about.fileName}”的内容${about.found ? `是 ${about.found}` : '无法识别'}，这里只接受 ${kindNames(about.accept)}`,
    en: `“${about.fileName}” ${about.found ? `is ${about.found} inside` : 'cannot be recognised'}; accepted here: ${kindNames(about.accept)}`,
  }),
  mend: {
    zh: '请拍照或另存为所接受的格式后再上传；只改文件名没有用。',
    en: 'Take a photograph or save it in an accepted format; renaming it does not help.',
  },
})

export const ImageUnreadable = defineProblem({
  code: 'image-unreadable',
  status: 422,
  title: { zh: '图片无法打开', en: 'The image cannot be opened' },
  detail: (about: { fileName: string; why: 'damaged' | 'pixels' }) => ({
    zh: about.why === 'pixels' ? `“${about.fileName}”的像素过多` : `“${about.fileName}”已损坏`,
    en: about.why === 'pixels' ? `“${about.fileName}” has too many pixels` : `“${about.fileName}” is damaged`,
  }),
  mend: { zh: '请重新拍照后再上传。', en: 'Take the photograph again.' },
})

export const FileEmpty = defineProblem({
  code: 'file-empty',
  status: 400,
  title: { zh: '文件是空的', en: 'The file is empty' },
  detail: (about: { fileName: string }) => ({
    zh: `“${about.fileName}”没有内容`,
    en: `“${about.fileName}” has no content`,
  }),
  mend: { zh: '请重新选择文件。', en: 'Choose the file again.' },
})

export const UploadBroken = defineProblem({
  code: 'upload-broken',
  status: 400,
  title: { zh: '上传中断', en: 'The upload broke off' },
  mend: {
    zh: '请检查网络后重新上传；没有保存任何内容。',
    en: 'Check the connection and upload again; nothing was stored.',
  },
})

export const DiskFull = defineProblem({
  code: 'disk-full',
  status: 507,
  title: {
    zh: '服务器存储空间不足，文件没有保存',
    en: 'The server has no space left; the file was not stored',
  },
  mend: {
    zh: '请稍后再试；其他已提交的内容不受影响。管理员请清理或扩充数据目录所在的磁盘。',
    en: 'Try again later; everything else you sent is safe. Administrators: free or add space on the disk of the data directory.',
  },
  retryAfter: 300,
})

export const StoreUnavailable = defineProblem({
  code: 'file-store-unavailable',
  status: 503,
  title: { zh: '文件存储暂时无法访问', en: 'The file store cannot be reached at the moment' },
  mend: { zh: '请稍候再试。', en: 'Try again in a moment.' },
  retryAfter: 10,
})
