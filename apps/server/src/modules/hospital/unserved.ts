import { transactions, type Infno } from '@yichuang/hsa'

const FILES =
  '本中心没有国家标准目录的文件，不能下载。本地医保目录请用 1312 查询，匹配关系用 1316，限价用 1318，先自付比例用 1319。'
const MOBILE =
  '移动支付由医保移动支付中心受理，本中心不受理。请扫描参保人的医保电子凭证（6101），按 2201 至 2207 结算。'
const REGISTERS = '本中心没有机构科室和执业人员的备案资料，不能查询。请在本机构系统中查询。'

/** Transactions of the standard that are read but not done here, and why, with what to do instead. */
const reasons: Readonly<Partial<Record<Infno, string>>> = {
  '1161': '读卡由机构的读卡设备完成，本中心不受理。请用 1101 按证件号码查询，或用 6101 解析医保电子凭证。',
  ...every(['1301', '1302', '1303', '1305', '1306', '1307', '1308', '1309', '1310', '1311'], FILES),
  ...every(['1304', '1313', '1314', '1315'], FILES),
  ...every(['5101', '5102'], REGISTERS),
  ...every(['6201', '6202', '6203', '6204', '6301', '6302', '6401'], MOBILE),
}

/** The sentence an institution gets that sends such a transaction; undefined for one that is served or that nobody knows. */
export function whyUnserved(infno: Infno): string | undefined {
  const reason = reasons[infno]
  return reason === undefined ? undefined : `${infno} ${transactions[infno].name}：${reason}`
}

function every(infnos: readonly Infno[], reason: string): Partial<Record<Infno, string>> {
  return Object.fromEntries(infnos.map((infno) => [infno, reason]))
}
