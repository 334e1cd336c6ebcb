import type { Result } from './check.ts'
import type { SignedReport } from './sign.ts'

const MARK = { passed: '✓', failed: '✗', skipped: '–' } as const
const WORD = { passed: '通过 passed', failed: '不通过 failed', skipped: '未检查 skipped' } as const

/** The report as Markdown, failures first. */
export function asMarkdown({ report, signature }: SignedReport): string {
  const rows = ordered(report.results).map(
    ({ id, zh, en, status, finding }) =>
      `| ${MARK[status]} | ${id} | ${cell(zh)}<br>${cell(en)} | ${cell(finding ?? '')} |`,
  )
  return `${[
    '# 接口符合性检查报告 Conformance report',
    '',
    `中心 centre: ${report.centre}  `,
    `机构 institution: ${report.institution}（${report.profile}）  `,
    `时间 time: ${report.startedAt} – ${report.endedAt}  `,
    `报文 messages: ${report.messages}；通过 passed ${report.passed}，不通过 failed ${report.failed}，未检查 skipped ${report.skipped}`,
    '',
    '| | 检查 check | 要求 requirement | 发现 finding |',
    '|---|---|---|---|',
    ...rows,
    '',
    `签名 signature: ${signature.algorithm} ${signature.publicKey}`,
  ].join('\n')}\n`
}

/** The same as a page of its own, to be read and printed without anything else. */
export function asHtml({ report, signature }: SignedReport): string {
  const rows = ordered(report.results).map(
    ({ id, zh, en, status, finding }) =>
      `<tr class="${status}"><td>${MARK[status]} ${WORD[status]}</td><td>${escape(id)}</td><td>${escape(zh)}<br><span lang="en">${escape(en)}</span></td><td>${escape(finding ?? '')}</td></tr>`,
  )
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口符合性检查报告</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:1000px;margin:24px auto;padding:0 16px;color:#1d2a33}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid #c9d3d9;overflow-wrap:anywhere}.failed td:first-child{color:#a3261b;font-weight:600}.passed td:first-child{color:#0b6b4f}</style></head>
<body><main><h1>接口符合性检查报告 <span lang="en">Conformance report</span></h1>
<p>中心 ${escape(report.centre)}，机构 ${escape(report.institution)}（${escape(report.profile)}），${escape(report.startedAt)}</p>
<p>报文 ${report.messages} 条；通过 ${report.passed}，不通过 ${report.failed}，未检查 ${report.skipped}</p>
<table><thead><tr><th scope="col">结果</th><th scope="col">检查</th><th scope="col">要求</th><th scope="col">发现</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
<p>${escape(signature.algorithm)} ${escape(signature.publicKey)}</p></main></body></html>
`
}

function ordered(results: readonly Result[]): Result[] {
  const order = { failed: 0, skipped: 1, passed: 2 } as const
  return results.toSorted((a, b) => order[a.status] - order[b.status])
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').replaceAll('<', '&lt;')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
