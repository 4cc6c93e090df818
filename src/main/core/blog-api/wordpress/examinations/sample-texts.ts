import { SAMPLE_TEXTS, type SampleText } from '../../../../../shared/domain/doctor.ts'

/** A whole text, and what of it has to come back letter by letter. */
interface Sample {
  markup: string
  kept: string
}

const paragraph = (words: string, attributes = ''): string =>
  `<!-- wp:paragraph -->\n<p${attributes}>${words}</p>\n<!-- /wp:paragraph -->`

const plain = (words: string, attributes = ''): Sample => ({ markup: paragraph(words, attributes), kept: words })

const TABLE =
  '<figure class="wp-block-table"><table><tbody><tr><td>Script</td><td>select, update, from</td></tr></tbody></table></figure>'
const MAP =
  '<iframe src="https://www.openstreetmap.org/export/embed.html" width="400" height="300" title="A map"></iframe>'

/** Sentences about nothing, in the scripts and the markup that posts from embassies have. */
const SAMPLES: Record<SampleText, Sample> = {
  html: {
    markup: `${paragraph('A <strong>bold</strong> word and <a href="https://example.org/">a link</a>.')}\n\n<!-- wp:table -->\n${TABLE}\n<!-- /wp:table -->`,
    kept: 'A <strong>bold</strong> word and <a href="https://example.org/">a link</a>.',
  },
  iframe: { markup: `<!-- wp:html -->\n${MAP}\n<!-- /wp:html -->`, kept: '<iframe' },
  arabic: plain('هذا سطر للتجربة، لا أكثر.', ' dir="rtl" lang="ar"'),
  persian: plain('این یک خط آزمایشی است و می‌ماند.', ' dir="rtl" lang="fa"'),
  vietnamese: plain('Đây là một dòng thử nghiệm, chỉ vậy thôi.', ' lang="vi"'),
  emoji: plain('A house 🏛️ and a flag 🇻🇳.'),
}

export const samples: { text: SampleText; markup: string; kept: string }[] = SAMPLE_TEXTS.map((text) => ({
  text,
  ...SAMPLES[text],
}))
