import type { TestProject } from 'vitest/node'
import { ensureWebBuild } from '../../api/src/platform/web-build.ts'
import { serveChromium } from './chromium.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** Builds the web application and starts the browser once, before two journeys would both begin to. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureWebBuild(quiet, new AbortController().signal)
  const server = await serveChromium()
  project.provide('chromium', server.wsEndpoint())
  return () => server.close()
}
