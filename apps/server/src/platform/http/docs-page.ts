import { allProblems, type Language } from '../problem.ts'
import type { Json } from './json.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: Json
  readonly description?: string
}

interface Operation {
  readonly summary: string
  readonly tags: readonly string[]
  readonly 'x-access': readonly string[]
  readonly 'x-problems': readonly string[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema?: Json }> }
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: Json }> }>
}

const words = {
  zh: {
    title: '一窗 接口说明',
    intro:
      '金额为元，两位小数的文字；日期为 YYYY-MM-DD。出错时返回 RFC 9457 问题文档，语言随 Accept-Language。写操作带上 Idempotency-Key，重复提交只办一次；对办件的写操作带上 Prefer: return=minimal，只返回编号和版本。',
    machine: '机器可读的说明',
    who: '谁可调用',
    where: '位置',
    name: '名称',
    required: '必填',
    form: '形式',
    yes: '是',
    no: '否',
    sent: '请求正文',
    reply: '答复',
    problems: '问题',
    all: '全部问题代码',
    mend: '怎么办',
    other: 'English',
    status: '状态',
  },
  en: {
    title: 'Yichuang API',
    intro:
      'Amounts are yuan as text with two decimals; days are YYYY-MM-DD. Failures are RFC 9457 problems in the language of Accept-Language. Send an Idempotency-Key with every write: repeated, it is done once. With Prefer: return=minimal an act upon a case answers only its id and version.',
    machine: 'Machine-readable description',
    who: 'Who may call',
    where: 'In',
    name: 'Name',
    required: 'Required',
    form: 'Form',
    yes: 'yes',
    no: 'no',
    sent: 'Request body',
    reply: 'Reply',
    problems: 'Problems',
    all: 'All problem codes',
    mend: 'How to mend',
    other: '中文',
    status: 'Status',
  },
} as const

/** The API as a page people read: no script, works with the keyboard and a screen reader. */
export function docsPage(description: Json, language: Language): string {
  const t = words[language]
  const groups = new Map<string, string[]>()
  for (const [path, methods] of Object.entries(
    description['paths'] as Record<string, Record<string, Operation>>,
  ))
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? ''
      groups.set(tag, [...(groups.get(tag) ?? []), section(method.toUpperCase(), path, operation, language)])
    }
  const names = [...groups.keys()].sort()
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${t.title}</title><style>${STYLE}</style></head><body>
<header><h1>${t.title}</h1><p>${t.intro}</p>
<p><a href="/api/openapi.json">${t.machine} (OpenAPI 3.1)</a> · <a href="?lang=${language === 'zh' ? 'en' : 'zh'}" lang="${language === 'zh' ? 'en' : 'zh-CN'}">${t.other}</a></p>
<nav>${names.map((name) => `<a href="#${escape(name)}">${escape(name)}</a>`).join(' ')} <a href="#problems">${t.problems}</a></nav></header>
<main>${names.map((name) => `<h2 id="${escape(name)}">${escape(name)}</h2>${groups.get(name)!.join('')}`).join('')}
<h2 id="problems">${t.all}</h2>${problemTable(language)}</main></body></html>`
}

function section(method: string, path: string, operation: Operation, language: Language): string {
  const t = words[language]
  const sent = Object.entries(operation.requestBody?.content ?? {})[0]
  const reply = Object.entries(operation.responses['200']?.content ?? {})[0]
  return `<article><h3><code>${method} ${escape(path)}</code></h3><p>${escape(operation.summary)}</p>
<p>${t.who}: ${operation['x-access'].map((who) => `<code>${escape(who)}</code>`).join(' ')}${
    operation['x-problems'].length > 0
      ? ` · ${t.problems}: ${operation['x-problems'].map((code) => `<a href="#problem-${escape(code)}">${escape(code)}</a>`).join(' ')}`
      : ''
  }</p>${parameterTable(operation.parameters, language)}${schemaBlock(t.sent, sent)}${schemaBlock(t.reply, reply)}</article>`
}

function parameterTable(parameters: readonly Parameter[], language: Language): string {
  if (parameters.length === 0) return ''
  const t = words[language]
  const rows = parameters.map(
    (parameter) =>
      `<tr><th scope="row"><code>${escape(parameter.name)}</code></th><td>${parameter.in}</td><td>${parameter.required ? t.yes : t.no}</td><td>${escape(shape(parameter.schema))}${parameter.description ? ` — ${escape(parameter.description)}` : ''}</td></tr>`,
  )
  return `<table><thead><tr><th>${t.name}</th><th>${t.where}</th><th>${t.required}</th><th>${t.form}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function schemaBlock(title: string, content: [string, { readonly schema?: Json }] | undefined): string {
  if (!content) return ''
  const [type, { schema }] = content
  return `<details><summary>${title} <code>${escape(type)}</code></summary>${schema ? `<pre>${escape(outline(schema))}</pre>` : ''}</details>`
}

function problemTable(language: Language): string {
  const t = words[language]
  const rows = [...allProblems()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { status, title, mend }]) =>
        `<tr id="problem-${escape(code)}"><th scope="row"><code>${escape(code)}</code></th><td>${status}</td><td>${escape(title[language])}</td><td>${escape(mend?.[language] ?? '')}</td></tr>`,
    )
  return `<table><thead><tr><th>${t.problems}</th><th>${t.status}</th><th></th><th>${t.mend}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** A schema as people write shapes: `{ name: text, days?: whole number }`. */
function outline(schema: Json, indent = ''): string {
  const {
    properties,
    required = [],
    items,
    anyOf,
  } = schema as {
    properties?: Record<string, Json>
    required?: string[]
    items?: Json
    anyOf?: Json[]
  }
  if (properties) {
    const inner = `${indent}  `
    const lines = Object.entries(properties).map(
      ([name, property]) =>
        `${inner}${name}${required.includes(name) ? '' : '?'}: ${outline(property, inner)}`,
    )
    return lines.length > 0 ? `{\n${lines.join('\n')}\n${indent}}` : '{}'
  }
  if (items) return `[ ${outline(items, indent)} ]`
  if (anyOf) return anyOf.map((option) => outline(option, indent)).join(' | ')
  return shape(schema)
}

function shape(schema: Json): string {
  const values = schema['enum'] as unknown[] | undefined
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ')
  if ('const' in schema) return JSON.stringify(schema['const'])
  const note = [schema['format'], schema['description']].filter((text) => typeof text === 'string').join(', ')
  const type = typeof schema['type'] === 'string' ? schema['type'] : 'any'
  return `${type}${note ? ` (${note})` : ''}`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
}

const STYLE = `body{font:16px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1a2a2e;background:#fff}
a{color:#0b5c68}nav a{display:inline-block;min-height:2rem;margin-right:.75rem}article{border-top:1px solid #cfd8da;padding:.5rem 0}
h3{margin:.5rem 0;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #dde4e6;overflow-wrap:anywhere}
pre{background:#f3f6f7;padding:.75rem;overflow:auto;font-size:.9rem}summary{cursor:pointer;padding:.25rem 0}`
