/** An error as WordPress answers it: `{ code, message, data: { status } }`. */
export class RestError extends Error {
  readonly status: number
  readonly code: string
  readonly data: Record<string, unknown>

  constructor(status: number, code: string, message: string, data: Record<string, unknown> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.data = data
  }

  toJson(): unknown {
    return { code: this.code, message: this.message, data: { status: this.status, ...this.data } }
  }
}

export const invalidParam = (name: string, message: string): RestError =>
  new RestError(400, 'rest_invalid_param', `Invalid parameter(s): ${name}`, {
    params: { [name]: message },
    details: {},
  })

/** 401 for someone who is not signed in, 403 for someone who is (`rest_authorization_required_code`). */
export const notAllowed = (viewer: object | null, code: string, message: string): RestError =>
  new RestError(viewer === null ? 401 : 403, code, message)
