/** Of a file that people edit by hand, on Windows too. Throws for what is no JSON; `null` as a whole is no policy but a slip. */
export function parseJsonPolicy(text: string): unknown {
  const value: unknown = JSON.parse(text.replace(/^\u{FEFF}/u, ''))
  return value === null ? 'null' : asFields(value)
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
