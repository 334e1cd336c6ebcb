/** The catalogue: policy packs with every version in use, guides made from them, the fee catalogue of each place. */
export { itemTitles, openPacks, type Packs } from './packs.ts'
export { registerCatalogue, type CatalogueDeps } from './catalogue.routes.ts'
export { ItemUnknown, PackUnknown, PlaceUnknown } from './catalogue.problems.ts'
export { amountsOf, borrowedOf, explanationOf } from './explanation.ts'
export { citationOf, localeOf, missingOf } from './words.ts'
export { feeItemsExactly, putFeeItem, type FeeItemRow } from './fee-item.queries.ts'
