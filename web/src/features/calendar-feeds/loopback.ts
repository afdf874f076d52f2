/** Whether an address leads back to the computer it is opened on, so that no other can use it. */
export const isLoopback = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { hostname } = new URL(address)
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname)
}
