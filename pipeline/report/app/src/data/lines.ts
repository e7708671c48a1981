export interface Line { at: number; text: string }

/** The lines of a text that say something; `at` is the code point of the first letter, counted from `start`. */
export function linesOf(text: string, start: number): Line[] {
  const lines: Line[] = [];
  let at = start;
  for (const part of text.split(/(\r\n|\r|\n)/)) {
    const said = part.trim();
    if (said) lines.push({ at: at + pointsIn(part.slice(0, part.indexOf(said))), text: said });
    at += pointsIn(part);
  }
  return lines;
}

function pointsIn(text: string): number { return Array.from(text).length; }
