// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'
import { t100001 } from './t100001.ts'
import type { Input100001, Output100001 } from './t100001.ts'
import { t1101 } from './t1101.ts'
import type { Input1101, Output1101 } from './t1101.ts'
import { t1161 } from './t1161.ts'
import type { Input1161, Output1161 } from './t1161.ts'
import { t1162 } from './t1162.ts'
import type { Input1162, Output1162 } from './t1162.ts'
import { t1201 } from './t1201.ts'
import type { Input1201, Output1201 } from './t1201.ts'
import { t1301 } from './t1301.ts'
import type { Input1301, Output1301 } from './t1301.ts'
import { t1302 } from './t1302.ts'
import type { Input1302, Output1302 } from './t1302.ts'
import { t1303 } from './t1303.ts'
import type { Input1303, Output1303 } from './t1303.ts'
import { t1304 } from './t1304.ts'
import type { Input1304, Output1304 } from './t1304.ts'
import { t1305 } from './t1305.ts'
import type { Input1305, Output1305 } from './t1305.ts'
import { t1306 } from './t1306.ts'
import type { Input1306, Output1306 } from './t1306.ts'
import { t1307 } from './t1307.ts'
import type { Input1307, Output1307 } from './t1307.ts'
import { t1308 } from './t1308.ts'
import type { Input1308, Output1308 } from './t1308.ts'
import { t1309 } from './t1309.ts'
import type { Input1309, Output1309 } from './t1309.ts'
import { t1310 } from './t1310.ts'
import type { Input1310, Output1310 } from './t1310.ts'
import { t1311 } from './t1311.ts'
import type { Input1311, Output1311 } from './t1311.ts'
import { t1312 } from './t1312.ts'
import type { Input1312, Output1312 } from './t1312.ts'
import { t1313 } from './t1313.ts'
import type { Input1313, Output1313 } from './t1313.ts'
import { t1314 } from './t1314.ts'
import type { Input1314, Output1314 } from './t1314.ts'
import { t1315 } from './t1315.ts'
import type { Input1315, Output1315 } from './t1315.ts'
import { t1316 } from './t1316.ts'
import type { Input1316, Output1316 } from './t1316.ts'
import { t1317 } from './t1317.ts'
import type { Input1317, Output1317 } from './t1317.ts'
import { t1318 } from './t1318.ts'
import type { Input1318, Output1318 } from './t1318.ts'
import { t1319 } from './t1319.ts'
import type { Input1319, Output1319 } from './t1319.ts'
import { t1901 } from './t1901.ts'
import type { Input1901, Output1901 } from './t1901.ts'
import { t2001 } from './t2001.ts'
import type { Input2001, Output2001 } from './t2001.ts'
import { t2101 } from './t2101.ts'
import type { Input2101, Output2101 } from './t2101.ts'
import { t2102 } from './t2102.ts'
import type { Input2102, Output2102 } from './t2102.ts'
import { t2103 } from './t2103.ts'
import type { Input2103, Output2103 } from './t2103.ts'
import { t2201 } from './t2201.ts'
import type { Input2201, Output2201 } from './t2201.ts'
import { t2202 } from './t2202.ts'
import type { Input2202, Output2202 } from './t2202.ts'
import { t2203 } from './t2203.ts'
import type { Input2203, Output2203 } from './t2203.ts'
import { t2203A } from './t2203A.ts'
import type { Input2203A, Output2203A } from './t2203A.ts'
import { t2204 } from './t2204.ts'
import type { Input2204, Output2204 } from './t2204.ts'
import { t2205 } from './t2205.ts'
import type { Input2205, Output2205 } from './t2205.ts'
import { t2206 } from './t2206.ts'
import type { Input2206, Output2206 } from './t2206.ts'
import { t2207 } from './t2207.ts'
import type { Input2207, Output2207 } from './t2207.ts'
import { t2208 } from './t2208.ts'
import type { Input2208, Output2208 } from './t2208.ts'
import { t2301 } from './t2301.ts'
import type { Input2301, Output2301 } from './t2301.ts'
import { t2302 } from './t2302.ts'
import type { Input2302, Output2302 } from './t2302.ts'
import { t2303 } from './t2303.ts'
import type { Input2303, Output2303 } from './t2303.ts'
import { t2304 } from './t2304.ts'
import type { Input2304, Output2304 } from './t2304.ts'
import { t2305 } from './t2305.ts'
import type { Input2305, Output2305 } from './t2305.ts'
import { t2306 } from './t2306.ts'
import type { Input2306, Output2306 } from './t2306.ts'
import { t2401 } from './t2401.ts'
import type { Input2401, Output2401 } from './t2401.ts'
import { t2402 } from './t2402.ts'
import type { Input2402, Output2402 } from './t2402.ts'
import { t2403 } from './t2403.ts'
import type { Input2403, Output2403 } from './t2403.ts'
import { t2404 } from './t2404.ts'
import type { Input2404, Output2404 } from './t2404.ts'
import { t2405 } from './t2405.ts'
import type { Input2405, Output2405 } from './t2405.ts'
import { t2406 } from './t2406.ts'
import type { Input2406, Output2406 } from './t2406.ts'
import { t2407 } from './t2407.ts'
import type { Input2407, Output2407 } from './t2407.ts'
import { t2501 } from './t2501.ts'
import type { Input2501, Output2501 } from './t2501.ts'
import { t2502 } from './t2502.ts'
import type { Input2502, Output2502 } from './t2502.ts'
import { t2503 } from './t2503.ts'
import type { Input2503, Output2503 } from './t2503.ts'
import { t2504 } from './t2504.ts'
import type { Input2504, Output2504 } from './t2504.ts'
import { t2505 } from './t2505.ts'
import type { Input2505, Output2505 } from './t2505.ts'
import { t2506 } from './t2506.ts'
import type { Input2506, Output2506 } from './t2506.ts'
import { t2507 } from './t2507.ts'
import type { Input2507, Output2507 } from './t2507.ts'
import { t2601 } from './t2601.ts'
import type { Input2601, Output2601 } from './t2601.ts'
import { t3201 } from './t3201.ts'
import type { Input3201, Output3201 } from './t3201.ts'
import { t3202 } from './t3202.ts'
import type { Input3202, Output3202 } from './t3202.ts'
import { t3203 } from './t3203.ts'
import type { Input3203, Output3203 } from './t3203.ts'
import { t3204 } from './t3204.ts'
import type { Input3204, Output3204 } from './t3204.ts'
import { t3301 } from './t3301.ts'
import type { Input3301, Output3301 } from './t3301.ts'
import { t3302 } from './t3302.ts'
import type { Input3302, Output3302 } from './t3302.ts'
import { t4101 } from './t4101.ts'
import type { Input4101, Output4101 } from './t4101.ts'
import { t4102 } from './t4102.ts'
import type { Input4102, Output4102 } from './t4102.ts'
import { t4103 } from './t4103.ts'
import type { Input4103, Output4103 } from './t4103.ts'
import { t4104 } from './t4104.ts'
import type { Input4104, Output4104 } from './t4104.ts'
import { t4105 } from './t4105.ts'
import type { Input4105, Output4105 } from './t4105.ts'
import { t5101 } from './t5101.ts'
import type { Input5101, Output5101 } from './t5101.ts'
import { t5102 } from './t5102.ts'
import type { Input5102, Output5102 } from './t5102.ts'
import { t5201 } from './t5201.ts'
import type { Input5201, Output5201 } from './t5201.ts'
import { t5202 } from './t5202.ts'
import type { Input5202, Output5202 } from './t5202.ts'
import { t5203 } from './t5203.ts'
import type { Input5203, Output5203 } from './t5203.ts'
import { t5204 } from './t5204.ts'
import type { Input5204, Output5204 } from './t5204.ts'
import { t5205 } from './t5205.ts'
import type { Input5205, Output5205 } from './t5205.ts'
import { t5206 } from './t5206.ts'
import type { Input5206, Output5206 } from './t5206.ts'
import { t5301 } from './t5301.ts'
import type { Input5301, Output5301 } from './t5301.ts'
import { t5302 } from './t5302.ts'
import type { Input5302, Output5302 } from './t5302.ts'
import { t5303 } from './t5303.ts'
import type { Input5303, Output5303 } from './t5303.ts'
import { t5304 } from './t5304.ts'
import type { Input5304, Output5304 } from './t5304.ts'
import { t6101 } from './t6101.ts'
import type { Input6101, Output6101 } from './t6101.ts'
import { t6201 } from './t6201.ts'
import type { Input6201, Output6201 } from './t6201.ts'
import { t6202 } from './t6202.ts'
import type { Input6202, Output6202 } from './t6202.ts'
import { t6203 } from './t6203.ts'
import type { Input6203, Output6203 } from './t6203.ts'
import { t6204 } from './t6204.ts'
import type { Input6204, Output6204 } from './t6204.ts'
import { t6301 } from './t6301.ts'
import type { Input6301, Output6301 } from './t6301.ts'
import { t6302 } from './t6302.ts'
import type { Input6302, Output6302 } from './t6302.ts'
import { t6401 } from './t6401.ts'
import type { Input6401, Output6401 } from './t6401.ts'
import { t9001 } from './t9001.ts'
import type { Input9001, Output9001 } from './t9001.ts'
import { t9002 } from './t9002.ts'
import type { Input9002, Output9002 } from './t9002.ts'
import { t9101 } from './t9101.ts'
import type { Input9101, Output9101 } from './t9101.ts'
import { t9102 } from './t9102.ts'
import type { Input9102, Output9102 } from './t9102.ts'
/** What each transaction carries once read. */
export interface Messages {
  '100001': { readonly input: Input100001; readonly output: Output100001 }
  '1101': { readonly input: Input1101; readonly output: Output1101 }
  '1161': { readonly input: Input1161; readonly output: Output1161 }
  '1162': { readonly input: Input1162; readonly output: Output1162 }
  '1201': { readonly input: Input1201; readonly output: Output1201 }
  '1301': { readonly input: Input1301; readonly output: Output1301 }
  '1302': { readonly input: Input1302; readonly output: Output1302 }
  '1303': { readonly input: Input1303; readonly output: Output1303 }
  '1304': { readonly input: Input1304; readonly output: Output1304 }
  '1305': { readonly input: Input1305; readonly output: Output1305 }
  '1306': { readonly input: Input1306; readonly output: Output1306 }
  '1307': { readonly input: Input1307; readonly output: Output1307 }
  '1308': { readonly input: Input1308; readonly output: Output1308 }
  '1309': { readonly input: Input1309; readonly output: Output1309 }
  '1310': { readonly input: Input1310; readonly output: Output1310 }
  '1311': { readonly input: Input1311; readonly output: Output1311 }
  '1312': { readonly input: Input1312; readonly output: Output1312 }
  '1313': { readonly input: Input1313; readonly output: Output1313 }
  '1314': { readonly input: Input1314; readonly output: Output1314 }
  '1315': { readonly input: Input1315; readonly output: Output1315 }
  '1316': { readonly input: Input1316; readonly output: Output1316 }
  '1317': { readonly input: Input1317; readonly output: Output1317 }
  '1318': { readonly input: Input1318; readonly output: Output1318 }
  '1319': { readonly input: Input1319; readonly output: Output1319 }
  '1901': { readonly input: Input1901; readonly output: Output1901 }
  '2001': { readonly input: Input2001; readonly output: Output2001 }
  '2101': { readonly input: Input2101; readonly output: Output2101 }
  '2102': { readonly input: Input2102; readonly output: Output2102 }
  '2103': { readonly input: Input2103; readonly output: Output2103 }
  '2201': { readonly input: Input2201; readonly output: Output2201 }
  '2202': { readonly input: Input2202; readonly output: Output2202 }
  '2203': { readonly input: Input2203; readonly output: Output2203 }
  '2203A': { readonly input: Input2203A; readonly output: Output2203A }
  '2204': { readonly input: Input2204; readonly output: Output2204 }
  '2205': { readonly input: Input2205; readonly output: Output2205 }
  '2206': { readonly input: Input2206; readonly output: Output2206 }
  '2207': { readonly input: Input2207; readonly output: Output2207 }
  '2208': { readonly input: Input2208; readonly output: Output2208 }
  '2301': { readonly input: Input2301; readonly output: Output2301 }
  '2302': { readonly input: Input2302; readonly output: Output2302 }
  '2303': { readonly input: Input2303; readonly output: Output2303 }
  '2304': { readonly input: Input2304; readonly output: Output2304 }
  '2305': { readonly input: Input2305; readonly output: Output2305 }
  '2306': { readonly input: Input2306; readonly output: Output2306 }
  '2401': { readonly input: Input2401; readonly output: Output2401 }
  '2402': { readonly input: Input2402; readonly output: Output2402 }
  '2403': { readonly input: Input2403; readonly output: Output2403 }
  '2404': { readonly input: Input2404; readonly output: Output2404 }
  '2405': { readonly input: Input2405; readonly output: Output2405 }
  '2406': { readonly input: Input2406; readonly output: Output2406 }
  '2407': { readonly input: Input2407; readonly output: Output2407 }
  '2501': { readonly input: Input2501; readonly output: Output2501 }
  '2502': { readonly input: Input2502; readonly output: Output2502 }
  '2503': { readonly input: Input2503; readonly output: Output2503 }
  '2504': { readonly input: Input2504; readonly output: Output2504 }
  '2505': { readonly input: Input2505; readonly output: Output2505 }
  '2506': { readonly input: Input2506; readonly output: Output2506 }
  '2507': { readonly input: Input2507; readonly output: Output2507 }
  '2601': { readonly input: Input2601; readonly output: Output2601 }
  '3201': { readonly input: Input3201; readonly output: Output3201 }
  '3202': { readonly input: Input3202; readonly output: Output3202 }
  '3203': { readonly input: Input3203; readonly output: Output3203 }
  '3204': { readonly input: Input3204; readonly output: Output3204 }
  '3301': { readonly input: Input3301; readonly output: Output3301 }
  '3302': { readonly input: Input3302; readonly output: Output3302 }
  '4101': { readonly input: Input4101; readonly output: Output4101 }
  '4102': { readonly input: Input4102; readonly output: Output4102 }
  '4103': { readonly input: Input4103; readonly output: Output4103 }
  '4104': { readonly input: Input4104; readonly output: Output4104 }
  '4105': { readonly input: Input4105; readonly output: Output4105 }
  '5101': { readonly input: Input5101; readonly output: Output5101 }
  '5102': { readonly input: Input5102; readonly output: Output5102 }
  '5201': { readonly input: Input5201; readonly output: Output5201 }
  '5202': { readonly input: Input5202; readonly output: Output5202 }
  '5203': { readonly input: Input5203; readonly output: Output5203 }
  '5204': { readonly input: Input5204; readonly output: Output5204 }
  '5205': { readonly input: Input5205; readonly output: Output5205 }
  '5206': { readonly input: Input5206; readonly output: Output5206 }
  '5301': { readonly input: Input5301; readonly output: Output5301 }
  '5302': { readonly input: Input5302; readonly output: Output5302 }
  '5303': { readonly input: Input5303; readonly output: Output5303 }
  '5304': { readonly input: Input5304; readonly output: Output5304 }
  '6101': { readonly input: Input6101; readonly output: Output6101 }
  '6201': { readonly input: Input6201; readonly output: Output6201 }
  '6202': { readonly input: Input6202; readonly output: Output6202 }
  '6203': { readonly input: Input6203; readonly output: Output6203 }
  '6204': { readonly input: Input6204; readonly output: Output6204 }
  '6301': { readonly input: Input6301; readonly output: Output6301 }
  '6302': { readonly input: Input6302; readonly output: Output6302 }
  '6401': { readonly input: Input6401; readonly output: Output6401 }
  '9001': { readonly input: Input9001; readonly output: Output9001 }
  '9002': { readonly input: Input9002; readonly output: Output9002 }
  '9101': { readonly input: Input9101; readonly output: Output9101 }
  '9102': { readonly input: Input9102; readonly output: Output9102 }
}
/** The number of a transaction (交易编号) the codec knows. */
export type Infno = keyof Messages
export const transactions: Readonly<Record<Infno, TransactionSpec>> = {
  '100001': t100001,
  '1101': t1101,
  '1161': t1161,
  '1162': t1162,
  '1201': t1201,
  '1301': t1301,
  '1302': t1302,
  '1303': t1303,
  '1304': t1304,
  '1305': t1305,
  '1306': t1306,
  '1307': t1307,
  '1308': t1308,
  '1309': t1309,
  '1310': t1310,
  '1311': t1311,
  '1312': t1312,
  '1313': t1313,
  '1314': t1314,
  '1315': t1315,
  '1316': t1316,
  '1317': t1317,
  '1318': t1318,
  '1319': t1319,
  '1901': t1901,
  '2001': t2001,
  '2101': t2101,
  '2102': t2102,
  '2103': t2103,
  '2201': t2201,
  '2202': t2202,
  '2203': t2203,
  '2203A': t2203A,
  '2204': t2204,
  '2205': t2205,
  '2206': t2206,
  '2207': t2207,
  '2208': t2208,
  '2301': t2301,
  '2302': t2302,
  '2303': t2303,
  '2304': t2304,
  '2305': t2305,
  '2306': t2306,
  '2401': t2401,
  '2402': t2402,
  '2403': t2403,
  '2404': t2404,
  '2405': t2405,
  '2406': t2406,
  '2407': t2407,
  '2501': t2501,
  '2502': t2502,
  '2503': t2503,
  '2504': t2504,
  '2505': t2505,
  '2506': t2506,
  '2507': t2507,
  '2601': t2601,
  '3201': t3201,
  '3202': t3202,
  '3203': t3203,
  '3204': t3204,
  '3301': t3301,
  '3302': t3302,
  '4101': t4101,
  '4102': t4102,
  '4103': t4103,
  '4104': t4104,
  '4105': t4105,
  '5101': t5101,
  '5102': t5102,
  '5201': t5201,
  '5202': t5202,
  '5203': t5203,
  '5204': t5204,
  '5205': t5205,
  '5206': t5206,
  '5301': t5301,
  '5302': t5302,
  '5303': t5303,
  '5304': t5304,
  '6101': t6101,
  '6201': t6201,
  '6202': t6202,
  '6203': t6203,
  '6204': t6204,
  '6301': t6301,
  '6302': t6302,
  '6401': t6401,
  '9001': t9001,
  '9002': t9002,
  '9101': t9101,
  '9102': t9102,
}
