/** The few log calls the start-up needs; a pino or Fastify logger fits it. */
export interface Log {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** A log for the console before the HTTP server and its own logger exist: notes to stdout, trouble to stderr. */
export const consoleLog: Log = {
  info: (message) => void process.stdout.write(`${message}\n`),
  warn: (message) => void process.stderr.write(`${message}\n`),
  error: (message) => void process.stderr.write(`${message}\n`),
}
