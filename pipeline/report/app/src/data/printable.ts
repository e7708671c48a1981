/** Characters that change how text around them looks, or that show nothing: named instead of obeyed. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Text for the eye: line ends alike, controls and writing-direction marks shown by their number. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(HIDDEN, (char) => {
    const number = char.codePointAt(0)!;
    return `⟨U+${number.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}
