import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest, so that none of them is still at work alone when all others are done. */
const long = [
  /every-other-page/,
  /every-session-page/,
  /hostile-requests/,
  /killed-worker/,
  /canary-walk/,
  /start-/,
  /\.property\./,
  /killed-server/,
  /(forms|calendar|offline-shell|accounts|minutes|closing)\.spec/,
]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = long.findIndex((name) => name.test(moduleId))
  return rank < 0 ? long.length : rank
}

/** Orders test files so that the machine is busy until the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}
