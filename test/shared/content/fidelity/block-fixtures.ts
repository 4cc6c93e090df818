/** Each block as the block editor of WordPress 7.1 saves it, by the node that the desk opens it as. */
export const blockFixtures: readonly (readonly [type: string, name: string, markup: string])[] = [
  [
    'paragraph',
    'an aligned paragraph',
    '<!-- wp:paragraph {"align":"center","fontSize":"large"} -->\n<p class="has-text-align-center has-large-font-size">Words</p>\n<!-- /wp:paragraph -->',
  ],
  [
    'paragraph',
    'a question of an interview',
    '<!-- wp:paragraph {"className":"interview-question"} -->\n<p class="interview-question"><strong>A.</strong> Why?</p>\n<!-- /wp:paragraph -->',
  ],
  [
    'heading',
    'a wide heading',
    '<!-- wp:heading {"level":4,"align":"wide"} -->\n<h4 class="wp-block-heading alignwide">Words</h4>\n<!-- /wp:heading -->',
  ],
  [
    'orderedList',
    'a list that counts down',
    '<!-- wp:list {"ordered":true,"start":9,"reversed":true} -->\n<ol reversed start="9" class="wp-block-list"><!-- wp:list-item -->\n<li>Words</li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list -->',
  ],
  [
    'blockquote',
    'a quote',
    '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>Words</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li>One</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list --><cite>Somebody, <em>somewhere</em></cite></blockquote>\n<!-- /wp:quote -->',
  ],
  [
    'pullquote',
    'a pull quote',
    '<!-- wp:pullquote -->\n<figure class="wp-block-pullquote"><blockquote><p>Words<br>more</p><cite>Somebody</cite></blockquote></figure>\n<!-- /wp:pullquote -->',
  ],
  [
    'picture',
    'a wide picture with credit',
    '<!-- wp:image {"id":12,"sizeSlug":"large","linkDestination":"none","align":"wide"} -->\n<figure class="wp-block-image alignwide size-large"><img src="https://example.org/a-1024x683.jpg" alt="A door" class="wp-image-12"/><figcaption class="wp-element-caption">The <a href="https://example.org/">door</a> <cite>A. Writer</cite></figcaption></figure>\n<!-- /wp:image -->',
  ],
  [
    'picture',
    'a decorative picture',
    '<!-- wp:image {"id":12,"sizeSlug":"full","linkDestination":"none","isDecorative":true} -->\n<figure class="wp-block-image size-full"><img src="https://example.org/a.jpg" alt="" class="wp-image-12" role="none"/></figure>\n<!-- /wp:image -->',
  ],
  [
    'gallery',
    'a gallery',
    '<!-- wp:gallery {"columns":2} -->\n<figure class="wp-block-gallery has-nested-images columns-2 is-cropped"><!-- wp:image {"id":12,"sizeSlug":"large","linkDestination":"none"} -->\n<figure class="wp-block-image size-large"><img src="https://example.org/a.jpg" alt="A" class="wp-image-12"/></figure>\n<!-- /wp:image -->\n\n<!-- wp:image {"id":13,"sizeSlug":"large","linkDestination":"none"} -->\n<figure class="wp-block-image size-large"><img src="https://example.org/b.jpg" alt="B" class="wp-image-13"/></figure>\n<!-- /wp:image --><figcaption class="blocks-gallery-caption wp-element-caption">Doors</figcaption></figure>\n<!-- /wp:gallery -->',
  ],
  [
    'table',
    'a table with merged cells',
    '<!-- wp:table {"hasFixedLayout":true} -->\n<figure class="wp-block-table"><table class="has-fixed-layout"><thead><tr><th>Day</th><th class="has-text-align-right" data-align="right">Hours</th></tr></thead><tbody><tr><td rowspan="2">Monday</td><td>9<br>to 12</td></tr><tr><td>14 to 17</td></tr></tbody><tfoot><tr><td colspan="2"><em>By appointment</em></td></tr></tfoot></table><figcaption class="wp-element-caption">When we are here</figcaption></figure>\n<!-- /wp:table -->',
  ],
  [
    'embed',
    'a film elsewhere',
    '<!-- wp:embed {"url":"https://www.youtube.com/watch?v=a\\u0026t=1","type":"video","providerNameSlug":"youtube","responsive":true,"className":"wp-embed-aspect-16-9 wp-has-aspect-ratio"} -->\n<figure class="wp-block-embed is-type-video is-provider-youtube wp-block-embed-youtube wp-embed-aspect-16-9 wp-has-aspect-ratio"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=a&amp;t=1\n</div><figcaption class="wp-element-caption">A film</figcaption></figure>\n<!-- /wp:embed -->',
  ],
  [
    'video',
    'a film with captions',
    '<!-- wp:video {"id":7,"tracks":[{"id":8,"src":"https://example.org/a.vtt","label":"English","srcLang":"en","kind":"captions"}]} -->\n<figure class="wp-block-video"><video controls poster="https://example.org/a.jpg" src="https://example.org/a.mp4"><track src="https://example.org/a.vtt" label="English" srclang="en" kind="captions"/></video></figure>\n<!-- /wp:video -->',
  ],
  [
    'audio',
    'a sound',
    '<!-- wp:audio {"id":7} -->\n<figure class="wp-block-audio"><audio controls src="https://example.org/a.mp3"></audio><figcaption class="wp-element-caption">Waves</figcaption></figure>\n<!-- /wp:audio -->',
  ],
  [
    'file',
    'a file',
    '<!-- wp:file {"id":7,"href":"https://example.org/form.pdf"} -->\n<div class="wp-block-file"><a id="wp-block-file--media-1" href="https://example.org/form.pdf">The form</a><a href="https://example.org/form.pdf" class="wp-block-file__button wp-element-button" download aria-describedby="wp-block-file--media-1">Download</a></div>\n<!-- /wp:file -->',
  ],
  [
    'buttons',
    'buttons',
    '<!-- wp:buttons -->\n<div class="wp-block-buttons"><!-- wp:button -->\n<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="https://example.org/" target="_blank" rel="noreferrer noopener">Apply</a></div>\n<!-- /wp:button -->\n\n<!-- wp:button {"className":"is-style-outline"} -->\n<div class="wp-block-button is-style-outline"><a class="wp-block-button__link wp-element-button">Later</a></div>\n<!-- /wp:button --></div>\n<!-- /wp:buttons -->',
  ],
  [
    'codeBlock',
    'code',
    '<!-- wp:code -->\n<pre class="wp-block-code"><code>a &lt; b\n&#91;c]</code></pre>\n<!-- /wp:code -->',
  ],
  [
    'preformatted',
    'preformatted text',
    '<!-- wp:preformatted -->\n<pre class="wp-block-preformatted">a  b\n<strong>c</strong></pre>\n<!-- /wp:preformatted -->',
  ],
  ['verse', 'a verse', '<!-- wp:verse -->\n<pre class="wp-block-verse">One line\n  another</pre>\n<!-- /wp:verse -->'],
  [
    'horizontalRule',
    'a wide separator',
    '<!-- wp:separator {"className":"is-style-wide"} -->\n<hr class="wp-block-separator has-alpha-channel-opacity is-style-wide"/>\n<!-- /wp:separator -->',
  ],
  [
    'moreBreak',
    'read more',
    '<!-- wp:more {"customText":"Go on","noTeaser":true} -->\n<!--more Go on-->\n<!--noteaser-->\n<!-- /wp:more -->',
  ],
  ['pageBreak', 'a new page', '<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->'],
  ['customHtml', 'HTML', '<!-- wp:html -->\n<marquee>x</marquee>\n<!-- /wp:html -->'],
  ['footnotes', 'the place of footnotes', '<!-- wp:footnotes /-->'],
  [
    'container',
    'columns',
    '<!-- wp:columns -->\n<div class="wp-block-columns"><!-- wp:column {"width":"66%"} -->\n<div class="wp-block-column" style="flex-basis:66%"><!-- wp:paragraph -->\n<p>Left</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:column -->\n\n<!-- wp:column -->\n<div class="wp-block-column"></div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->',
  ],
  [
    'container',
    'a cover',
    '<!-- wp:cover {"url":"https://example.org/a.jpg","id":3,"dimRatio":50} -->\n<div class="wp-block-cover"><img class="wp-block-cover__image-background wp-image-3" alt="" src="https://example.org/a.jpg" data-object-fit="cover"/><span aria-hidden="true" class="wp-block-cover__background has-background-dim"></span><div class="wp-block-cover__inner-container"><!-- wp:paragraph -->\n<p>Over it</p>\n<!-- /wp:paragraph --></div></div>\n<!-- /wp:cover -->',
  ],
  [
    'container',
    'details',
    '<!-- wp:details -->\n<details class="wp-block-details"><summary>More</summary><!-- wp:paragraph -->\n<p>Hidden</p>\n<!-- /wp:paragraph --></details>\n<!-- /wp:details -->',
  ],
  ['opaque', 'a block of a plug-in', '<!-- wp:acme/visa-table {"rows":[["A"]]} /-->'],
  ['opaque', 'a shortcode', '<!-- wp:shortcode -->\n[gallery ids="1,2"]\n<!-- /wp:shortcode -->'],
]
