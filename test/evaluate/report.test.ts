import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportMarkdown, type Report } from '#evaluate/report.ts';
import { withReports } from '#evaluate/results-page.ts';

const report: Report = {
  protocol: 'P1',
  key: 'P1 tiny',
  title: 'P1: tiny',
  command: 'evaluate P1',
  notes: ['Two viewers.'],
  tables: [
    {
      caption: 'k = 1',
      metrics: ['ndcg10', 'popularity10', 'recall20'],
      rows: [
        {
          system: 'ours',
          figures: { ndcg10: { mean: 0.5, error: 0.0123, n: 2 }, popularity10: { mean: 41.6, error: 3, n: 2 } },
        },
        { system: 'other', figures: { ndcg10: { mean: 0.25, error: 0.01, n: 2, behind: [-0.01, 0.2] } } },
      ],
    },
  ],
};

test('a section: the command, the notes, a table with errors and the interval of ours minus each', () => {
  assert.equal(
    reportMarkdown(report),
    [
      '## P1: tiny',
      '',
      '`./bin/lanterne evaluate P1`',
      '',
      'Two viewers.',
      '',
      '| k = 1 | nDCG@10 | mean popularity@10 | Recall@20 |',
      '|---|---|---|---|',
      '| ours | 0.5000 ±0.0123 | 42 ±3 | - |',
      '| other | 0.2500 ±0.0100 [−0.0100, +0.2000] | - | - |',
    ].join('\n'),
  );
});

test('a report takes the place that bears its name, or the end; the rest of the page stays', () => {
  const page = 'top\n<!-- evaluate P1 tiny -->\nold figures\n<!-- end P1 tiny -->\nbottom\n';
  const written = withReports(page, [report]);
  assert.ok(written.startsWith('top\n<!-- evaluate P1 tiny -->\n## P1: tiny'));
  assert.ok(written.endsWith('<!-- end P1 tiny -->\nbottom\n'));
  assert.doesNotMatch(written, /old figures/);
  assert.equal(withReports(written, [report]), written);
  const added = withReports(page, [{ ...report, key: 'P2' }]);
  assert.ok(added.startsWith(page.trimEnd()) && added.endsWith('<!-- end P2 -->\n'));
});
