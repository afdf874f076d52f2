import { createHash } from 'node:crypto'

/** An object of a file that pdfmake wrote: everything between `obj` and `endobj`. */
type Objects = ReadonlyMap<number, string>

/** A text in brackets, or a reference to another object; what stands in a text is never a reference. */
const textsAndReferences = /\((?:\\[\s\S]|[^\\)])*\)|\b(\d+) 0 R\b/g

/** Dictionary and content of a stream apart; only the former has references. */
function parted(object: string): [head: string, stream: string] {
  const at = object.endsWith('endstream') ? object.indexOf('>>\nstream\n') + 2 : object.length
  return [object.slice(0, at), object.slice(at)]
}

/** Reads the plain table of objects that pdfmake writes at the end. */
function objectsOf(file: string): Objects {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1])
  const [, count] = /^xref\s+0 (\d+)\s/.exec(file.slice(table)) ?? []
  if (!count) throw new Error('a PDF without a plain table of objects')
  const places = [...file.slice(table).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, at]) => Number(at))
  const ends = new Map(
    [...places, table].toSorted((a, b) => a - b).map((at, i, all) => [at, all[i + 1] ?? table]),
  )
  return new Map(
    places.map((at) => {
      const whole = file.slice(at, ends.get(at))
      const [opened = '', number] = /^(\d+) 0 obj\s/.exec(whole) ?? []
      return [Number(number), whole.slice(opened.length, whole.lastIndexOf('endobj')).trimEnd()]
    }),
  )
}

const referenceIn = (object: string, name: string): number =>
  Number(new RegExp(`/${name} (\\d+) 0 R`).exec(object)?.[1])

/**
 * Joins files set by us to one, page after page, as if it had been set at once: what is the same in several of them, such
 * as the emblem, stands in it once. Names and settings of the document are those of the first.
 */
export class PdfJoiner {
  readonly #written: (string | undefined)[] = []
  readonly #known = new Map<string, number>()
  readonly #pages: number[] = []
  #catalogue: { objects: Objects; root: number; info: number } | undefined
  /** The list of pages has the first number, since every page names it. */
  readonly #pageList = this.#reserve()

  /** Adds the pages of a file at the end. */
  add(pdf: Uint8Array): void {
    const file = Buffer.from(pdf).toString('latin1')
    const objects = objectsOf(file)
    const trailer = file.slice(file.lastIndexOf('trailer'))
    const root = referenceIn(trailer, 'Root')
    const list = referenceIn(objects.get(root) ?? '', 'Pages')
    this.#catalogue ??= { objects, root, info: referenceIn(trailer, 'Info') }
    const [, kids = ''] = /\/Kids \[([^\]]*)\]/.exec(objects.get(list) ?? '') ?? []
    const copies = new Map([[list, this.#pageList]])
    for (const [, page] of kids.matchAll(/(\d+) 0 R/g))
      this.#pages.push(this.#copy(objects, Number(page), copies, true))
  }

  /** The joined file. */
  end(): Buffer {
    if (!this.#catalogue) throw new Error('nothing to join')
    const { objects, root, info } = this.#catalogue
    const list = referenceIn(objects.get(root) ?? '', 'Pages')
    const kids = this.#pages.map((page) => `${page} 0 R`).join(' ')
    this.#written[this.#pageList] =
      `<<\n/Type /Pages\n/Count ${this.#pages.length}\n/Kids [${kids}]\n>>`
    const copies = new Map([[list, this.#pageList]])
    const rootCopy = this.#copy(objects, root, copies)
    const infoCopy = this.#copy(objects, info, copies)
    const parts = ['%PDF-1.3\n%\xff\xff\xff\xff\n']
    let at = parts[0]?.length ?? 0
    const places = this.#written.slice(1).map((object, i) => {
      const offset = at
      const text = `${i + 1} 0 obj\n${object}\nendobj\n`
      parts.push(text)
      at += text.length
      return offset
    })
    const rows = places.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
    parts.push(
      `xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}`,
      `trailer\n<<\n/Size ${rows.length + 1}\n/Root ${rootCopy} 0 R\n/Info ${infoCopy} 0 R\n>>\n`,
      `startxref\n${at}\n%%EOF\n`,
    )
    return Buffer.from(parts.join(''), 'latin1')
  }

  #reserve(): number {
    const number = Math.max(this.#written.length, 1)
    this.#written[number] = undefined
    return number
  }

  /** Copies an object after all it names; the same content gets the same number, but for pages, each of which is one. */
  #copy(objects: Objects, number: number, copies: Map<number, number>, page = false): number {
    const done = copies.get(number)
    if (done !== undefined) return done
    const object = objects.get(number)
    if (object === undefined) throw new Error(`a PDF without its object ${number}`)
    const [head, stream] = parted(object)
    const copied = head.replace(textsAndReferences, (whole, named?: string) =>
      named === undefined ? whole : `${this.#copy(objects, Number(named), copies)} 0 R`,
    )
    const text = copied + stream
    const digest = createHash('sha256').update(text, 'latin1').digest('base64')
    const known = page ? undefined : this.#known.get(digest)
    const copy = known ?? this.#reserve()
    this.#written[copy] = text
    this.#known.set(digest, copy)
    copies.set(number, copy)
    return copy
  }
}
