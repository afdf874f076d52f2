import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const top = join(import.meta.dirname, '../..')
const trees = ['api/src', 'api/test', 'api/dev', 'shared/src', 'web/src', 'web/e2e']

/** Names that say too little or too many things, and what is said instead. */
const instead: Record<string, string> = {
  Post: 'MessageContext',
  lettersFor: 'findGuestMessages',
  mailLetter: 'queueGuestMail',
  words: 'remarks, wording, label',
  about: 'templateKind',
  wordsAtSending: 'kindAtSendTime',
  wordsAfterSession: 'followUpKind',
  turn: 'the send time, or whose claim it is',
  atTurn: 'atSendTime, isDue',
  kept: 'not_sent, confirmed, stored or persisted',
  hold: 'lock; a seat alone is held',
  held: 'locked',
  HeldInvitation: 'LockedInvitation',
  place: 'position, quota, sortOrder, venue',
  openPlace: 'inviteOrRenew',
  passOnPlace: 'transferInvitation',
  tell: 'notify',
  told: 'notified',
  tellGuests: 'notifyGuests',
  act: 'scan',
  acts: 'scans, actions',
  Standing: 'InvitationState',
  nominate: 'nameGuest',
  journalistNamed: 'matchOrCreateJournalist',
  outletNamed: 'matchOrCreateOutlet',
  Guests: 'SessionChangeHooks',
  ReportThere: 'checkInSelf',
  giver: 'from',
  taker: 'to',
  spared: 'excludedByOptOut',
  most: 'limit, maxItems, maxLength',
  mostNamed: 'maxItems',
  countedAtMost: 'MAX_COUNTED',
  patience: 'timeoutMs, shutdownGraceMs',
  together: 'pipelined, batchSize',
  edition: 'revision',
  keepHouse: 'housekeeping',
  promise: 'commitment',
  promises: 'commitments',
}

/** Beginnings of names, likewise; a door has an outcome, an attendance is recomputed, something is viewed. */
const beginnings = /^(?:settle|look|hold)[A-Z]|^say[A-Z]\w*Of$/

/** A name that the code gives; what a contract, a column or a library calls something is theirs. */
function isGiven(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isBindingElement(parent)) return parent.name === node && parent.propertyName !== undefined
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent)) &&
    parent.name === node
  )
}

/** The names of a source text that say something else better, with the line they stand in. */
function avoidedIn(text: string, file: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (
      ts.isIdentifier(node) &&
      isGiven(node) &&
      (Object.hasOwn(instead, node.text) || beginnings.test(node.text))
    ) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      found.push(`${file}:${line + 1} ${node.text}: say ${instead[node.text] ?? 'what it does'}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it('gives nothing a name that means another thing elsewhere', async () => {
  const found: string[] = []
  let read = 0
  for (const tree of trees) {
    const files = (await readdir(join(top, tree), { recursive: true })).filter((file) =>
      /\.tsx?$/.test(file),
    )
    for (const file of files) {
      read += 1
      found.push(...avoidedIn(await readFile(join(top, tree, file), 'utf8'), join(tree, file)))
    }
  }
  expect(read).toBeGreaterThan(1_000)
  expect(found).toEqual([])
})

it('keeps texts of the interface apart from messages that are sent', async () => {
  const files = (
    await Promise.all(
      ['api/src', 'web/src'].map((tree) => readdir(join(top, tree), { recursive: true })),
    )
  ).flat()
  expect(files.filter((file) => /(^|\/)([a-z-]+-)?messages\.ts$/.test(file))).toEqual([])
})

it.each([
  ['const held = 1', ['held']],
  ['function lookAround(most: number) {}', ['lookAround', 'most']],
  ['const { kept } = answer', []],
  ['const { answer: told } = x', ['told']],
  ['interface Post { about: string }', ['Post']],
])('knows a name it should not give: %s', (text, names) => {
  expect(avoidedIn(text, 'a.ts').map((line) => line.split(/[ :]/)[2])).toEqual(names)
})
