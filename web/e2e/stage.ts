import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type DemoServer, startDemoServer } from './demo-server.ts'
import { sharedChromium } from './shared-chromium.ts'
import { comeBack, type VisitOptions, type Visitor, visit } from './visitor.ts'

export interface Stage {
  readonly server: DemoServer
  readonly browser: Browser
  /** A window of somebody, closed after the journey. */
  visit(options?: VisitOptions): Promise<Visitor>
  /** A window in which the owner of a demo account is logged in; no page is open in it yet. */
  visitAs(email: string, options?: VisitOptions): Promise<Visitor>
}

/**
 * The demo and a browser for all journeys of a file. After each journey its windows close, and none of them may
 * have heard a complaint of the browser.
 */
export function openStage(): Stage {
  let server: DemoServer | undefined
  let browser: Browser | undefined
  let visitors: Visitor[] = []
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the stage is not open yet')
    return value
  }
  beforeAll(async () => {
    server = await startDemoServer()
    browser = await sharedChromium()
  })
  afterEach(async () => {
    const heard = visitors.flatMap((visitor) => visitor.complaints)
    await Promise.all(visitors.map((visitor) => visitor.leave()))
    visitors = []
    expect(heard, 'complaints of the browser').toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  const stage: Stage = {
    get server() {
      return there(server)
    },
    get browser() {
      return there(browser)
    },
    visit: async (options) => {
      const visitor = await visit(stage.browser, stage.server.origin, options)
      visitors.push(visitor)
      return visitor
    },
    visitAs: async (email, options) => {
      const visitor = await stage.visit(options)
      await comeBack(visitor.page, email)
      return visitor
    },
  }
  return stage
}
