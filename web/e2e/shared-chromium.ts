import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Chromium of the run is to be reached. */
    chromium: string
  }
}

/** The Chromium of the run; closing it closes the windows that were opened through it. */
export const sharedChromium = (): Promise<Browser> => chromium.connect(inject('chromium'))
