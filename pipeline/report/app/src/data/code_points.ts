/** Text addressed by code points, as the dataset counts; JavaScript's own strings count UTF-16 units. */
export class CodePoints {
  readonly length: number;
  readonly #text: string;
  readonly #points: string[] | null;

  constructor(text: string) {
    this.#text = text;
    this.#points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
    this.length = this.#points?.length ?? text.length;
  }

  slice(start: number, end: number): string {
    return this.#points ? this.#points.slice(start, end).join("") : this.#text.slice(start, end);
  }
}
