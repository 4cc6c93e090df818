/** Posts as blogs hold them, written here in the manner of each WordPress and of what people do to posts by hand. */
export const blogMarkup = {
  'a post of WordPress 7.1': `<!-- wp:paragraph -->
<p>The consular desk moves to <strong>Harbour <em>Street</em></strong> on <a href="https://example.org/map?x=1&amp;y=2">Monday</a>.<br>Bring your passport.</p>
<!-- /wp:paragraph -->

<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading">What changes</h3>
<!-- /wp:heading -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>Opening hours<!-- wp:list {"ordered":true,"start":3} -->
<ol start="3" class="wp-block-list"><!-- wp:list-item -->
<li>Mornings</li>
<!-- /wp:list-item --></ol>
<!-- /wp:list --></li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>Telephone</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:quote -->
<blockquote class="wp-block-quote"><!-- wp:paragraph -->
<p>The door stays open.</p>
<!-- /wp:paragraph --><cite>The porter</cite></blockquote>
<!-- /wp:quote -->

<!-- wp:image {"id":41,"sizeSlug":"large","linkDestination":"none"} -->
<figure class="wp-block-image size-large"><img src="https://example.org/door-1024x683.jpg" alt="A green door" class="wp-image-41"/><figcaption class="wp-element-caption">The new door</figcaption></figure>
<!-- /wp:image -->

<!-- wp:code -->
<pre class="wp-block-code"><code>open &#91;door]
  &lt;quietly&gt;</code></pre>
<!-- /wp:code -->

<!-- wp:separator -->
<hr class="wp-block-separator has-alpha-channel-opacity"/>
<!-- /wp:separator -->

<!-- wp:paragraph {"direction":"rtl"} -->
<p dir="rtl">ينتقل المكتب يوم الاثنين</p>
<!-- /wp:paragraph -->`,
  'a post of WordPress 6.1, on lines of Windows':
    '<!-- wp:heading -->\r\n<h2>Old style</h2>\r\n<!-- /wp:heading -->\r\n\r\n<!-- wp:list -->\r\n<ul><!-- wp:list-item -->\r\n<li>one</li>\r\n<!-- /wp:list-item --></ul>\r\n<!-- /wp:list -->\r\n\r\n<!-- wp:separator -->\r\n<hr class="wp-block-separator"/>\r\n<!-- /wp:separator -->\r\n',
  'columns in a group': `<!-- wp:group {"layout":{"type":"constrained"}} -->
<div class="wp-block-group"><!-- wp:columns -->
<div class="wp-block-columns"><!-- wp:column {"width":"66%"} -->
<div class="wp-block-column" style="flex-basis:66%"><!-- wp:paragraph -->
<p>Left</p>
<!-- /wp:paragraph --></div>
<!-- /wp:column --></div>
<!-- /wp:columns --></div>
<!-- /wp:group -->`,
  'a note on a block': `<!-- wp:paragraph {"metadata":{"noteId":17}} -->
<p>Is this date right?</p>
<!-- /wp:paragraph -->`,
  'a note on a word': `<!-- wp:paragraph -->
<p>Is <mark class="wp-note" data-id="18">this date</mark> right?</p>
<!-- /wp:paragraph -->`,
  'blocks of plug-ins and of a later WordPress': `<!-- wp:latest-posts {"postsToShow":3} /-->

<!-- wp:acme/visa-table {"rows":[["A","B"],["\\u003cb\\u003e","\\u002d\\u002d"]]} -->
<div class="acme">words</div>
<!-- /wp:acme/visa-table -->

<!-- wp:paragraph {"dropCap":true,"futureAttribute":1} -->
<p class="has-drop-cap">Once</p>
<!-- /wp:paragraph -->`,
  'classic text with a block in the middle': `Written before there were blocks.

<p align="right">By hand</p><!--more-->
<!-- wp:paragraph -->
<p>And one block.</p>
<!-- /wp:paragraph -->
[gallery ids="1,2"]

`,
  'closers that are missing': `<!-- wp:paragraph -->
<p>Fine.</p>
<!-- /wp:paragraph -->

<!-- wp:group -->
<div class="wp-block-group"><!-- wp:paragraph -->
<p>Lost its end`,
  'closers without a block, and of another': `<!-- /wp:paragraph -->
<!-- wp:heading -->
<h2 class="wp-block-heading">Mixed</h2>
<!-- /wp:paragraph -->`,
  'attributes that are not JSON': '<!-- wp:paragraph {"a":oops} -->\n<p>x</p>\n<!-- /wp:paragraph -->',
  'blocks side by side':
    '<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>Two</p><!-- /wp:paragraph -->',
  'lists and a quote with odd pieces': `<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>A passport</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>A form<p>with a paragraph of its own</p></li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:list -->
<ul><li class="first">Old</li><li><p>Odd</p></li></ul>
<!-- /wp:list -->

<!-- wp:quote -->
<blockquote class="wp-block-quote"><!-- wp:paragraph -->
<p>The door stays open.</p>
<!-- /wp:paragraph -->

<!-- wp:group -->
<div class="wp-block-group"><!-- wp:paragraph -->
<p>In a group</p>
<!-- /wp:paragraph --></div>
<!-- /wp:group -->

<!-- wp:acme/map /--></blockquote>
<!-- /wp:quote -->`,
  'white space only': ' \n\t\n',
  nothing: '',
} as const
