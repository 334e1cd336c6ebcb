import type { Locale } from 'antd/es/locale/index.js'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import type { Language } from '../../shared/language.ts'

/** antd's own words (empty lists, dialogs) in the language in use. */
export const antdLocales: Record<Language, Locale> = { 'zh-CN': unwrap(zhCN), en: unwrap(enUS) }

/** TypeScript reads these files as CommonJS, the bundler as ES modules: the value may stand one level deeper. */
function unwrap(module: Locale | { default: Locale }): Locale {
  return 'default' in module ? module.default : module
}
