import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const top = join(import.meta.dirname, '../..')
const trees = ['api/src', 'api/test', 'api/dev', 'api/bench', 'shared/src', 'web/src', 'web/e2e']

/** Written apart, so that this file is none of those it looks for. */
const doubleCast = new RegExp(['as unknown', 'as\\b|(?<=[)\\w\\]}] )as never\\b'].join(' '))

test('types are cast past the compiler in one file alone, which says why', async () => {
  const cast: string[] = []
  for (const tree of trees) {
    for (const file of await readdir(join(top, tree), { recursive: true })) {
      if (!/\.tsx?$/.test(file)) continue
      const lines = (await readFile(join(top, tree, file), 'utf8')).split('\n')
      if (lines.some((line) => !/^\s*(\/?\*|\/\/)/.test(line) && doubleCast.test(line)))
        cast.push(join(tree, file))
    }
  }
  expect(cast).toEqual(['web/src/ui/link-target.ts'])
})
