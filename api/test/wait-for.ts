import { expect } from 'vitest'

/** Asks until something has come about; the limit of the run ends what never does. */
export const waitFor = (condition: () => Promise<boolean>): Promise<void> =>
  expect.poll(condition, { interval: 10 }).toBe(true)
