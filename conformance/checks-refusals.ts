import { must, type Check } from './check.ts'
import { inputs } from '../hospital/client/messages.ts'
import { openStation } from '../hospital/client/station.ts'
import { settleInput, Skipped, type Kit } from './kit.ts'

const SHARED_SECRET = new Set(['gateway', 'x-tif', 'x-ca', 'apikey', 'card-token'])

/** What would harm money or people is refused, in a shape clients can read. */
export const refusalChecks: readonly Check[] = [
  {
    id: 'refuse-unknown-number',
    zh: '未知的交易编号被拒绝',
    en: 'A transaction number nobody knows is refused',
    source: '拒绝 refusals',
    run: async (kit) => void (await kit.refused('交易编号 0000', '0000', { data: {} })),
  },
  {
    id: 'refuse-signature',
    zh: '签名不对时，返回网关的格式：code 401 和原因',
    en: 'A wrong signature gets the gateway’s own shape: code 401 and a message',
    source: '签名 signatures',
    async run({ target }) {
      const { station } = target
      if (!SHARED_SECRET.has(station.profile))
        throw new Skipped(`${station.profile} 没有共享密钥 has no shared secret`)
      const party = { ...station.party, keys: { secret: 'not-the-secret-of-anybody' } }
      const answer = await openStation({ ...station, party }).ask('1101', inputs.person(target.idNumber))
      const json = JSON.parse(answer.text) as Readonly<Record<string, unknown>>
      must(
        json['code'] === 401 && typeof json['message'] === 'string' && !('output' in json),
        answer.text.slice(0, 100),
      )
    },
  },
  {
    id: 'refuse-other-institution',
    zh: '不能以本机构的凭证代其他机构办理',
    en: 'Nobody acts for another institution',
    source: '签名 signatures',
    async run(kit) {
      const { code } = kit.target.station.institution
      const other = `${code.slice(0, -1)}${code.endsWith('9') ? '8' : '9'}`
      const answer = await kit.station.ask('1101', inputs.person(kit.target.idNumber), {
        envelope: { fixmedins_code: other },
      })
      must(!answer.ok, `fixmedins_code ${other} 没有被拒绝`)
    },
  },
  {
    id: 'refuse-amount',
    zh: '三位小数或负数的金额被拒绝',
    en: 'An amount of three decimals, or below nothing, is refused',
    source: '拒绝 refusals',
    async run(kit) {
      const charged = await kit.charged()
      const { data } = settleInput(charged)
      for (const medfee_sumamt of [`${charged.total}5`, `-${charged.total}`, '1e3', 'NaN', true])
        await kit.refused(`医疗费总额 ${JSON.stringify(medfee_sumamt)}`, '2207', {
          data: { ...data, medfee_sumamt },
        })
    },
  },
  {
    id: 'refuse-total',
    zh: '医疗费总额与上传的明细不一致时被拒绝',
    en: 'A total that is not that of the lines is refused',
    source: '拒绝 refusals',
    async run(kit) {
      const charged = await kit.charged()
      const { data } = settleInput(charged)
      const medfee_sumamt = (Number(charged.total) + 0.01).toFixed(2)
      await kit.refused('医疗费总额多一分', '2207', { data: { ...data, medfee_sumamt } })
    },
  },
  {
    id: 'refuse-identity',
    zh: '校验位不对的身份证号被拒绝',
    en: 'An identity number whose check digit is wrong is refused',
    source: '拒绝 refusals',
    async run(kit) {
      const { idNumber } = kit.target
      const last = idNumber.endsWith('1') ? '2' : '1'
      await kit.refused('身份证号末位不对', '1101', inputs.person(`${idNumber.slice(0, -1)}${last}`))
    },
  },
  {
    id: 'refuse-other-person',
    zh: '就诊和结算只认本人：人员编号不对时被拒绝',
    en: 'A visit belongs to its person: another number is refused',
    source: '拒绝 refusals',
    run: (kit) => otherPerson(kit),
  },
  {
    id: 'refuse-no-json',
    zh: '不是 JSON 的报文得到可读的拒绝，而不是系统错误',
    en: 'What is no JSON gets a refusal that can be read, no system error',
    source: '拒绝 refusals',
    async run({ target }) {
      const { url, entry = '/fsi/api/rsfComIfsService/callService' } = target.station
      for (const body of ['', '{', '[]', 'null', '\u0000']) {
        const response = await fetch(`${url}${entry}`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
        })
        const text = await response.text()
        must(
          response.status < 500 && isObject(text),
          `正文 ${JSON.stringify(body)} 得到 HTTP ${response.status}`,
        )
      }
    },
  },
]

async function otherPerson(kit: Kit): Promise<void> {
  const charged = await kit.charged()
  const { data } = settleInput(charged)
  const last = data.psn_no.at(-1) === '0' ? '1' : '0'
  const psn_no = `${data.psn_no.slice(0, -1)}${last}`
  await kit.refused('人员编号末位不同', '2207', { data: { ...data, psn_no } })
}

function isObject(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null
  } catch {
    return false
  }
}
