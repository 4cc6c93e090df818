import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { Rich } from '../../ui/rich.tsx'

/** Who wants it looked at, and by whom; of a post that was only handed in on the blog nobody said. */
export function WhoAsks({ review }: { review: Pick<ReviewSummary, 'askedBy' | 'request' | 'handedIn'> }) {
  const { askedBy, handedIn, request } = review
  if (handedIn)
    return (
      <Rich
        message="<name>{name}</name> handed it in; nobody wrote what to look at"
        values={{ name: askedBy }}
        parts={{ name: <bdi /> }}
      />
    )
  if (request.of === '')
    return (
      <Rich
        message="<name>{name}</name> asks <reviewer>a reviewer</reviewer>"
        values={{ name: askedBy }}
        parts={{ name: <bdi />, reviewer: <bdi /> }}
      />
    )
  return (
    <Rich
      message="<name>{name}</name> asks <reviewer>{reviewer}</reviewer>"
      values={{ name: askedBy, reviewer: request.of }}
      parts={{ name: <bdi />, reviewer: <bdi /> }}
    />
  )
}
