import { describe, expect, it } from 'vitest'
import { deliveryReport } from '../../test/delivery-report.ts'
import { readDeliveryReport } from './delivery-report.ts'

const read = (text: string, nullSender = true) =>
  readDeliveryReport(Buffer.from(text), { nullSender })

const letter = (headers: string[]) =>
  ['From: a@b.example', 'Subject: Re: Undangan', ...headers, '', 'Saya tidak di kantor.'].join(
    '\r\n',
  )

describe('a mail that came back', () => {
  it('tells that the address does not exist, in the words of the server', async () => {
    expect(await read(deliveryReport())).toEqual({
      addressIsBad: true,
      said: '550 5.1.1 <tamu@media.example>: Recipient address rejected',
    })
  })

  it.each([
    ['a full mailbox', 'Status: 5.2.2', 'Action: failed'],
    ['a policy', 'Status: 5.7.1', 'Action: failed'],
    ['a server that was not reached for days', 'Status: 4.4.1', 'Action: failed'],
  ])('for %s is lost, but the address may be good', async (_name, status, action) => {
    expect(await read(deliveryReport({ status, action }))).toMatchObject({ addressIsBad: false })
  })

  it.each([
    ['a delay', 'Status: 4.4.1', 'Action: delayed'],
    ['a success', 'Status: 2.0.0', 'Action: delivered'],
    ['a delay without an action', 'Status: 4.4.1', ''],
  ])('to report %s is no bounce', async (_name, status, action) => {
    expect(await read(deliveryReport({ status, action }))).toBeUndefined()
  })

  it('counts as lost for good when no status can be read', async () => {
    expect(await read(deliveryReport({ status: '', action: '' }))).toMatchObject({
      addressIsBad: true,
    })
    expect(await read(letter([]))).toEqual({
      addressIsBad: true,
      said: 'Saya tidak di kantor.',
    })
  })

  it('is none when it is an absence note or a letter', async () => {
    expect(await read(letter(['Auto-Submitted: auto-replied (vacation)']))).toBeUndefined()
    expect(await read(letter(['X-Autoreply: yes']))).toBeUndefined()
    expect(await read(letter([]), false)).toBeUndefined()
  })
})
