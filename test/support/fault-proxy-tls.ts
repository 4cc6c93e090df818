import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { createServer, type TLSSocket } from 'node:tls'

export type CertificateFault = 'good' | 'wrong-host' | 'expired' | 'self-signed'

interface Certificate {
  key: string
  cert: string
}

/** Certificates for 127.0.0.1, made now; all but `self-signed` by one authority that a test may trust. */
export interface Certificates {
  authority: string
  certificates: Record<CertificateFault, Certificate>
}

/** `missing` when there is no openssl. Writes into `folder`. */
export function makeCertificates(folder: string): Certificates | { missing: string } {
  if (spawnSync('openssl', ['version']).status !== 0) return { missing: 'certificates are made with openssl' }
  const openssl = (...options: string[]): void => {
    const { status, stderr } = spawnSync('openssl', options, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`openssl ${options.join(' ')}: ${stderr}`)
  }
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const newKey = words('-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes')
  const selfSigned = (name: string, subject: string, ...extensions: string[]): void =>
    openssl(
      'req',
      '-x509',
      ...newKey,
      ...words(`-keyout ${name}.key -out ${name}.pem -days 2 -subj ${subject}`),
      ...extensions.flatMap((extension) => ['-addext', extension]),
    )
  selfSigned('authority', '/CN=Test-Authority')
  selfSigned('self-signed', '/CN=127.0.0.1', 'subjectAltName=IP:127.0.0.1')
  writeFileSync(join(folder, 'index.txt'), '')
  writeFileSync(join(folder, 'ca.conf'), CA_SETTINGS)

  const signed = (name: string, alternativeName: string, from: string, until: string): void => {
    const extensions = ['-addext', `subjectAltName=${alternativeName}`]
    openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`, ...extensions)
    const dates = ['-startdate', from, '-enddate', until]
    const by = ['-cert', 'authority.pem', '-keyfile', 'authority.key', '-batch', '-notext']
    openssl('ca', '-config', 'ca.conf', ...by, ...dates, '-in', `${name}.csr`, '-out', `${name}.pem`)
  }
  const now = Date.now()
  const [longAgo, yesterday, tomorrow] = [-20, -1, 1].map((days) => asn1Time(now + days * 86_400_000)) as [
    string,
    string,
    string,
  ]
  signed('good', 'IP:127.0.0.1', yesterday, tomorrow)
  signed('wrong-host', 'DNS:other.example', yesterday, tomorrow)
  signed('expired', 'IP:127.0.0.1', longAgo, yesterday)
  const of = (name: CertificateFault): Certificate => ({ key: read(`${name}.key`), cert: read(`${name}.pem`) })
  return {
    authority: read('authority.pem'),
    certificates: {
      good: of('good'),
      'wrong-host': of('wrong-host'),
      expired: of('expired'),
      'self-signed': of('self-signed'),
    },
  }
}

const CA_SETTINGS = `
[ca]
default_ca = test
[test]
database = index.txt
rand_serial = yes
new_certs_dir = .
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
`

const words = (line: string): string[] => line.split(' ')

/** RFC 5280, 4.1.2.5.2: `20261121060000Z`. */
const asn1Time = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`

/** Stands before a server with TLS and counts what came through the handshake. */
export interface TlsFront {
  url: string
  readonly connectionCount: number
  readonly applicationBytes: number
  stop(): Promise<void>
}

export async function startTlsFront(options: {
  target: string
  certificate: Certificate
  /** It speaks nothing newer. */
  newest?: 'TLSv1.1'
}): Promise<TlsFront> {
  const target = new URL(options.target)
  const sockets = new Set<Socket>()
  let connectionCount = 0
  let applicationBytes = 0
  const old = options.newest
    ? { minVersion: 'TLSv1' as const, maxVersion: options.newest, ciphers: 'DEFAULT@SECLEVEL=0' }
    : {}
  const server = createServer({ ...options.certificate, ...old }, (client: TLSSocket) => {
    const blog = connect(Number(target.port), target.hostname)
    for (const socket of [client, blog]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    client.on('data', (bytes: Buffer) => (applicationBytes += bytes.length))
    client.pipe(blog).pipe(client)
  })
  server.on('connection', () => (connectionCount += 1))
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connectionCount() {
      return connectionCount
    },
    get applicationBytes() {
      return applicationBytes
    },
    async stop() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
