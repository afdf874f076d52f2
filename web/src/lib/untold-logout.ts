const noteKey = 'ngopi-logged-out'

/** Notes that somebody logs out here, for the case that the server cannot be told. */
export const noteLogout = () => {
  try {
    localStorage.setItem(noteKey, '1')
  } catch {
    // Without storage the refresh cookie runs out by itself.
  }
}

export const forgetNote = () => {
  try {
    localStorage.removeItem(noteKey)
  } catch {
    // Nothing was noted.
  }
}

const isNoted = () => {
  try {
    return localStorage.getItem(noteKey) !== null
  } catch {
    return false
  }
}

/**
 * Tells the server of a logout it has not heard of, so that its cookie does not log in again whoever went.
 * Answers whether there was one.
 */
export const tellLogout = async (): Promise<boolean> => {
  if (!isNoted()) return false
  const answer = await fetch('/api/login', { method: 'DELETE' }).catch(() => undefined)
  if (answer?.ok) forgetNote()
  return true
}
