import { ensureWebBuild } from '../../api/src/platform/web-build.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** Builds the web application once, before the servers of two journeys would both begin to. */
export const setup = (): Promise<void> => ensureWebBuild(quiet, new AbortController().signal)
