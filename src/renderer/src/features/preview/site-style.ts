/**
 * A theme's styles for the preview. They were written for a page of their own; here they dress a box inside the window. So
 * `body` and `:root` become that box, a question about the width of the window is asked of the box instead, and whatever
 * would load something is dropped. Read by the browser's own parser, never by patterns.
 */
export function siteStyle(css: string): CSSStyleSheet {
  const read = new CSSStyleSheet()
  read.replaceSync(css)
  const written = new CSSStyleSheet()
  written.replaceSync([...read.cssRules].map(rewrite).join('\n'))
  return written
}

/** The box, as the theme's rules find it. */
export const SITE_ROOT = 'attache-site'

function rewrite(rule: CSSRule): string {
  if (rule instanceof CSSStyleRule) {
    const nested = [...rule.cssRules].map(rewrite).join('\n')
    return `${inBox(rule.selectorText)} { ${declarations(rule.style)} ${nested} }`
  }
  const inner = (): string => ('cssRules' in rule ? [...(rule.cssRules as CSSRuleList)].map(rewrite).join('\n') : '')
  if (rule instanceof CSSMediaRule) {
    const condition = rule.conditionText
    const isWidth =
      /^\s*(?:(?:only\s+)?screen\s+and\s+)?\((?:min-width|max-width|width)[^()]*\)(?:\s*and\s*\((?:min-width|max-width|width)[^()]*\))*\s*$/i
    if (!isWidth.test(condition)) return `@media ${condition} { ${inner()} }`
    return `@container ${SITE_ROOT} ${condition.replace(/^\s*(?:only\s+)?screen\s+and\s+/i, '')} { ${inner()} }`
  }
  if (rule instanceof CSSSupportsRule) return `@supports ${rule.conditionText} { ${inner()} }`
  if (rule instanceof CSSContainerRule) return `@container ${rule.conditionText} { ${inner()} }`
  if (rule instanceof CSSLayerBlockRule) return `@layer ${rule.name} { ${inner()} }`
  // Fonts, imports, pages, animations: they load something, or move.
  return ''
}

const inBox = (selector: string): string =>
  selector
    .replaceAll(/(^|[\s,>+~(]):root\b/g, `$1.${SITE_ROOT}`)
    .replaceAll(/(^|[\s,>+~(])html\b/g, `$1.${SITE_ROOT}`)
    .replaceAll(/(^|[\s,>+~(])body\b/g, `$1.${SITE_ROOT}`)

function declarations(style: CSSStyleDeclaration): string {
  const kept: string[] = []
  for (const name of style) {
    const value = style.getPropertyValue(name)
    const important = style.getPropertyPriority(name) === '' ? '' : ' !important'
    if (isHarmless(name, value)) kept.push(`${name}: ${value.replaceAll(/(\d)(?:d|s|l)?vw\b/g, '$1cqi')}${important};`)
  }
  return kept.join(' ')
}

/** Nothing that loads, and nothing that leaves its place. */
export function isHarmless(name: string, value: string): boolean {
  if (/url\(|image-set\(|expression\(|-moz-binding/i.test(value)) return false
  if (name === 'position') return value !== 'fixed' && value !== 'sticky'
  return !/^(?:animation|transition|content-visibility|cursor)/.test(name)
}

/** A declaration list that stood in the HTML, for `element.style`. */
export function applyInlineStyle(element: HTMLElement, text: string): void {
  const probe = document.createElement('i')
  probe.style.cssText = text
  for (const name of probe.style) {
    const value = probe.style.getPropertyValue(name)
    if (isHarmless(name, value)) element.style.setProperty(name, value)
  }
}
