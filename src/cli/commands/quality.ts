import { textOption, type Command, type Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import type { Table, Told } from '#indicators/told.ts';
import { openLanterne } from '#lanterne.ts';
import { tellQuality } from '#quality/tell-quality.ts';
import { startOfDay } from '#state/clock.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { readExposure, readReactions } from '#state/reactions.ts';
import { speechOf } from '#words/speech.ts';

export const command: Command = {
  summary: 'Says how good the recommendations are: what the model finds, what was shown, what visitors did with it',
  usage: 'lanterne quality [--language fr|en] [--json]',
  example: 'lanterne quality --language fr',
  options: { language: { type: 'string' } },
  async run(invocation) {
    const language = languageOf(invocation);
    const config = settings(invocation);
    await using lanterne = await openLanterne(config, { onProgress: invocation.note });
    await using state = await openState(statePlace(config));
    // As on the page: whole days, so that no figure leads to the last visitor.
    const until = startOfDay(Temporal.Now.instant());
    const service = await lanterne.quality();
    const { films, people } = await readExposure(state.db, { until });
    const kept = { shown: films, people, reactions: await readReactions(state.db, { until }) };
    const told = tellQuality({ ...service, kept }, speechOf(language));
    if (invocation.values['json'] === true)
      return invocation.print(
        JSON.stringify({
          measuredOn: service.evaluation?.on ?? null,
          until: until.toString(),
          indicators: told.map(({ title, question, finding, cautions, tables, count, method, citations }) => ({
            title,
            question,
            finding,
            cautions,
            tables,
            count,
            method,
            citations,
          })),
        }),
      );
    for (const one of told) for (const line of linesOf(one)) invocation.print(line);
  },
};

function languageOf(invocation: Invocation): 'fr' | 'en' {
  const language = textOption(invocation, 'language') ?? 'en';
  if (language === 'fr' || language === 'en') return language;
  throw fault('USAGE', { problem: `--language is fr or en, not “${language}”.`, command: 'quality' });
}

function linesOf({ title, finding, count, cautions, tables }: Told): string[] {
  return [
    title.toUpperCase(),
    ...finding,
    ...(count.value === 0 ? [] : [`(${count.value} ${count.what})`]),
    ...tables.flatMap(tableLines),
    ...cautions.map((caution) => `- ${caution}`),
    '',
  ];
}

const tableLines = ({ title, columns, rows }: Table): string[] => [
  title,
  `  ${columns.map((column) => column.title).join(' | ')}`,
  ...rows.map(
    (row) =>
      `  ${row.map((cell) => (typeof cell === 'number' ? Math.round(cell * 1e4) / 1e4 : (cell ?? '–'))).join(' | ')}`,
  ),
];
