import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { programOf, root } from './program.ts'

/** The real worker as a process of its own. */
export class WorkerProcess {
  readonly #exited: Promise<unknown>
  readonly #child: ChildProcess
  /** What it wrote to its log. */
  log = ''

  static async start(env: Record<string, string>): Promise<WorkerProcess> {
    return new WorkerProcess(await programOf('api/src/worker-main.ts'), env)
  }

  private constructor(program: string, env: Record<string, string>) {
    this.#child = spawn(process.execPath, [program], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    this.#exited = once(this.#child, 'exit')
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (text: Buffer) => {
        this.log += text.toString()
      })
  }

  /** Ends it at this very moment, in the middle of whatever it does. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }

  get exited(): Promise<unknown> {
    return this.#exited
  }

  /** Lets it finish what it does. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    await this.#exited
  }
}
