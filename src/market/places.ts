import { fileURLToPath } from 'node:url';
import { readTable } from '#market/read-table.ts';

export interface Department {
  /** INSEE code: `23`, `2A`, `974`. */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-2 code without its `FR-`: `NAQ`. */
  readonly region: string;
}

const table = (name: string): string => fileURLToPath(new URL(`tables/${name}.tsv`, import.meta.url));

/** Every department by its code. Source: INSEE, Code officiel géographique 2024; regions as in ISO 3166-2:FR. */
export const departments: ReadonlyMap<string, Department> = new Map(
  readTable(table('departments'), ['code', 'name', 'region']).map((row) => {
    const [code, name, region] = [row.needed('code'), row.needed('name'), row.needed('region')];
    return [code, { code, name, region }];
  }),
);

/** The name of each region by its code. */
export const regions: ReadonlyMap<string, string> = new Map(
  readTable(table('regions'), ['code', 'name']).map((row) => [row.needed('code'), row.needed('name')]),
);

/** The department of a commune's INSEE code: its first two characters, or three overseas. */
export const departmentOf = (commune: string): string =>
  commune.startsWith('97') || commune.startsWith('98') ? commune.slice(0, 3) : commune.slice(0, 2);

/** What a department, a region or France is called; null when the code is none of them. */
export const placeName = (code: string): string | null =>
  code === 'FR' ? 'France' : (departments.get(code)?.name ?? regions.get(code) ?? null);
