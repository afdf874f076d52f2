/**
 * A reason not to start that the person at the console can mend (a wrong variable, a taken port, a second start).
 * Entry points print its message without a stack and exit with status 1.
 */
export class StartError extends Error {
  override name = 'StartError'
}
