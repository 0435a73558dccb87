import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fault } from '#errors.ts';
import { numberOption, textOption, type Command, type Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { referenceFolder } from '#cli/reference.ts';

/** The benchmarks, each beside its peer in one run. They live outside the product, in bench/. */
const benches: Readonly<Record<string, (invocation: Invocation) => Promise<unknown>>> = {
  async build(invocation) {
    const { runBuildBench } = await import('../../../bench/build/run.ts');
    const { formatBuildReport } = await import('../../../bench/build/report.ts');
    const out = textOption(invocation, 'out');
    const report = await runBuildBench({
      scale: numberOption(invocation, 'bench', 'scale', { fallback: 1, low: 0.0001, high: 1 }),
      seed: numberOption(invocation, 'bench', 'seed', { fallback: 1, whole: true }),
      rounds: numberOption(invocation, 'bench', 'rounds', { fallback: 2, low: 1, whole: true }),
      ...(out === undefined ? {} : { out }),
    });
    invocation.note(formatBuildReport(report));
    return report;
  },
  async feedback(invocation) {
    const { runFeedbackBench } = await import('../../../bench/feedback.ts');
    const seed = numberOption(invocation, 'bench', 'seed', { fallback: 1, whole: true });
    const houses = await runFeedbackBench({ seed });
    for (const { text } of houses) invocation.note(`${text}\n`);
    return houses.map(({ difference, rows }) => ({ difference, rows }));
  },
  async 'start-list'(invocation) {
    const { runStartListBench, startListTables } = await import('../../../bench/start-list.ts');
    const report = await runStartListBench(settings(invocation).dataFolder, referenceFolder());
    if (invocation.values['json'] !== true) invocation.print(startListTables(report));
    return report;
  },
  async search(invocation) {
    const { runSearchBench, searchNote, searchTables } = await import('../../../bench/search/run.ts');
    process.env['LANTERNE_REFERENCE'] = referenceFolder();
    const report = await runSearchBench({
      seed: numberOption(invocation, 'bench', 'seed', { fallback: 20261122, whole: true }),
      queries: numberOption(invocation, 'bench', 'queries', { fallback: 500, low: 10, whole: true }),
      slowQueries: 60,
    });
    if (invocation.values['json'] !== true) invocation.print(`${searchNote(report)}\n\n${searchTables(report)}`);
    return report;
  },
  async kernels(invocation) {
    const { runKernelsBench } = await import('../../../bench/kernels/run.ts');
    const { formatKernelsReport } = await import('../../../bench/kernels/report.ts');
    const whole = { low: 0, whole: true };
    const python = textOption(invocation, 'python');
    const report = await runKernelsBench({
      sizes: sizesOption(invocation),
      viewers: numberOption(invocation, 'bench', 'viewers', { fallback: 20_000, ...whole }),
      films: numberOption(invocation, 'bench', 'films', { fallback: 4000, ...whole }),
      threads: numberOption(invocation, 'bench', 'threads', { fallback: availableParallelism(), low: 1, whole: true }),
      seed: numberOption(invocation, 'bench', 'seed', { fallback: 1, whole: true }),
      ...(python === undefined ? {} : { python }),
    });
    if (invocation.values['json'] !== true) invocation.print(formatKernelsReport(report));
    return report;
  },
  async train(invocation) {
    const { runTrainBench, trainSets } = await import('../../../bench/train/run.ts');
    const { formatTrainReport } = await import('../../../bench/train/report.ts');
    const whole = { low: 1, whole: true };
    const wanted = textOption(invocation, 'set') ?? 'letterboxd';
    const set = trainSets.find((name) => name === wanted);
    if (set === undefined)
      throw fault('USAGE', { problem: `--set is ${trainSets.join(', ')}, not “${wanted}”.`, command: 'bench' });
    const python = textOption(invocation, 'python');
    const report = await runTrainBench(join(referenceFolder(), 'ratings'), {
      set,
      films: numberOption(invocation, 'bench', 'films', { fallback: 4000, ...whole }),
      viewers: numberOption(invocation, 'bench', 'viewers', { fallback: 20_000, ...whole }),
      rounds: numberOption(invocation, 'bench', 'rounds', { fallback: 1, ...whole }),
      seed: numberOption(invocation, 'bench', 'seed', { fallback: 1, whole: true }),
      ials: invocation.values['ials'] === true,
      onProgress: invocation.note,
      ...(python === undefined ? {} : { python }),
    });
    if (invocation.values['json'] !== true) invocation.print(formatTrainReport(report));
    return report;
  },
  async pages(invocation) {
    const { runPagesBench, formatPagesReport } = await import('../../../bench/pages/run.ts');
    const whole = { low: 1, whole: true };
    const report = await runPagesBench({
      data: settings(invocation).dataFolder,
      seconds: numberOption(invocation, 'bench', 'seconds', { fallback: 10, ...whole }),
      requests: numberOption(invocation, 'bench', 'requests', { fallback: 200_000, ...whole }),
      seed: numberOption(invocation, 'bench', 'seed', { fallback: 1, ...whole }),
      onProgress: invocation.note,
    });
    if (invocation.values['json'] !== true) invocation.print(formatPagesReport(report));
    return report;
  },
  async site(invocation) {
    const { runSiteBench, formatSiteReport } = await import('../../../bench/pages/site.ts');
    const report = await runSiteBench(settings(invocation).dataFolder);
    if (invocation.values['json'] !== true) invocation.print(formatSiteReport(report));
    return report;
  },
  async figures(invocation) {
    const { runFiguresBench, formatFiguresReport } = await import('../../../bench/figures/run.ts');
    const rounds = numberOption(invocation, 'bench', 'rounds', { fallback: 9, low: 1, whole: true });
    const report = await runFiguresBench(settings(invocation).dataFolder, { rounds });
    if (invocation.values['json'] !== true) invocation.print(formatFiguresReport(report));
    return report;
  },
  async recommend(invocation) {
    const { runRecommendBench } = await import('../../../bench/recommend/run.ts');
    const { formatRecommendReport } = await import('../../../bench/recommend/report.ts');
    const whole = { low: 30, whole: true };
    const python = textOption(invocation, 'python');
    const report = await runRecommendBench({
      films: numberOption(invocation, 'bench', 'films', { fallback: 20_000, ...whole }),
      viewers: numberOption(invocation, 'bench', 'viewers', { fallback: 10_000, ...whole }),
      baskets: numberOption(invocation, 'bench', 'queries', { fallback: 2000, ...whole }),
      seed: numberOption(invocation, 'bench', 'seed', { fallback: 1, whole: true }),
      onProgress: invocation.note,
      ...(python === undefined ? {} : { python }),
    });
    if (invocation.values['json'] !== true) invocation.print(formatRecommendReport(report));
    return report;
  },
  async 'programme-fit'(invocation) {
    const { programmeFitBench, formatFitRow } = await import('../../../bench/programme-fit.ts');
    const rows = await programmeFitBench(settings(invocation).dataFolder, referenceFolder(), {
      part: 'validation',
      programmes: numberOption(invocation, 'bench', 'queries', { fallback: 500, low: 10, whole: true }),
      seed: numberOption(invocation, 'bench', 'seed', { fallback: 1, whole: true }),
    });
    if (invocation.values['json'] !== true) for (const row of rows) invocation.print(formatFitRow(row));
    return rows;
  },
  async growth(invocation) {
    const { formatGrowthReport, runGrowthBench } = await import('../../../bench/train/growth.ts');
    const report = await runGrowthBench({
      ...(textOption(invocation, 'sizes') === undefined ? {} : { films: sizesOption(invocation) }),
      seed: numberOption(invocation, 'bench', 'seed', { fallback: 1, whole: true }),
      onProgress: invocation.note,
    });
    if (invocation.values['json'] !== true) invocation.print(formatGrowthReport(report));
    return report;
  },
  async alerts(invocation) {
    const { runAlertsBench } = await import('../../../bench/alerts.ts');
    const { formatAlertsReport } = await import('../../../bench/alerts/report.ts');
    const wanted = textOption(invocation, 'engine') ?? 'both';
    const engines = (['sqlite', 'postgresql'] as const).filter((engine) => wanted === 'both' || wanted === engine);
    if (engines.length === 0)
      throw fault('USAGE', { problem: `--engine is sqlite, postgresql or both, not “${wanted}”.`, command: 'bench' });
    const report = await runAlertsBench({
      recipients: numberOption(invocation, 'bench', 'recipients', { fallback: 10_000, low: 100, whole: true }),
      kills: numberOption(invocation, 'bench', 'kills', { fallback: 50, low: 0, whole: true }),
      seed: numberOption(invocation, 'bench', 'seed', { fallback: 1, whole: true }),
      engines,
      onProgress: invocation.note,
    });
    if (invocation.values['json'] !== true) invocation.print(formatAlertsReport(report));
    return report;
  },
  async match(invocation) {
    const { formatMatchReport, runMatchBench } = await import('../../../bench/match.ts');
    const report = await runMatchBench(settings(invocation).dataFolder, {
      people: numberOption(invocation, 'bench', 'recipients', { fallback: 10_000, low: 10, whole: true }),
      seed: numberOption(invocation, 'bench', 'seed', { fallback: 1, whole: true }),
    });
    if (invocation.values['json'] !== true) invocation.print(formatMatchReport(report));
    return report;
  },
};

export const command: Command = {
  summary: 'Runs a benchmark, beside its peer',
  usage: `lanterne bench ${Object.keys(benches).join('|')} [--scale S] [--set NAME] [--rounds N] [--queries N] [--sizes N,N] [--viewers N] [--films N] [--threads N] [--python FILE] [--ials] [--seconds N] [--requests N] [--recipients N] [--kills N] [--engine sqlite|postgresql|both] [--seed N] [--json]`,
  example: 'lanterne bench build --scale 0.01',
  takes: 'words',
  options: {
    scale: { type: 'string' },
    set: { type: 'string' },
    ials: { type: 'boolean' },
    rounds: { type: 'string' },
    queries: { type: 'string' },
    sizes: { type: 'string' },
    viewers: { type: 'string' },
    films: { type: 'string' },
    threads: { type: 'string' },
    python: { type: 'string' },
    seconds: { type: 'string' },
    requests: { type: 'string' },
    recipients: { type: 'string' },
    kills: { type: 'string' },
    engine: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
  },
  async run(invocation) {
    const name = invocation.positionals[0] ?? '';
    const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
    if (bench === undefined)
      throw fault('USAGE', {
        problem:
          name === ''
            ? `Name one of the benchmarks: ${Object.keys(benches).join(', ')}.`
            : `There is no benchmark “${name}”.`,
        command: 'bench',
      });
    const report = await bench(invocation);
    if (invocation.values['json'] === true) invocation.print(JSON.stringify(report));
  },
};

/** The sizes of the square matrices, none when the text is empty: the Gram matrix alone is then measured. */
function sizesOption(invocation: Invocation): number[] {
  const text = textOption(invocation, 'sizes') ?? '1000,2000,4000';
  const sizes = text.split(',').filter(Boolean).map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size >= 16 && size <= 16_000)) return sizes;
  throw fault('USAGE', {
    problem: `--sizes is whole numbers from 16 to 16000 with commas, not “${text}”.`,
    command: 'bench',
  });
}
