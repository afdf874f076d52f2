/**
 * Where to go after a login: an address of this app, else Beranda. What stands in the URL was
 * perhaps written by somebody else, so another site (`//`, `/\`, a scheme) is never followed.
 */
export const safeReturn = (address: string | undefined): string =>
  address && /^\/(?![/\\])/.test(address) && !address.startsWith('/masuk') ? address : '/'
