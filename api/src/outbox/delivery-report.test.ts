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

  it('says nothing of a mail without an action or a status, whoever sent it', async () => {
    expect(await read(deliveryReport({ status: '', action: '' }))).toBeUndefined()
    // An absence note of a server that marks it by nothing.
    expect(await read(letter([]))).toBeUndefined()
  })

  it('is lost by the action alone, or by the status alone; the address is bad by what was said', async () => {
    expect(await read(deliveryReport({ status: '' }))).toMatchObject({ addressIsBad: false })
    expect(
      await read(
        deliveryReport({ status: '', diagnostic: 'Diagnostic-Code: smtp; 550 no such user' }),
      ),
    ).toEqual({ addressIsBad: true, said: '550 no such user' })
    expect(await read(deliveryReport({ action: '' }))).toMatchObject({ addressIsBad: true })
  })

  it.each([
    ['<tamu@media.example>: 550 5.1.1 no such user', true, '550 5.1.1 no such user'],
    ['Sorry, no mailbox here by that name. (#5.1.1)', true, '#5.1.1)'],
    ['554-5.7.1 refused by policy', false, '554-5.7.1 refused by policy'],
  ])('without a part for programs is read by its words: %s', async (text, addressIsBad, said) => {
    const raw = `From: MAILER-DAEMON@mx.example\r\nSubject: failure notice\r\n\r\nHi.\r\n${text}\r\n`
    expect(await read(raw)).toEqual({ addressIsBad, said })
    expect(await read(raw, false)).toBeUndefined()
  })

  it('is no bounce for numbers in a letter that are no code', async () => {
    const raw = 'Subject: Cuti\r\n\r\nVersi 5.1.1, alamat 10.5.1.1, telepon 550 5.1.1.7.\r\n'
    expect(await read(raw)).toBeUndefined()
  })

  it('is none when it is an absence note or a letter', async () => {
    expect(await read(letter(['Auto-Submitted: auto-replied (vacation)']))).toBeUndefined()
    expect(await read(letter(['X-Autoreply: yes']))).toBeUndefined()
    expect(await read(letter([]), false)).toBeUndefined()
  })
})
