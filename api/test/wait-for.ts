/** Asks until something has come about, within what a lock is waited for (3 s); throws when it does not. */
export async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 2_500
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('did not come about in time')
  }
}
