const shape = /^NG1\.[A-Za-z0-9_-]{43,86}$/

/** The code of a pass in what was typed, scanned or pasted; undefined when it is none. */
export const passIn = (typed: string): string | undefined => {
  const text = typed.trim()
  return shape.test(text) ? text : undefined
}

/** What was typed may still become a pass: a scanner types it letter by letter. */
export const looksLikePass = (typed: string): boolean => /^\s*NG1\./.test(typed)

/**
 * The invitation a pass names: its first 16 bytes. Only the server can tell whether the pass is
 * genuine; until it answers, this shows whom it claims to be.
 */
export const invitationIn = (pass: string): string | undefined => {
  try {
    const bytes = atob(pass.slice(4, 28).replaceAll('-', '+').replaceAll('_', '/'))
    const hex = [...bytes.slice(0, 16)]
      .map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'))
      .join('')
    return hex.length === 32
      ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
      : undefined
  } catch {
    return undefined
  }
}
