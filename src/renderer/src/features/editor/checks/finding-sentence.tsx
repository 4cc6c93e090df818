/** A sentence of the desk with words of the person in it: those keep their own direction, whatever the sentence's is. */
export function FindingSentence({ text }: { text: string }) {
  const parts = text.split(/(“[^”]*”|«[^»]*»)/u)
  // The parts of one sentence never change places.
  return parts.map((part, index) => (index % 2 === 1 ? <bdi key={`${index} ${part}`}>{part}</bdi> : part))
}
