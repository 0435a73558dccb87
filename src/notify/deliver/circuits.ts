import type { Outcome } from '#notify/channel.ts';
import { openUntil, type Policy } from '#notify/deliver/policy.ts';
import { circuitFailed, circuitMended, circuitsOf, tryCircuit } from '#state/circuit.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

export interface CircuitTools {
  readonly db: Db;
  readonly now: () => Temporal.Instant;
  readonly policy: Policy;
  readonly onProblem: (message: string) => void;
}

/**
 * Asks to pass: until when one of these servers is left alone (null: go), and which of them failed lately. When its time is over, whoever asks first has
 * the try (half open), and the others wait for what comes of it.
 */
export async function askCircuits(
  { db, now, policy }: CircuitTools,
  servers: readonly string[],
): Promise<{ readonly until: Temporal.Instant | null; readonly failing: readonly string[] }> {
  const known = (await circuitsOf(db)).filter(({ domain }) => servers.includes(domain));
  const failing = known.map(({ domain }) => domain);
  const at = now();
  for (const circuit of known) {
    if (circuit.openUntil === null) continue;
    if (circuit.openUntil > momentOf(at)) return { until: Temporal.Instant.from(circuit.openUntil), failing };
    const until = at.add(policy.openFirst);
    if (!(await tryCircuit(db, circuit, until))) return { until, failing };
  }
  return { until: null, failing };
}

/** A server that fails is counted; one that answers, whatever it says, is mended. */
export async function noteCircuit(
  { db, now, policy, onProblem }: CircuitTools,
  { servers, failedLately }: { readonly servers: readonly string[]; readonly failedLately: readonly string[] },
  outcome: Outcome,
): Promise<void> {
  const failing = outcome.kind === 'later' ? outcome.domain : null;
  const at = now();
  if (failing !== null)
    await circuitFailed(db, failing, at, (failures) => {
      const until = openUntil(at, failures, policy);
      if (until !== null)
        onProblem(`${failing} failed ${failures} times in a row: left alone until ${momentOf(until)}`);
      return until;
    });
  // a connection that broke says nothing of the servers behind it
  for (const domain of servers)
    if (domain !== failing && failedLately.includes(domain) && (failing === null || failing !== servers[0]))
      await circuitMended(db, domain);
}
