import { describe, expect, it } from 'vitest'
import { type Claim, swapsOf } from './swap-rules.ts'

const claim = (from: string, to: string, more: Partial<Claim> = {}): Claim => ({
  ...{ from, to, stands: true, giverInside: false, giverOpen: true, takerOpen: true },
  ...more,
})

describe('places passed on at the door', () => {
  it('go to the first who came, one each', () => {
    const claims = [claim('a', 'x'), claim('a', 'y'), claim('b', 'x'), claim('c', 'y')]
    expect(swapsOf(claims)).toEqual([
      { from: 'a', to: 'x' },
      { from: 'c', to: 'y' },
    ])
  })

  it('stay with a guest who came, where there is none, and from who may not have one', () => {
    for (const not of [
      { stands: false },
      { giverInside: true },
      { giverOpen: false },
      { takerOpen: false },
    ]) {
      expect(swapsOf([claim('a', 'x', not), claim('a', 'y')])).toEqual([{ from: 'a', to: 'y' }])
    }
  })
})
