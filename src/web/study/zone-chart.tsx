import { bars } from '#web/study/bars.ts';
import { evidence } from '#web/study/evidence.tsx';
import type { Study } from '#web/study/study.tsx';
import { zonesOf } from '#web/study/zones.ts';

const parts = ['people', 'primary', 'secondary', 'tertiary', 'beyond', 'index', 'later-index'] as const;

/** The ground of each cinema: its people by zone, and the entries that each of them makes. */
export function zoneChart(study: Study) {
  const { words } = study;
  const { distance: said } = words;
  const zones = zonesOf(study)
    .toSorted((a, b) => b.index - a.index)
    .slice(0, 20);
  if (zones.length < 2) return null;
  const named = zones.map((zone) => ({ ...zone, name: `${zone.cinema.communeName} (${zone.cinema.name})` }));
  const titles = [
    words.people.people,
    said.primary,
    said.secondary,
    said.tertiary,
    said.beyond,
    said.zoneIndex,
    said.later,
  ];
  return evidence(study, {
    computed: ['catchment'],
    chart: bars(study, {
      title: said.zoneChart,
      told: said.zoneTold,
      category: said.zone,
      axis: { title: said.zoneIndex },
      bars: named.map(({ name, index }) => ({ name, value: index })),
      digits: 2,
    }),
    table: {
      name: 'zones',
      title: said.tableTitle,
      columns: [
        { key: 'zone', title: said.zone, kind: 'text' },
        ...parts.map((key, at) => ({
          key,
          title: titles[at] ?? key,
          kind: 'number' as const,
          ...(key.endsWith('index') ? { digits: 2 } : {}),
        })),
      ],
      rows: named.map(({ name, cinema }) => [
        name,
        ...parts.map((part) => study.value('catchment', `${part}/${cinema.id}`)?.value ?? null),
      ]),
    },
  });
}
