import { actsOf } from './visits.js'
import { words } from './words.js'

const at = (id) => document.getElementById(id)
let language = 'zh-CN'
let state
let last = Promise.resolve()
let said = { key: undefined, text: '', bad: false }
const word = (key) => words[language][key]
const yuan = (value) => Number(value ?? 0).toFixed(2)

function element(name, text, attributes = {}) {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

function draw() {
  document.documentElement.lang = language
  for (const each of document.querySelectorAll('[data-word]')) each.textContent = word(each.dataset.word)
  const { institution, neighbour, profile, today } = state
  document.title = institution.name
  at('name').textContent = institution.name
  at('who').textContent = [institution.code, profile, neighbour, `${word('today')} ${today}`]
    .filter(Boolean)
    .join(' · ')
  at('language').textContent = word('other')
  at('language').lang = language === 'en' ? 'zh-CN' : 'en'
  if (at('patients').options.length === 0)
    for (const { name, idNumber } of state.patients)
      at('patients').append(element('option', name, { value: idNumber }))
  drawKinds()
  drawPlay()
  at('message').textContent = said.key ? word(said.key) : said.text
  at('message').className = said.bad ? 'bad' : ''
  at('none').hidden = state.visits.length > 0
  at('visits').replaceChildren(...state.visits.map(visitItem))
  at('journal').replaceChildren(...state.journal.map(journalRow))
}

function drawKinds() {
  const chosen = at('kinds').value
  at('kinds').replaceChildren(...KINDS.map((act) => element('option', word(act), { value: act })))
  if (chosen) at('kinds').value = chosen
}
const KINDS = ['register', 'admit', 'basket', 'refer', 'file-chronic']

/** What the play of everything has said so far; while it runs, the page looks again. */
function drawPlay() {
  const { said, running } = state.play
  at('play').disabled = running
  at('play').textContent = word(running ? 'playing' : 'play')
  at('said').replaceChildren(
    ...said.map(({ zh, en, held }) =>
      element('li', language === 'en' ? en : zh, {
        class: held === null ? 'soft' : held ? 'good' : 'bad',
      }),
    ),
  )
  if (running && !looking) {
    looking = true
    setTimeout(() => void look(), 300)
  }
}
let looking = false
async function look() {
  looking = false
  state = (await (await fetch('/state')).json()).state
  if (!state.play.running) {
    const right = !state.play.said.some(({ held }) => held === false)
    sayNow({ key: right ? 'played' : 'broken', bad: !right })
  }
  draw()
}

function visitItem(visit) {
  const item = element('li')
  const where = visit.institution === state.institution.name ? [] : [visit.institution]
  item.append(element('h3', [word(`is-${visit.kind}`), visit.patient, visit.number, ...where].join(' · ')))
  if (visit.uncertain)
    item.append(element('p', `${visit.uncertain.infno} ${word('unknown')}`, { class: 'unknown' }))
  if (visit.lines.length > 0 && !visit.closed)
    item.append(
      element(
        'p',
        `${word('lines')} ${visit.lines.length}${visit.discharged ? ` · ${word('discharged')}` : ''}`,
      ),
    )
  if (visit.preview && !visit.closed) item.append(element('p', amounts(visit.preview)))
  if (visit.setlId) item.append(element('p', `${word('settled')} ${visit.setlId}`, { class: 'good' }))
  if (visit.filing && !visit.closed)
    item.append(element('p', `${word('filed')} ${visit.filing}`, { class: 'good' }))
  if (visit.closed) item.append(element('p', word('closed'), { class: 'soft' }))
  const acts = element('div', undefined, { class: 'acts' })
  for (const [index, act] of actsOf(visit, state.reversible).entries()) {
    const button = element('button', word(act), { type: 'button', ...(index === 0 && { class: 'first' }) })
    button.setAttribute('aria-label', `${word(act)}：${visit.patient} ${visit.number}`)
    button.addEventListener('click', () => perform({ act, visit: visit.number }))
    acts.append(button)
  }
  item.append(acts)
  return item
}

function amounts(info) {
  const { medfee_sumamt, fund_pay_sumamt, psn_part_amt, acct_pay, psn_cash_pay } = info
  return `${word('total')} ${yuan(medfee_sumamt)} = ${word('fund')} ${yuan(fund_pay_sumamt)} + ${word('person')} ${yuan(psn_part_amt)}（${word('account')} ${yuan(acct_pay)}，${word('cash')} ${yuan(psn_cash_pay)}）`
}

function journalRow({ at: time, infno, msgid, ok, reason, act }) {
  const row = element('tr')
  const answer = ok ? word('ok') : act === 'lost' ? word('unknown') : reason
  row.append(
    element('td', time.slice(11)),
    element('td', `${infno} ${word(`n${infno.slice(0, 4)}`) ?? ''}`),
    element('td', answer, { class: ok ? 'good' : 'bad' }),
    element('td', msgid),
  )
  return row
}

const BOOKS = ['reconcile', 'next-day', 'detail', 'clear']
const NEVER_LOST = [...BOOKS, 'play', 'basket', 'sign-in']
const sayNow = (what) => (said = what)

/** One step after the other, in the order of the clicks. */
function perform(asked) {
  last = last.then(() => run(asked))
  return last
}

async function run(asked) {
  try {
    const lose = at('lose').checked && !NEVER_LOST.includes(asked.act)
    const response = await fetch('/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hospital': '1' },
      body: JSON.stringify({ ...asked, lose }),
    })
    const result = await response.json()
    state = result.state
    if (lose) at('lose').checked = false
    if (result.fault) said = { text: result.fault, bad: true }
    else said = result.lost ? { key: 'lost', bad: true } : { key: 'done', bad: false }
    draw()
    if (result.compared) showCompared(result.compared)
    if (result.told) at('compared').replaceChildren(...result.told.map((line) => element('li', line)))
  } catch (error) {
    said = { text: String(error), bad: true }
    draw()
  }
}

function showCompared(compared) {
  const lines = compared.map(({ institution, insutype, clrType, count, total, fund, result, said }) =>
    element(
      'li',
      `${institution} ${insutype}/${clrType}：${word('count')} ${count}，${word('total')} ${total}，${word('fund')} ${fund}：${word(result)}${said ? `（${said}）` : ''}`,
      { class: result === 'even' ? 'good' : 'bad' },
    ),
  )
  at('compared').replaceChildren(...(lines.length > 0 ? lines : [element('li', word('nothing'))]))
}

at('new').addEventListener('submit', (event) => {
  event.preventDefault()
  void perform({ act: at('kinds').value, idNumber: at('patients').value })
})
at('play').addEventListener('click', () => void perform({ act: 'play' }))
for (const act of BOOKS) at(act).addEventListener('click', () => void perform({ act }))
at('language').addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en'
  draw()
})
state = (await (await fetch('/state')).json()).state
draw()
void perform({ act: 'sign-in' })
