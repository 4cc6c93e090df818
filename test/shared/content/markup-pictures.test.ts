import { describe, expect, it } from 'vitest'
import { markupPictures, nearestToReading } from '../../../src/shared/content/markup-pictures.ts'

describe('the pictures in a text of the blog', () => {
  it('are found in blocks, galleries and old texts alike, each once and in order', () => {
    const markup = `<!-- wp:gallery {"linkTo":"none"} -->
<figure class="wp-block-gallery"><!-- wp:image {"id":7,"sizeSlug":"large"} -->
<figure class="wp-block-image size-large"><img src="https://b.example/a.jpg?x=1&amp;y=2" alt="A &quot;boat&quot;" class="wp-image-7"/><figcaption class="wp-element-caption">At <em>noon</em> &amp; later</figcaption></figure>
<!-- /wp:image --><figcaption>The whole morning</figcaption></figure>
<!-- /wp:gallery -->
<p>Old words <IMG SRC='/uploads/b.gif'> and <img src="https://b.example/a.jpg?x=1&y=2"> again.`
    expect(markupPictures(markup)).toEqual([
      {
        url: 'https://b.example/a.jpg?x=1&y=2',
        remoteId: 7,
        readingUrl: 'https://b.example/a.jpg?x=1&y=2',
        alt: 'A "boat"',
        caption: 'At noon & later',
      },
      { url: '/uploads/b.gif', remoteId: null, readingUrl: '/uploads/b.gif', alt: '', caption: '' },
    ])
  })

  it('are read at the size nearest to a column of text, where the text offers several', () => {
    const srcset = 'https://b.example/a-300.jpg 300w, https://b.example/a,1024.jpg 1024w,https://b.example/a.jpg 4000w'
    expect(markupPictures(`<img src="a.jpg" srcset="${srcset}">`)).toMatchObject([
      { url: 'a.jpg', readingUrl: 'https://b.example/a,1024.jpg' },
    ])
    expect(nearestToReading([{ widthPx: 768 }, { widthPx: 1536 }, { widthPx: 2560 }])).toEqual({ widthPx: 1536 })
    expect(nearestToReading([])).toBeNull()
  })

  it('are no pictures when they lie in the text itself, have no address, or stand in a comment', () => {
    expect(markupPictures('<img src="data:image/png;base64,AAAA"><img alt="x"><!-- <img src="c.png"> -->')).toEqual([])
    expect(markupPictures('An <imgage src="x"> and a < img')).toEqual([])
  })

  it('is read in time that grows with its length, however broken it is', () => {
    for (const broken of [
      '<img '.repeat(100_000),
      '<img src="' + 'a'.repeat(500_000),
      '<img srcset="' + 'a '.repeat(200_000) + '">',
    ])
      expect(markupPictures(broken)).toEqual([])
  })
})
