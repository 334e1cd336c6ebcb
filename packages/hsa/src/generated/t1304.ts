// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input1304Data {
  /** 医疗目录编码 */
  readonly med_list_codg?: string
  /** 通用名编号 */
  readonly genname_codg?: string
  /** 药品通用名 */
  readonly drug_genname?: string
  /** 药品商品名 */
  readonly drug_prodname?: string
  /** 中草药名称 */
  readonly tcmherb_name?: string
  /** 中草药单复方标志 */
  readonly cpnd_flag?: string
  /** 有效标志 */
  readonly vali_flag?: string
  /** 唯一记录号 */
  readonly rid?: string
  /** 版本号 */
  readonly ver?: string
  /** 经办开始时间 */
  readonly opt_begn_time?: PlainDate
  /** 经办结束时间 */
  readonly opt_end_time?: PlainDate
  /** 更新时间 */
  readonly updt_time?: PlainDate
  /** 当前页数 */
  readonly page_num?: number
  /** 本页数据量 */
  readonly page_size?: number
}

/** What 1304 民族药品目录查询 asks. */
export interface Input1304 {
  readonly data: Input1304Data
}

export interface Output1304Fields {
  /** 医疗目录编码 */
  readonly med_list_codg?: string
  /** 药品商品名 */
  readonly drug_prodname?: string
  /** 通用名编号 */
  readonly genname_codg?: string
  /** 药品通用名 */
  readonly drug_genname?: string
  /** 民族药种类 */
  readonly ethdrug_type?: string
  /** 化学名称 */
  readonly chemname?: string
  /** 别名 */
  readonly alis?: string
  /** 英文名称 */
  readonly eng_name?: string
  /** 剂型 */
  readonly dosform?: string
  /** 每次用量 */
  readonly each_dos?: string
  /** 使用频次 */
  readonly used_frqu?: string
  /** 国家药品编号 */
  readonly nat_drug_no?: string
  /** 用法 */
  readonly used_mtd?: string
  /** 成分 */
  readonly ing?: string
  /** 性状 */
  readonly chrt?: string
  /** 不良反应 */
  readonly defs?: string
  /** 禁忌 */
  readonly tabo?: string
  /** 注意事项 */
  readonly mnan?: string
  /** 贮藏 */
  readonly stog?: string
  /** 药品规格 */
  readonly drug_spec?: string
  /** 计价单位类型 */
  readonly prcunt_type?: string
  /** 非处方药标志 */
  readonly otc_flag?: string
  /** 包装材质 */
  readonly pacmatl?: string
  /** 包装规格 */
  readonly pacspec?: string
  /** 最小使用单位 */
  readonly min_useunt?: string
  /** 最小销售单位 */
  readonly min_salunt?: string
  /** 说明书 */
  readonly manl?: string
  /** 给药途径 */
  readonly rute?: string
  /** 开始日期 */
  readonly begndate?: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 药理分类 */
  readonly pham_type?: string
  /** 备注 */
  readonly memo?: string
  /** 包装数量 */
  readonly pac_cnt?: string
  /** 最小计量单位 */
  readonly min_unt?: string
  /** 最小包装数量 */
  readonly min_pac_cnt?: number
  /** 最小包装单位 */
  readonly min_pacunt?: string
  /** 最小制剂单位 */
  readonly min_prepunt?: string
  /** 药品有效期 */
  readonly drug_expy?: string
  /** 功能主治 */
  readonly efcc_atd?: string
  /** 最小计价单位 */
  readonly min_prcunt?: string
  /** 五笔助记码 */
  readonly wubi?: string
  /** 拼音助记码 */
  readonly pinyin?: string
  /** 有效标志 */
  readonly vali_flag?: string
  /** 唯一记录号 */
  readonly rid?: string
  /** 数据创建时间 */
  readonly crte_time?: PlainDate
  /** 数据更新时间 */
  readonly updt_time?: PlainDate
  /** 创建人 */
  readonly crter_id?: string
  /** 创建人姓名 */
  readonly crter_name?: string
  /** 创建经办机构 */
  readonly crte_optins_no?: string
  /** 经办人 */
  readonly opter_id?: string
  /** 经办人姓名 */
  readonly opter_name?: string
  /** 经办时间 */
  readonly opt_time?: PlainDate
  /** 经办机构 */
  readonly optins_no?: string
  /** 版本号 */
  readonly ver?: string
}

/** What 1304 民族药品目录查询 answers. */
export type Output1304 = readonly Output1304Fields[]

