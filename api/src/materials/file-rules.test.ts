import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { cleanName, kindOf } from './file-rules.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

/** A ZIP of empty entries; `claimed` is the size the first says it unfolds to. */
function zipOf(names: string[], { claimed = 0, data = Buffer.alloc(0) } = {}): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const name of names) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(claimed, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(claimed, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, latin(name), data)
    directory.push(entry, latin(name))
    at += 30 + name.length + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, listed, end])
}

const types = '[Content_Types].xml'
const png = latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')

describe('what a file is', () => {
  it.each<[string, Buffer, string, RegExp]>([
    ['PDF', latin('%PDF-1.7\n'), 'a.exe', /pdf$/],
    ['PNG', png, 'a', /png$/],
    ['JPEG', latin('\xff\xd8\xff\xe0'), 'a', /jpeg$/],
    ['WebP', latin('RIFF\0\0\0\0WEBPVP8 '), 'a', /webp$/],
    ['MP4', latin('\0\0\0\x20ftypisom'), 'a', /mp4$/],
    ['DOCX', zipOf([types, 'word/document.xml']), 'a', /wordprocessingml/],
    ['PPTX', zipOf(['ppt/presentation.xml', types]), 'a', /presentationml/],
    ['XLSX', zipOf([types, 'xl/workbook.xml']), 'a.zip', /spreadsheetml/],
    ['words', Buffer.from('Siaran pers: 5 < 6 & “kutipan”\n'), 'a.txt', /plain$/],
    ['CSV', Buffer.from('\ufeffnama;media\r\n'), 'a.CSV', /csv$/],
  ])('%s is told by its content', (_, content, name, kind) => {
    expect(kindOf(content, name)).toMatch(kind)
  })

  it.each<[string, Buffer, string]>([
    ['a program', latin('MZ\x90\0'), 'a.pdf'],
    ['a program of words', latin('MZ words'), 'a.txt'],
    ['a shell script', latin('#!/bin/sh\n'), 'a.txt'],
    ['HTML', latin('<!DOCTYPE html><p>'), 'a.txt'],
    ['HTML further down', latin('Siaran pers\n\n< ScRipt>alert(1)'), 'a.csv'],
    ['SVG', latin('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png'],
    ['SVG called words', latin(' <?xml version="1.0"?><svg/>'), 'a.txt'],
    ['words with a name of HTML', latin('halo'), 'a.html'],
    ['words without an ending', latin('halo'), 'a'],
    ['broken UTF-8', latin('halo \xff'), 'a.txt'],
    ['a control character', latin('halo\0'), 'a.txt'],
    ['HTML before a PDF', latin('<html>%PDF-1.7'), 'a.pdf'],
    ['GIF', latin('GIF89a'), 'a.png'],
    ['a ZIP', zipOf(['rilis.pdf']), 'a.docx'],
    ['an archive of Java', zipOf(['META-INF/MANIFEST.MF', types]), 'a.docx'],
    [
      'a document with macros',
      zipOf([types, 'word/document.xml', 'word/vbaProject.bin']),
      'a.docx',
    ],
    [
      'a document with something behind it',
      Buffer.concat([zipOf([types, 'word/document.xml']), latin('<script>')]),
      'a.docx',
    ],
    ['a ZIP cut short', zipOf([types, 'word/document.xml']).subarray(0, -30), 'a.docx'],
    ['HEIC', latin('\0\0\0\x20ftypheic'), 'a.mp4'],
    ['nothing', Buffer.alloc(0), 'a.pdf'],
  ])('%s is not taken', (_, content, name) => {
    expect(kindOf(content, name)).toBeUndefined()
  })

  it('is told of a ZIP bomb without unpacking it', () => {
    const data = deflateRawSync(Buffer.alloc(20 * 1024 * 1024))
    const bomb = zipOf([types, 'word/document.xml', 'a', 'b'], { claimed: 0xffffffff, data })
    const before = process.memoryUsage()
    expect(kindOf(bomb, 'a.docx')).toMatch(/wordprocessingml/)
    const after = process.memoryUsage()
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(5 * 1024 * 1024)
  })
})

describe('a file name', () => {
  const pdf = (name: string) => cleanName(name, 'application/pdf')
  it.each([
    ['Siaran Pers Oktober.pdf', 'Siaran Pers Oktober.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\rilis\\a.pdf', 'a.pdf'],
    ['rilis.pdf.exe', 'rilis.pdf.pdf'],
    ['rilis\u202Efdp.exe', 'rilisfdp.pdf'],
    ['a\r\nX-Evil: 1.pdf', 'aX-Evil 1.pdf'],
    ['"; filename="x.html', '; filename=x.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['....', 'materi.pdf'],
    ['Rilis é 日本.PDF', 'Rilis é 日本.pdf'],
  ])('%j is kept as %j', (given, stored) => {
    expect(pdf(given)).toBe(stored)
  })

  it('has at most 120 characters and no half of one', () => {
    const long = pdf(`${'😀'.repeat(200)}.pdf`)
    expect([...long].length).toBe(120)
    expect(Buffer.from(long).toString()).toBe(long)
  })

  it('keeps an ending the kind may have', () => {
    expect(cleanName('a.jpg', 'image/jpeg')).toBe('a.jpg')
    expect(cleanName('a.html', 'text/plain')).toBe('a.txt')
  })
})
