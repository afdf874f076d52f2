const { api: features, web: webFeatures } = require('./.ci/feature-order.cjs')

const noLaterFeature = features.slice(0, -1).map((feature, i) => ({
  name: `${feature}-knows-no-later-feature`,
  severity: 'error',
  from: { path: `^api/src/${feature}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: `^api/src/(${features.slice(i + 1).join('|')})/` },
}))

const noLaterWebFeature = webFeatures.slice(0, -1).map((feature, i) => ({
  name: `web-${feature}-knows-no-later-feature`,
  severity: 'error',
  from: { path: `^web/src/features/${feature}/` },
  to: { path: `^web/src/features/(${webFeatures.slice(i + 1).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...noLaterFeature,
    ...noLaterWebFeature,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-knows-zod-only',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/src/', '(^|/)node_modules/zod/'] },
    },
    { name: 'api-never-web', severity: 'error', from: { path: '^api/' }, to: { path: '^web/' } },
    {
      name: 'web-never-api',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^api/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^api/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: `^api/src/(${features.join('|')}|demo)/` },
    },
    {
      name: 'routes-belong-to-the-app',
      comment: "another feature's routes are never imported",
      severity: 'error',
      from: { path: '^api/src/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^api/src/.*routes\\.tsx?$', pathNot: '^api/src/$1/' },
    },
    {
      name: 'sql-stays-in-tables-queries-commands',
      severity: 'error',
      from: {
        path: '^api/src/',
        pathNot: [
          '^api/src/(platform|outbox|demo)/',
          '(^|[/-])(tables|queries|commands)\\.ts$',
          '\\.test\\.tsx?$',
        ],
      },
      to: { path: '(^|/)node_modules/drizzle-orm/' },
    },
    {
      name: 'http-stays-in-routes',
      severity: 'error',
      from: {
        path: '^api/src/',
        pathNot: ['^api/src/(platform/|app\\.ts|main\\.ts)', 'routes\\.tsx?$', '\\.test\\.tsx?$'],
      },
      to: { path: '(^|/)node_modules/(fastify|@fastify)/' },
    },
    {
      name: 'production-knows-no-test',
      severity: 'error',
      from: { path: '^(api|web|shared)/src/', pathNot: '\\.(test|spec)\\.tsx?$' },
      to: { path: ['^api/test/', '^web/e2e/', '\\.(test|spec)\\.tsx?$'] },
    },
    {
      name: 'lib-and-ui-know-no-feature',
      severity: 'error',
      from: { path: '^web/src/(lib|ui)/' },
      to: { path: '^web/src/(features|shell)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
