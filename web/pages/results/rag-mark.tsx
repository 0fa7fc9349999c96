import type { CodeOf } from '#data/vocabularies.ts'
import { useSpeech } from '#web/text/text.ts'

type Rag = CodeOf<'rag'>

/** Each status has a shape of its own, so that a print without colour says the same. */
const shapes: Readonly<Record<Rag, string>> = {
  BLUE: 'M3 3h14v14H3Z',
  GREEN: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z',
  AMBER: 'M10 1.5 19 18H1Z',
  RED: 'M10 .8 19.2 10 10 19.2.8 10Z',
  GREY: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z',
}

interface Props {
  readonly rag: Rag
  readonly letter: string | null
  /** What is added in words, e.g. why there is no status. */
  readonly note?: string
  readonly isByHand?: boolean
}

/** A status as colour, shape and letter; its name is read aloud and shown on hover. */
export function RagMark({ rag, letter, note, isByHand = false }: Props) {
  const { t, nameOf } = useSpeech()
  const words = [nameOf('rag', rag), ...(note === undefined ? [] : [note]), ...(isByHand ? [t('matrix.by_hand')] : [])]
  return (
    <span
      className={isByHand ? 'rag is-by-hand' : 'rag'}
      data-rag={rag}
      role="img"
      aria-label={words.join(' · ')}
      title={words.join(' · ')}
    >
      <svg width={20} height={20} viewBox="0 0 20 20" aria-hidden="true">
        <path className="rag-shape" d={shapes[rag]} />
        <text className="rag-letter" x={10} y={rag === 'AMBER' ? 16 : 14} textAnchor="middle">
          {letter ?? 'N'}
        </text>
      </svg>
    </span>
  )
}
