import { spawn } from 'node:child_process'

export interface ProgramOptions {
  input?: string
  env?: NodeJS.ProcessEnv
  cwd?: string
}

/** Runs a program to its end and gives its standard output; another exit code than 0 throws with what it printed. */
export function runProgram(command: string, args: string[], options: ProgramOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: programEnvironment(options.env), cwd: options.cwd })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else
        reject(
          new Error(`${command} ${args[0] ?? ''} ended with ${code}\n${errors.slice(-4000)}${output.slice(-4000)}`),
        )
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
  })
}

/** Servers such as mariadbd live in /usr/sbin, which is not on every user's path. */
export function programEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`, ...more }
}
