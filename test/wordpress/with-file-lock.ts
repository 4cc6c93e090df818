import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Runs `work` while no other process holds the same file. The kernel frees the lock when its holder dies. */
export async function withFileLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  await mkdir(dirname(path), { recursive: true })
  const holder = spawn('flock', [path, 'sh', '-c', 'echo held; cat'])
  const freed = new Promise<void>((resolve) => holder.on('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once('data', () => resolve())
    holder.once('error', reject)
    holder.once('close', () => reject(new Error(`no lock on ${path}`)))
  })
  try {
    return await work()
  } finally {
    holder.stdin.end()
    await freed
  }
}
