/** An event a listener may stop. */
export interface Cancelable {
  preventDefault(): void
  isPrevented(): boolean
}

export function cancelable<Details extends object>(details?: Details): Cancelable & Details {
  let isPrevented = false
  return Object.assign({} as Details, details, {
    preventDefault: () => {
      isPrevented = true
    },
    isPrevented: () => isPrevented,
  })
}
