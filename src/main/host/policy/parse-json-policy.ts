/** Of a file that people edit by hand, on Windows too. Throws for what is no JSON; `null` as a whole is no policy but a slip. */
export function parseJsonPolicy(text: string): unknown {
  const json = text.replace(/^\u{FEFF}/u, '')
  const value: unknown = JSON.parse(json)
  // The parser would take the last one and say nothing: which of the two was meant nobody knows.
  if (namesTwice(json)) throw new Error('a name stands there twice')
  return value === null ? 'null' : asFields(value)
}

/** Whether an object in what is known to be JSON has a name twice. */
function namesTwice(json: string): boolean {
  const open: Set<string>[] = []
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g) ?? []
  return tokens.some((token, index) => {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (tokens[index + 1] === ':') {
      const [name, names] = [JSON.parse(token) as string, open.at(-1)]
      if (names?.has(name)) return true
      names?.add(name)
    }
    return false
  })
}

/** A managed preference as `plutil` turns it to JSON; macOS may leave its own keys of the profile among the fields. */
export function parseManagedPreference(json: string): unknown {
  const value = parseJsonPolicy(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => !name.startsWith('Payload')))
}

/** Management tools write a list or a dictionary as its JSON where a profile has only room for text. */
export function asFields(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, asField(field)]))
}

function asField(field: unknown): unknown {
  if (typeof field !== 'string' || !/^\s*[[{]/.test(field)) return field
  try {
    return JSON.parse(field) as unknown
  } catch {
    return field
  }
}
