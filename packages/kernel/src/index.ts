export * from './money.ts'
export * from './plain-date.ts'
