import type { LeftAside, ReadFile } from '#market/import/read-all.ts';
import { departmentOf } from '#market/places.ts';

/** No department has as few communes, in one row of numbers, as it has cantons. */
const mostCantons = 45;

/**
 * Cantons have codes like communes: a file of outlines is kept when it has nearly every commune of its departments. Of two files of the same
 * departments, the one that fits the communes best is kept.
 * @param communes the codes of the communes that are known, by department
 */
export function chooseOutlines(
  files: readonly ReadFile[],
  communes: ReadonlyMap<string, ReadonlySet<string>>,
): { read: ReadFile[]; left: LeftAside[] } {
  const left: LeftAside[] = [];
  const best = new Map<string, { name: string; misfits: number }>();
  const codesOf = (file: ReadFile): string[] => file.drafts.flatMap(({ outlines }) => outlines.map(([code]) => code));
  const keyOf = (file: ReadFile): string => file.drafts.map(({ key }) => key).join(' ');
  const candidates = files.filter((file) => codesOf(file).length > 0);
  for (const file of candidates) {
    const why = notCommunes(codesOf(file), communes);
    if (why !== null) {
      left.push({ file: file.name, reason: why });
      continue;
    }
    const misfits = misfitsOf(codesOf(file), communes);
    const before = best.get(keyOf(file));
    if (before !== undefined) {
      const [worse, better] = misfits < before.misfits ? [before.name, file.name] : [file.name, before.name];
      left.push({ file: worse, reason: `${better} has outlines of the same communes, and fits those that are known` });
    }
    if (before === undefined || misfits < before.misfits) best.set(keyOf(file), { name: file.name, misfits });
  }
  const aside = new Set(left.map(({ file }) => file));
  return { read: files.filter(({ name }) => !aside.has(name)), left };
}

function notCommunes(codes: readonly string[], communes: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  for (const [department, some] of Map.groupBy(codes, departmentOf)) {
    const known = communes.get(department);
    if (known === undefined) {
      const numbers = some.map((code) => Number(code.slice(2))).sort((a, b) => a - b);
      if (numbers.length <= mostCantons && numbers.every((number, place) => number === place + 1))
        return 'its codes follow one another: these are cantons, not communes';
    } else if (some.filter((code) => known.has(code)).length < 0.9 * known.size)
      return `it has ${some.length} outlines for the ${known.size} communes of ${department}: these are not communes`;
  }
  return null;
}

/** Outlines of communes that are none, and communes without outline. */
function misfitsOf(codes: readonly string[], communes: ReadonlyMap<string, ReadonlySet<string>>): number {
  const drawn = new Set(codes);
  const known = new Set(
    [...new Set(codes.map(departmentOf))].flatMap((department) => [...(communes.get(department) ?? [])]),
  );
  return drawn.symmetricDifference(known).size;
}
