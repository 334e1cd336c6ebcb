import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/db.ts'
import { Unexpected } from '../../platform/http/problems.ts'
import { Problem, type Language } from '../../platform/problem.ts'
import { newId } from '../../platform/uuid.ts'
import { listOffices } from '../organisations/index.ts'
import { NowhereInsured } from './identity.problems.ts'
import { escapeHtml, renderPage } from './page.ts'

const WORDS = {
  zh: { again: '重新登录', portal: '回到服务门户', desk: '工作人员登录', phones: '可以拨打的电话' },
  en: { again: 'Sign in again', portal: 'To the portal', desk: 'Staff sign-in', phones: 'Whom to call' },
}

/** Answers a failed sign-in with a page that says what happened and what to do next. */
export async function problemPage(
  db: Db,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
): Promise<FastifyReply> {
  const problem = error instanceof Problem ? error : Unexpected({ incident: newId() }, { cause: error })
  if (problem.status >= 500) request.log.error({ err: error, problem: problem.code }, problem.message)
  else request.log.info({ problem: problem.code }, 'sign-in refused')
  const { title, detail, mend } = problem.render(language)
  const words = WORDS[language]
  const lang = language === 'en' ? '&lang=en' : ''
  const phones = problem.code === NowhereInsured.code ? await phoneList(db, words.phones) : ''
  const body = `
    ${detail ? `<p>${escapeHtml(detail)}</p>` : ''}
    <p class="warn">${escapeHtml(mend)}</p>${phones}
    <p class="actions">
      <a class="button" href="/auth/sign-in?for=portal${lang}">${words.again}</a>
      <a class="button quiet" href="/">${words.portal}</a>
      <a class="button quiet" href="/auth/sign-in?for=desk${lang}">${words.desk}</a>
    </p>`
  return reply
    .code(problem.status)
    .type('text/html; charset=utf-8')
    .send(renderPage({ language, title, body }))
}

/** The agencies' own numbers; an installation without offices shows none. */
async function phoneList(db: Db, heading: string): Promise<string> {
  const offices = (await listOffices(db)).filter(
    ({ level, active, phone }) => level === 'city' && active && phone,
  )
  if (offices.length === 0) return ''
  const rows = offices.map(({ name, phone }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(phone!)}</dd>`)
  return `<h2>${heading}</h2><dl>${rows.join('')}</dl>`
}
