import { describe, expect, it } from 'vitest'
import { isLoopback } from './loopback.ts'

describe('an address of this computer alone', () => {
  it('is told from one that others reach', () => {
    const own = [
      'http://localhost:3000/calendar/x.ics',
      'http://ngopi.localhost/calendar/x.ics',
      'http://127.0.0.1:3000/calendar/x.ics',
      'http://127.1.2.3/x',
      'http://[::1]:3000/x',
    ]
    const others = [
      'https://ngopi.example.go.id/calendar/x.ics',
      'http://192.168.1.5:3000/x',
      'https://localhost.example/x',
      'https://127.example/x',
      'no address',
    ]
    expect(own.map(isLoopback)).toEqual(own.map(() => true))
    expect(others.map(isLoopback)).toEqual(others.map(() => false))
  })
})
