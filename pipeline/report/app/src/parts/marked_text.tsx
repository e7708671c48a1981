import type { CodePoints } from "../data/code_points";
import { printable } from "../data/printable";
import { pieces, type Piece, type Span } from "../data/spans";

/** A stretch of a page's text with what was read in it marked. */
export function MarkedText({ text, spans, start, end }: { text: CodePoints; spans: Span[]; start: number; end: number }) {
  return <Pieces text={text} pieces={pieces(spans, start, end)} linked={false} />;
}

function Pieces({ text, pieces, linked }: { text: CodePoints; pieces: Piece[]; linked: boolean }) {
  return <>{pieces.map((piece) => <One key={`${piece.start} ${piece.span?.kind}`} text={text} piece={piece} linked={linked} />)}</>;
}

function One({ text, piece, linked }: { text: CodePoints; piece: Piece; linked: boolean }) {
  const { span, children, start, end } = piece;
  if (!span) return <>{printable(text.slice(start, end))}</>;
  const link = span.href && !linked ? span.href : undefined;
  const inner = <Pieces text={text} pieces={children} linked={linked || Boolean(link)} />;
  const attributes = {
    class: span.kind, title: printable(span.title), "data-reads": span.reads && printable(span.reads),
  };
  if (span.kind === "sentence") return <span {...attributes}>{inner}</span>;
  return <mark {...attributes}>{link ? <a href={link}>{inner}</a> : inner}</mark>;
}
