/** Who may import whom; ARCHITECTURE.md says why. `test/boundaries.test.ts` plants a violation of each rule. */
module.exports = {
  forbidden: [
    {
      name: 'module-has-one-door',
      comment: 'A module is imported by others only through its index.ts; tests may look inside.',
      severity: 'error',
      from: { path: '^apps/server/src/modules/([^/]+)/', pathNot: '(\\.test\\.ts$|/test/)' },
      to: {
        path: '^apps/server/src/modules/([^/]+)/(?!index\\.ts$)',
        pathNot: '^apps/server/src/modules/$1/',
      },
    },
    {
      name: 'module-has-one-door-from-outside',
      comment:
        'Whatever is no module goes through the door as well; only bench and tests beside the code may look inside.',
      severity: 'error',
      from: { path: '^(apps/server/src/(?!modules/)|apps/web/)' },
      to: { path: '^apps/server/src/modules/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'no-cycles',
      comment: 'Arrows point one way.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'platform-knows-no-subject',
      comment: 'The platform is below the modules.',
      severity: 'error',
      from: { path: '^apps/server/src/platform/' },
      to: { path: '^apps/server/src/(modules/|app\\.ts|main\\.ts)' },
    },
    {
      name: 'sql-only-in-queries',
      comment: 'Statements are registered in *.queries.ts only.',
      severity: 'error',
      from: {
        path: '^apps/server/src/',
        pathNot: '(\\.queries\\.ts|\\.test\\.ts|/test/.+|/platform/db\\.ts|/platform/statement\\.ts)$',
      },
      to: { path: '/platform/statement\\.ts$' },
    },
    {
      name: 'one-door-to-the-driver',
      comment:
        'The PostgreSQL driver is behind platform/db.ts; migrations, the embedded server, backup and test set-up speak to it directly.',
      severity: 'error',
      from: {
        path: '^(apps|packages)/',
        pathNot:
          '^apps/server/(src/platform/(db|wire|pg-values|migrate|test-database)\\.ts|src/platform/(postgres|backup|schema)/|test/)',
      },
      to: { path: 'node_modules/pg/' },
    },
    {
      name: 'routes-do-not-query',
      comment: 'A route calls a service; queries stand behind it.',
      severity: 'error',
      from: { path: '^apps/server/src/modules/.+\\.routes\\.ts$' },
      to: { path: '\\.queries\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-do-no-io',
      comment: 'kernel, policy, benefits and hsa are pure: no Node modules.',
      severity: 'error',
      from: { path: '^packages/(kernel|policy|benefits|hsa)/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-import-no-framework',
      comment: 'What rules may use beside each other: zod for shapes, yaml for reading packs.',
      severity: 'error',
      from: { path: '^packages/(kernel|policy|benefits|hsa)/src/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|yaml|@yichuang)/' },
    },
    {
      name: 'packages-do-not-know-apps',
      comment: 'Packages are below the applications.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-never-imports-server',
      comment: 'The browser gets nothing of the server but the contracts.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/server/' },
    },
    {
      name: 'portal-without-kit',
      comment: 'Citizens load plain React; the component kit is for staff.',
      severity: 'error',
      from: { path: '^apps/web/src/(portal|shared)/' },
      to: { path: '(node_modules/(antd|@ant-design|echarts)/|^apps/web/src/desk/)' },
    },
    {
      name: 'nothing-unresolvable',
      comment: 'An import that cannot be found would hide whatever it is.',
      severity: 'error',
      from: {},
      // Only types, and from a package of types: nothing is there to load.
      to: { couldNotResolve: true, pathNot: '^pdfmake/interfaces' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/(?!pg/|antd/|@ant-design/|echarts/|fastify/|zod/|yaml/))' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
