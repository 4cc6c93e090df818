/** DOMPurify parses through this; it is given to nothing else. The page may make a policy of this name once. */
export const htmlParsing = window.trustedTypes?.createPolicy('attache', {
  createHTML: (html) => html,
  createScript: refuse,
  createScriptURL: refuse,
})

function refuse(): never {
  throw new TypeError('no script is ever trusted')
}
