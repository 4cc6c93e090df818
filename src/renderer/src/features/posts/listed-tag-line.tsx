import type { BlogId } from '../../../../shared/domain/ids.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { Rich } from '../../ui/rich.tsx'
import { useTagUse } from '../tags/use-tag-use.ts'

interface ListedTagLineProps {
  blogId: BlogId
  tag: string
  onShowAll: () => void
}

/** Over a list of the posts with one tag: that it is, and that the blog may have more than the account can see. */
export function ListedTagLine({ blogId, tag, onShowAll }: ListedTagLineProps) {
  const use = useTagUse(blogId)?.find(({ name }) => name === tag)
  return (
    <div className="listed-tag">
      <output>
        <Rich
          message="With the tag <tag>{tag}</tag>"
          values={{ tag }}
          parts={{ tag: <bdi className="listed-tag-name" /> }}
        />
        {use && use.blogCount > use.hereCount && (
          <span className="field-hint">
            {' '}
            {t(
              '{here, plural, =0 {No post is} one {# post is} other {# posts are}} here; the blog counts {blog, number}.',
              {
                here: use.hereCount,
                blog: use.blogCount,
              },
            )}
          </span>
        )}
      </output>
      <Button look="link" onPress={onShowAll}>
        {t('All posts')}
      </Button>
    </div>
  )
}
