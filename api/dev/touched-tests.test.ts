import { expect, test } from 'vitest'
import { touchedTests } from './touched-tests.ts'

const tests = new Map([
  ['api/src/partners/name-list.test.ts', `import { outletsApi } from '@ngopi/shared/outlets'`],
  ['api/src/reports/routes.test.ts', `import { World } from '../../test/world.ts'`],
  ['api/test/edge.test.ts', `const { app } = await import('../src/app.ts')`],
  ['web/src/lib/time.test.tsx', `import { Time } from './time.tsx'`],
  ['web/e2e/partners.spec.ts', `import { pathOf } from '../src/paths.ts'`],
])

test.each([
  ['the folder it lies in', 'api/src/partners/queries.ts', ['api/src/partners/name-list.test.ts']],
  ['a contract', 'shared/src/outlets.ts', ['api/src/partners/name-list.test.ts']],
  ['an import', 'api/test/world.ts', ['api/src/reports/routes.test.ts', 'api/test/edge.test.ts']],
  ['a dynamic import', 'api/src/app.ts', ['api/test/edge.test.ts']],
  ['itself', 'web/e2e/partners.spec.ts', ['web/e2e/partners.spec.ts']],
  ['no journey', 'web/src/paths.ts', []],
  ['no test', 'web/src/features/home/home.module.css', []],
])('touches by %s', (_, changed, touched) => {
  expect(touchedTests([changed], tests)).toEqual(touched)
})