/** 1304 民族药品目录查询 */
export const t1304: TransactionSpec = {
  infno: '1304',
  name: '民族药品目录查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'med_list_codg', name: '医疗目录编码', kind: 'text', size: 20 },
        { code: 'genname_codg', name: '通用名编号', kind: 'text', size: 100 },
        { code: 'drug_genname', name: '药品通用名', kind: 'text', size: 20 },
        f.drug_prodname,
        { code: 'tcmherb_name', name: '中草药名称', kind: 'text', size: 30 },
        { code: 'cpnd_flag', name: '中草药单复方标志', kind: 'text', size: 255 },
        f.vali_flag,
        { code: 'rid', name: '唯一记录号', kind: 'text', size: 30 },
        f.ver,
        { code: 'opt_begn_time', name: '经办开始时间', kind: 'day' },
        { code: 'opt_end_time', name: '经办结束时间', kind: 'day' },
        f.updt_time,
        f.page_num,
        f.page_size,
      ],
    },
  ],
  output: [
    {
      path: '',
      rows: true,
      fields: [
        f.med_list_codg,
        f.drug_prodname,
        { code: 'genname_codg', name: '通用名编号', kind: 'text', size: 20 },
        { code: 'drug_genname', name: '药品通用名', kind: 'text', size: 500 },
        { code: 'ethdrug_type', name: '民族药种类', kind: 'text', size: 3 },
        { code: 'chemname', name: '化学名称', kind: 'text', size: 100 },
        { code: 'alis', name: '别名', kind: 'text', size: 100 },
        { code: 'eng_name', name: '英文名称', kind: 'text', size: 500 },
        { code: 'dosform', name: '剂型', kind: 'text', size: 500 },
        { code: 'each_dos', name: '每次用量', kind: 'text', size: 2000 },
        { code: 'used_frqu', name: '使用频次', kind: 'text', size: 30 },
        { code: 'nat_drug_no', name: '国家药品编号', kind: 'text', size: 20 },
        { code: 'used_mtd', name: '用法', kind: 'text', size: 2000 },
        { code: 'ing', name: '成分', kind: 'text', size: 500 },
        { code: 'chrt', name: '性状', kind: 'text', size: 500 },
        { code: 'defs', name: '不良反应', kind: 'text', size: 1000 },
        { code: 'tabo', name: '禁忌', kind: 'text', size: 500 },
        { code: 'mnan', name: '注意事项', kind: 'text', size: 500 },
        { code: 'stog', name: '贮藏', kind: 'text', size: 500 },
        { code: 'drug_spec', name: '药品规格', kind: 'text', size: 500 },
        { code: 'prcunt_type', name: '计价单位类型', kind: 'text', size: 3 },
        { code: 'otc_flag', name: '非处方药标志', kind: 'text', size: 3 },
        { code: 'pacmatl', name: '包装材质', kind: 'text', size: 500 },
        { code: 'pacspec', name: '包装规格', kind: 'text', size: 3 },
        { code: 'min_useunt', name: '最小使用单位', kind: 'text', size: 30 },
        { code: 'min_salunt', name: '最小销售单位', kind: 'text', size: 30 },
        { code: 'manl', name: '说明书', kind: 'text', size: 2000 },
        { code: 'rute', name: '给药途径', kind: 'text', size: 30 },
        f.begndate,
        f.enddate,
        { code: 'pham_type', name: '药理分类', kind: 'text', size: 40 },
        f.memo,
        { code: 'pac_cnt', name: '包装数量', kind: 'text', size: 20 },
        { code: 'min_unt', name: '最小计量单位', kind: 'text', size: 30 },
        { code: 'min_pac_cnt', name: '最小包装数量', kind: 'whole', size: 20 },
        { code: 'min_pacunt', name: '最小包装单位', kind: 'text', size: 30 },
        { code: 'min_prepunt', name: '最小制剂单位', kind: 'text', size: 30 },
        { code: 'drug_expy', name: '药品有效期', kind: 'text', size: 100 },
        { code: 'efcc_atd', name: '功能主治', kind: 'text', size: 2000 },
        { code: 'min_prcunt', name: '最小计价单位', kind: 'text', size: 50 },
        f.wubi,
        f.pinyin,
        f.vali_flag,
        f.rid,
        { code: 'crte_time', name: '数据创建时间', kind: 'day' },
        { code: 'updt_time', name: '数据更新时间', kind: 'day' },
        f.crter_id,
        f.crter_name,
        { code: 'crte_optins_no', name: '创建经办机构', kind: 'text', size: 20 },
        f.opter_id,
        f.opter_name,
        f.opt_time,
        f.optins_no,
        f.ver,
      ],
    },
  ],
}
