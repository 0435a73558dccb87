import type { ComponentChildren, JSX } from 'preact';
import type { Cell, Column, Table } from '#indicators/told.ts';
import { filmAddress, personAddress, type Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';
import { speechOf, type Speech } from '#words/speech.ts';

interface DataTableProps {
  readonly site: Pick<Site, 'language' | 'words'>;
  readonly table: Table;
  /** The address of the films behind a row's key; null where there are none to show. */
  readonly link?: (key: string) => string | null;
}

interface Shown {
  readonly column: Column;
  readonly at: number;
  /** An identifier before it leads somewhere: its kind and its place. */
  readonly leads: { readonly kind: 'film' | 'person'; readonly at: number } | null;
}

/** A table of raw values as its columns say they are shown; the first of a row names it. Wider than its room, it scrolls there. */
export function DataTable({ site, table, link = () => null }: DataTableProps): JSX.Element {
  const say = speechOf(site.language);
  const shown = shownColumns(table.columns);
  const addresses = table.rows.map((_, row) => {
    const key = table.keys?.[row] ?? null;
    return key === null ? null : link(key);
  });
  // a first column that leads to a film or a person cannot lead to the films of the row too
  const apart = shown[0]?.leads !== null && addresses.some((address) => address !== null);
  const id = `table-${table.name}`;
  return (
    <div class="table-room" role="group" aria-labelledby={id} tabIndex={0}>
      <table class="data-table">
        <caption id={id}>{table.title}</caption>
        <thead>
          <tr>
            {shown.map(({ column }) => (
              <th key={column.key} scope="col" class={classOf(column)}>
                {titleOf(column)}
              </th>
            ))}
            {apart ? <th scope="col">{site.words.charts.behind}</th> : null}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => {
            const address = addresses[index] ?? null;
            const name = shown[0] === undefined ? '' : written(row[shown[0].at] ?? null, shown[0].column, say);
            return (
              <tr key={index}>
                {shown.map((one, place) => {
                  const words = cellOf(one, row, site, say);
                  if (place > 0)
                    return (
                      <td key={one.column.key} class={classOf(one.column)}>
                        {words}
                      </td>
                    );
                  return (
                    <th key={one.column.key} scope="row" class={classOf(one.column)}>
                      {address === null || apart ? words : <a href={address}>{words}</a>}
                    </th>
                  );
                })}
                {apart ? (
                  <td>
                    {address === null ? null : (
                      <a href={address} aria-label={site.words.charts.see(name)}>
                        {site.words.charts.seeShort}
                      </a>
                    )}
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** An identifier is shown as a link around the column after it. */
function shownColumns(columns: readonly Column[]): readonly Shown[] {
  return columns.flatMap((column, at): Shown[] => {
    const before = columns[at - 1];
    const named = before?.kind === 'film' || before?.kind === 'person' ? before.kind : null;
    if (isIdentifier(column) && columns[at + 1] !== undefined && !isIdentifier(columns[at + 1])) return [];
    if (isIdentifier(column)) return [{ column, at, leads: { kind: column.kind === 'film' ? 'film' : 'person', at } }];
    return [{ column, at, leads: named === null ? null : { kind: named, at: at - 1 } }];
  });
}

const isIdentifier = (column: Column | undefined): boolean => column?.kind === 'film' || column?.kind === 'person';

function cellOf(
  { column, at, leads }: Shown,
  row: readonly Cell[],
  site: Pick<Site, 'language' | 'words'>,
  say: Speech,
): ComponentChildren {
  const value = row[at] ?? null;
  const id = leads === null ? null : (row[leads.at] ?? null);
  if (value === null || (typeof value === 'number' && !Number.isFinite(value)))
    return (
      <>
        <span aria-hidden="true">–</span>
        <span class="heard-only">{site.words.charts.unknown}</span>
      </>
    );
  const words = written(value, column, say);
  if (leads === null || id === null) return words;
  const address = leads.kind === 'film' ? filmAddress : personAddress;
  return <a href={address(site, String(id), noTaste)}>{words}</a>;
}

function written(value: Cell, { kind, digits }: Column, say: Speech): string {
  if (value === null) return '';
  if (typeof value === 'string' || kind === 'year') return String(value);
  return kind === 'share' ? say.percent(value, digits) : say.number(value, digits);
}

const titleOf = ({ title, unit }: Column): string => (unit === undefined ? title : `${title} (${unit})`);

const classOf = ({ kind }: Column): string | undefined =>
  kind === 'number' || kind === 'share' || kind === 'year' ? 'number' : undefined;
