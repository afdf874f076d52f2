import { dirname, join, normalize } from 'node:path'

/** Whether a file is a test or a journey. */
export const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file)

/** Journeys need a browser and a built application: only one that was itself changed is walked at once. */
const isJourney = (file: string): boolean => file.endsWith('.spec.ts')

const imported = /\bfrom '([^']+)'|\bimport\('([^']+)'\)|\bimport '([^']+)'/g

/** The files of ours that a text imports, from the top of the repository. */
function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(imported)].flatMap((found) => {
    const name = found[1] ?? found[2] ?? found[3] ?? ''
    if (name.startsWith('.')) return [normalize(join(dirname(file), name))]
    const shared = /^@ngopi\/shared\/(.+)$/.exec(name)
    return shared ? [`shared/src/${shared[1]}.ts`] : []
  })
}

/**
 * The tests that a change touches: those that were changed, those in the folder of a changed file, and those that import
 * one. Whatever is reached only through the whole server is left to the whole suite.
 *
 * @param changed files from the top of the repository
 * @param tests every test there is, with its text
 */
export function touchedTests(
  changed: readonly string[],
  tests: ReadonlyMap<string, string>,
): string[] {
  const files = new Set(changed)
  const folders = new Set(changed.filter((file) => /\.tsx?$/.test(file)).map(dirname))
  return [...tests]
    .filter(
      ([test, text]) =>
        files.has(test) ||
        (!isJourney(test) &&
          (folders.has(dirname(test)) || importsOf(test, text).some((file) => files.has(file)))),
    )
    .map(([test]) => test)
    .sort()
}
