import type { AlertsReport } from '../alerts.ts';

/** The tables of docs/results.md. */
export function formatAlertsReport({ runs, peers, peerSpeed, seed, machine }: AlertsReport): string {
  const count = (value: number): string => value.toLocaleString('en');
  return [
    `Seed ${seed}; ${machine}. Every other kill is aimed between the server’s answer and our commit.`,
    '',
    '| state | workers | recipients | kills (aimed) | taken for | skipped | copies | refused for good: dead letters | ledger untrue |',
    '|---|---|---|---|---|---|---|---|---|',
    ...runs.map(
      ({ engine, crash }) =>
        `| ${engine} | ${crash.workers} | ${count(crash.recipients)} | ${crash.kills} (${crash.aimed}) | ${count(crash.sent)} | **${crash.skipped}** | **${crash.duplicates}** | ${crash.failed} of ${crash.refused} | ${crash.untrue} |`,
    ),
    ...peers.map(
      (peer) =>
        `| nodemailer from a list, cursor ${peer.rule === 'ahead' ? 'moved when a batch is read' : 'moved when a batch is sent'}, batches of ${count(peer.batch)} | 1 | ${count(peer.recipients)} | ${peer.kills} | ${count(peer.recipients - peer.skipped)} | ${count(peer.skipped)} | ${count(peer.duplicates)} | no faults | no ledger |`,
    ),
    '',
    '| without kills or faults | letters a second | worker’s peak memory |',
    '|---|---|---|',
    ...runs.map(
      ({ engine, speed }) =>
        `| ${engine} | ${count(speed.perSecond)} (${Math.round((100 * speed.perSecond) / peerSpeed.perSecond)} % of the peer) | ${speed.peakMemoryMB} MB |`,
    ),
    `| nodemailer’s pool from a list, no ledger | ${count(peerSpeed.perSecond)} | ${peerSpeed.peakMemoryMB} MB |`,
  ].join('\n');
}
