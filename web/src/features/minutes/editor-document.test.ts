import { type MinutesBody, minutesBody } from '@ngopi/shared/minutes'
import { getSchema } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBody, toDocument } from './editor-document.ts'
import { extensions, withJoinedLists } from './editor-schema.ts'
import { isLinkable, linkOf } from './link-address.ts'

const schema = getSchema(extensions)

type Content = Extract<MinutesBody[number], { type: 'paragraph' }>['content']

/** Neighbours of one look are one, as in any editor. */
const merged = (content: Content): Content => {
  const all: Content = []
  for (const piece of content) {
    const last = all.at(-1)
    if (last && last.bold === piece.bold && last.href === piece.href) last.text += piece.text
    else all.push({ ...piece })
  }
  return all
}

const piece = fc
  .record({
    text: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
    bold: fc.boolean(),
    href: fc.constantFrom(undefined, 'https://contoh.example/a?b=c#d', 'mailto:a@b.example'),
  })
  .map(({ text, bold, href }) => ({ text, ...(bold && { bold }), ...(href && { href }) }))
const content = fc.array(piece, { maxLength: 6 }).map(merged)
const body: fc.Arbitrary<MinutesBody> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), content }),
    fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2, 3), content }),
    fc.record({
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(content, { minLength: 1, maxLength: 4 }),
    }),
  ),
  { minLength: 1, maxLength: 8 },
)

describe('minutes in the editor', () => {
  it('come back as they went in, through the schema of the editor', () => {
    fc.assert(
      fc.property(body, (given) => {
        expect(minutesBody.safeParse(given).success).toBe(true)
        const node = schema.nodeFromJSON(toDocument(given))
        node.check()
        expect(toBody(node.toJSON())).toEqual(given)
      }),
    )
  })

  it('are one empty paragraph where nothing is written yet', () => {
    const node = schema.nodeFromJSON(toDocument([]))
    node.check()
    expect(toBody(node.toJSON())).toEqual([{ type: 'paragraph', content: [] }])
  })

  it('cut a long text into pieces the contract takes, and lose none of it', () => {
    const text = `${'x'.repeat(3998)}😀${'y'.repeat(8000)}`
    const [paragraph] = toBody({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    expect(minutesBody.safeParse([paragraph]).error).toBeUndefined()
    const shown = paragraph?.type === 'paragraph' ? paragraph.content.map((one) => one.text) : []
    expect(shown.join('')).toBe(text)
    expect(shown.some((one) => /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(one))).toBe(false)
  })

  it('know no other node or mark than the contract', () => {
    expect(Object.keys(schema.nodes).toSorted()).toEqual(
      ['bulletList', 'doc', 'heading', 'listItem', 'orderedList', 'paragraph', 'text'].toSorted(),
    )
    expect(Object.keys(schema.marks).toSorted()).toEqual(['bold', 'link'])
  })

  it('link to the web and to mail alone', () => {
    expect(['https://a.example/', 'http://a.example', 'mailto:a@b.example'].every(isLinkable)).toBe(
      true,
    )
    expect(
      ['javascript:alert(1)', 'data:text/html,x', '/a', 'a.example', '', null, undefined, 1].some(
        isLinkable,
      ),
    ).toBe(false)
    const marks = [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }]
    const pasted = { type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }
    expect(toBody({ type: 'doc', content: [pasted] })).toEqual([
      { type: 'paragraph', content: [{ text: 'x' }] },
    ])
  })

  it.each([
    ['contoh.example/a', 'https://contoh.example/a'],
    [' https://contoh.example ', 'https://contoh.example'],
    ['humas@contoh.example', 'mailto:humas@contoh.example'],
    ['mailto:humas@contoh.example', 'mailto:humas@contoh.example'],
    ['javascript:alert(1)', undefined],
    ['kata', undefined],
    ['dua kata.example', undefined],
  ])('read the address %j as %j', (typed, address) => {
    expect(linkOf(typed)).toBe(address)
  })

  it('make one list of pasted lists of one kind', () => {
    const list = (ordered: boolean, text: string) => ({
      type: 'list' as const,
      ordered,
      items: [[{ text }]],
    })
    const body = [list(false, 'a'), list(false, 'b'), list(true, 'c'), list(true, 'd')]
    const { content } = schema.nodeFromJSON(toDocument(body))
    const joined = withJoinedLists(new Slice(content, 0, 0)).content
    expect(toBody({ type: 'doc', content: joined.toJSON() })).toEqual([
      { type: 'list', ordered: false, items: [[{ text: 'a' }], [{ text: 'b' }]] },
      { type: 'list', ordered: true, items: [[{ text: 'c' }], [{ text: 'd' }]] },
    ])
  })
})
