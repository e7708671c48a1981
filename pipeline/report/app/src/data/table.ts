/** A table as the page carries it: columns named once, then rows of values. */
export interface Table { columns: string[]; rows: unknown[][] }

/** The rows of a table as objects, with extra fields if wanted. */
export function objects<Row>(table: Table, extra: object = {}): Row[] {
  return table.rows.map((values) => {
    const row: Record<string, unknown> = { ...extra };
    table.columns.forEach((column, index) => { row[column] = values[index]; });
    return row as Row;
  });
}

/** The JSON that stands in the page under an id. */
export function embedded(id: string): any {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}
