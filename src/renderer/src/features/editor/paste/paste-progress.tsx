import './paste.css'

/** What is being done with a long paste; read out too. */
export function PasteProgress({ text }: { text: string | null }) {
  return <output className="paste-progress">{text}</output>
}
