/** What a spreadsheet would take for the start of a formula, as in pipeline/spreadsheet.py. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** Rows as CSV by RFC 4180, with a header; an apostrophe, which the pipeline takes off again, stops formulas. */
export function csv(columns: string[], rows: Record<string, string>[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  return lines.map((cells) => cells.map(cell).join(",") + "\r\n").join("");
}

function cell(said: string): string {
  const value = FORMULA.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(value) || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Hand a text to the browser as a download. */
export function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
