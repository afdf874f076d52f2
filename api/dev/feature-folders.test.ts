import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const top = join(import.meta.dirname, '../..')
const order = createRequire(import.meta.url)(join(top, '.ci/feature-order.cjs')) as {
  api: string[]
  web: string[]
}

/** Folders that are no feature: what all stand on, and what stands on all. */
const beside = { api: ['platform', 'demo'], web: [] }

const mostOfATree = 0.15
const longestChain = 6

interface SourceFile {
  lines: number
  /** Files of the same tree that it imports, however. */
  imports: string[]
}

async function sourcesOf(tree: string): Promise<Map<string, SourceFile>> {
  const names = (await readdir(tree, { recursive: true })).filter((name) =>
    /\.(tsx?|css)$/.test(name),
  )
  const sources = await Promise.all(
    names.map(async (name): Promise<[string, SourceFile]> => {
      const text = await readFile(join(tree, name), 'utf8')
      const imports = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
        .map(([, path = '']) => normalize(join(dirname(name), path)))
        .filter((path) => !path.startsWith('..'))
      return [name, { lines: text.split('\n').length - 1, imports }]
    }),
  )
  return new Map(sources)
}

const folderOf = (name: string): string => (name.includes('/') ? (name.split('/')[0] ?? '') : '')

/** The longest way from a file through imports of its own folder, in files. */
function chainFrom(
  name: string,
  sources: ReadonlyMap<string, SourceFile>,
  known: Map<string, string[]>,
): string[] {
  const before = known.get(name)
  if (before) return before
  const own = (sources.get(name)?.imports ?? []).filter(
    (path) => folderOf(path) === folderOf(name) && sources.has(path),
  )
  const rest = own
    .map((path) => chainFrom(path, sources, known))
    .reduce((longest, chain) => (chain.length > longest.length ? chain : longest), [])
  const chain = [name, ...rest]
  known.set(name, chain)
  return chain
}

describe.each([
  { tree: 'api/src', features: order.api, others: beside.api },
  { tree: 'web/src/features', features: order.web, others: beside.web },
])('a folder of $tree', ({ tree, features, others }) => {
  let sources = new Map<string, SourceFile>()
  beforeAll(async () => {
    sources = await sourcesOf(join(top, tree))
  })

  it('has its place in the order of dependence', () => {
    const folders = new Set([...sources.keys()].map(folderOf).filter(Boolean))
    expect([...folders].sort()).toEqual([...features, ...others].sort())
  })

  it(`holds at most ${mostOfATree * 100} % of the lines`, () => {
    const linesOf = new Map<string, number>()
    let all = 0
    for (const [name, { lines }] of sources) {
      linesOf.set(folderOf(name), (linesOf.get(folderOf(name)) ?? 0) + lines)
      all += lines
    }
    expect(all).toBeGreaterThan(10_000)
    expect([...linesOf].filter(([, lines]) => lines > all * mostOfATree)).toEqual([])
  })

  it(`is read in at most ${longestChain} files, one importing the next`, () => {
    const known = new Map<string, string[]>()
    const chains = [...sources.keys()]
      .filter(
        (name) =>
          features.includes(folderOf(name)) && !/\.(test|fixture|testing)\.tsx?$/.test(name),
      )
      .map((name) => chainFrom(name, sources, known))
    expect(chains.some((chain) => chain.length > 3)).toBe(true)
    expect(chains.filter((chain) => chain.length > longestChain)).toEqual([])
  })
})

it('has a name of its own in the web only where the server has no such feature', () => {
  const pages = order.web.filter((feature) => !order.api.includes(feature))
  expect(pages.sort()).toEqual([
    'calendar',
    'guests',
    'partner-forms',
    'programme',
    'scan-outbox',
    'session-page',
  ])
})
