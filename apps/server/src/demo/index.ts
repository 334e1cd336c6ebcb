/** The demonstration: two made-up cities, an issuer to sign in at, and a day that can be moved. Production uses none of it. */
export { demoAccounts } from './accounts.ts'
export { demoRoutes } from './demo.routes.ts'
export { openDemoIdentityProvider, type DemoIdentityProvider } from './identity-provider/index.ts'
export { seedDemo } from './seed.ts'
