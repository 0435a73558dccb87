import type { Report } from '#evaluate/report.ts';
import type { Part } from '#evaluate/viewers.ts';
import { groupBench, groupTables } from './groups.ts';

/** P5 as a section of the results. */
export async function groupProtocol(reference: string, { part, seed }: { part: Part; seed: number }): Promise<Report> {
  const [basket, groups] = [5, 500];
  const report = await groupBench(reference, {
    part,
    seed,
    basket,
    scale: 'ours',
    groups,
    sizes: [2, 3, 4, 8],
  });
  return {
    protocol: 'P5',
    key: 'P5',
    title: 'P5: groups',
    command: 'evaluate P5',
    notes: [
      `MovieLens 1M, ${part} viewers by hash, ${groups} groups of each kind and size drawn by seed ${seed}, baskets of ${basket} films, lists of ten; the member scores are those of one system, ${report.scorer}, for every method. AR: mean relevance of the list for a member, the mean of the members and the worst-off. In brackets, the 95 % interval by paired bootstrap over groups.`,
    ],
    tables: [],
    text: groupTables(report),
    data: report,
  };
}
