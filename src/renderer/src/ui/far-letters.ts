import chinese from '@fontsource-variable/noto-serif-sc/wght.css?url'
import japanese from '@fontsource-variable/noto-serif-jp/wght.css?url'
import korean from '@fontsource-variable/noto-serif-kr/wght.css?url'

/**
 * The fonts whose lists of letters alone are four fifths of all that would be read before the first screen. Until they are here such
 * words stand in a font of the system.
 */
export function addFarLetters(): void {
  for (const href of [chinese, japanese, korean]) {
    const sheet = document.createElement('link')
    sheet.rel = 'stylesheet'
    sheet.href = href
    document.head.append(sheet)
  }
}
