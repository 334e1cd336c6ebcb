import { defineProblem, type Sentences } from '../problem.ts'
import { fieldInWords } from './field-words.ts'

/** One fault in what was sent; see `Fault` in the contracts. */
export interface SentFault {
  readonly path: string
  readonly code: string
  readonly message: Sentences
}

export const InvalidInput = defineProblem({
  code: 'invalid-input',
  status: 400,
  title: { zh: '提交的内容有误', en: 'Something in the request is not right' },
  detail: (about: { faults: readonly SentFault[] }) => ({
    zh: about.faults.map((fault) => said(fault, 'zh', '：')).join('；'),
    en: about.faults.map((fault) => said(fault, 'en', ': ')).join('; '),
  }),
  mend: {
    zh: '请按每一项的提示改正后重新提交。',
    en: 'Mend each item as its sentence says and send it again.',
  },
  members: (about, language) => ({
    errors: about.faults.map(({ path, code, message }) => ({ path, code, message: message[language] })),
  }),
})

export const NotFound = defineProblem({
  code: 'not-found',
  status: 404,
  title: { zh: '没有这个地址', en: 'There is nothing at this address' },
  mend: { zh: '请核对地址；接口清单见 /api/docs。', en: 'Check the address; /api/docs lists the API.' },
})

export const NotSignedIn = defineProblem({
  code: 'not-signed-in',
  status: 401,
  title: { zh: '需要先登录', en: 'Sign in first' },
  mend: { zh: '请登录后再试；已填写的内容不会丢失。', en: 'Sign in and try again; what you typed is kept.' },
})

export const NotAllowed = defineProblem({
  code: 'not-allowed',
  status: 403,
  title: { zh: '当前身份不能办理此操作', en: 'Your role does not allow this' },
  mend: {
    zh: '请换用有相应岗位的账户，或联系本机构管理员。',
    en: 'Use an account with the right role, or ask the administrator of your office.',
  },
})

export const CsrfTokenWrong = defineProblem({
  code: 'csrf-token-wrong',
  status: 403,
  title: { zh: '页面已过期', en: 'This page is out of date' },
  mend: {
    zh: '请刷新页面后再试。接口调用者请把 /api/v1/session 返回的 csrfToken 放入 x-csrf-token 请求头。',
    en: 'Reload the page and try again. Programs send csrfToken of /api/v1/session as the header x-csrf-token.',
  },
})

export const TooManyRequests = defineProblem({
  code: 'too-many-requests',
  status: 429,
  title: { zh: '操作过于频繁', en: 'Too many requests' },
  detail: (about: { seconds: number }) => ({
    zh: `请在 ${about.seconds} 秒后再试`,
    en: `Try again in ${about.seconds} seconds`,
  }),
  mend: { zh: '请稍候再试。', en: 'Wait a little and try again.' },
})

export const RequestTooLarge = defineProblem({
  code: 'request-too-large',
  status: 413,
  title: { zh: '提交的内容过大', en: 'The request is too large' },
  detail: (about: { limit: number }) => ({
    zh: `一次最多 ${megabytes(about.limit)} MB`,
    en: `At most ${megabytes(about.limit)} MB at a time`,
  }),
  mend: { zh: '请压缩或分次提交。', en: 'Make it smaller, or send it in parts.' },
})

export const UnreadableRequest = defineProblem({
  code: 'unreadable-request',
  status: 400,
  title: { zh: '请求无法读取', en: 'The request cannot be read' },
  detail: (about: { what: Sentences }) => about.what,
  mend: {
    zh: '请检查请求的格式；接口说明见 /api/docs。',
    en: 'Check its form; the API is described at /api/docs.',
  },
})

export const UnsupportedMediaType = defineProblem({
  code: 'unsupported-media-type',
  status: 415,
  title: { zh: '不支持这种内容类型', en: 'This content type is not supported' },
  mend: {
    zh: '请以 application/json 提交；上传文件用 multipart/form-data。',
    en: 'Send application/json, or multipart/form-data for a file.',
  },
})

export const NoFile = defineProblem({
  code: 'no-file',
  status: 400,
  title: { zh: '没有收到文件', en: 'No file was received' },
  mend: {
    zh: '请以 multipart/form-data 提交，文件放在名为 file 的字段中，并排在其他字段之后。',
    en: 'Send multipart/form-data with the file in a field called file, after any other fields.',
  },
})

export const FormWithoutJson = defineProblem({
  code: 'form-without-json',
  status: 400,
  title: { zh: '表单中没有可读的 JSON 内容', en: 'The form has no JSON that can be read' },
  mend: {
    zh: '请以 multipart/form-data 提交：第一个字段名为 json，内容为 JSON；文件放在其后的字段中。',
    en: 'Send multipart/form-data: first a field called json that holds the JSON, then the files in fields of their own.',
  },
})

export const IdempotencyKeyMissing = defineProblem({
  code: 'idempotency-key-missing',
  status: 400,
  title: { zh: '缺少请求编号', en: 'The request has no id' },
  mend: {
    zh: '请在 Idempotency-Key 请求头中给出一个 UUID（或 8 至 64 个字母、数字、下划线、连字符），重试时用同一个。',
    en: 'Send the header Idempotency-Key with a UUID (or 8 to 64 letters, digits, _ or -), and the same one when you repeat the request.',
  },
})

export const IdempotencyKeyReused = defineProblem({
  code: 'idempotency-key-reused',
  status: 422,
  title: { zh: '同一请求编号已用于另一内容', en: 'This request id was used for another request' },
  mend: {
    zh: '新的请求请用新的 Idempotency-Key；重试请提交与第一次完全相同的内容。',
    en: 'Use a new Idempotency-Key for a new request, and the very same content to repeat one.',
  },
})

export const Unexpected = defineProblem({
  code: 'unexpected',
  status: 500,
  title: { zh: '系统出现意外错误', en: 'Something went wrong on our side' },
  detail: (about: { incident: string }) => ({
    zh: `错误编号 ${about.incident}`,
    en: `Incident ${about.incident}`,
  }),
  mend: {
    zh: '请稍后再试；若仍不行，请把错误编号告诉经办机构。已提交成功的内容不会丢失。',
    en: 'Try again later; if it happens again, tell the agency the incident number. Nothing already accepted is lost.',
  },
  members: (about) => ({ incident: about.incident }),
})

/** The field in words and what is wrong with it; only the latter where it names the field itself. */
function said({ path, message }: SentFault, language: keyof Sentences, colon: string): string {
  const field = path && fieldInWords(path)[language]
  return field && !message[language].startsWith(field)
    ? `${field}${colon}${message[language]}`
    : message[language]
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1_048_576))
}
