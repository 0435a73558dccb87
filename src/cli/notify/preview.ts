import { openAlerts } from '#alerts.ts';
import { openWriting } from '#alerts/writing.ts';
import { textOption, type Invocation } from '#cli/command.ts';
import { askedOf, usage } from '#cli/notify/asked.ts';
import { settings } from '#cli/settings.ts';
import type { Config } from '#config.ts';
import { openLanterne } from '#lanterne.ts';
import type { Letter } from '#notify/channel.ts';
import { composeLetter } from '#notify/letters/compose-letter.ts';
import { sampleCustomer, samplePayload } from '#notify/letters/sample.ts';
import { customerOf } from '#state/customers.ts';
import { openState, statePlace } from '#state/open-state.ts';

/** Prints a letter: what one person would be sent now, or about films that do not exist. Nothing is written, nothing leaves. */
export async function run(invocation: Invocation): Promise<void> {
  const sample = invocation.values['sample'] === true;
  if (sample === (textOption(invocation, 'person') !== undefined))
    throw usage('Say whose letter: --person ID, or --sample.');
  const language = textOption(invocation, 'language');
  if (language !== undefined && language !== 'fr' && language !== 'en')
    throw usage(`--language is fr or en, not “${language}”.`);
  const config = settings(invocation);
  const letters = sample
    ? sampleLetters(invocation, config, language ?? 'fr')
    : await lettersOf(invocation, config, language);
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(letters));
  for (const letter of letters)
    invocation.print(
      invocation.values['html'] === true ? letter.html : `Subject: ${letter.subject}\n\n${letter.text.trimEnd()}\n`,
    );
}

function sampleLetters(invocation: Invocation, config: Config, language: 'fr' | 'en'): Letter[] {
  const kinds = ['wish', 'digest', 'reminder', 'last-days', 'new'] as const;
  const asked = textOption(invocation, 'kind') ?? 'digest';
  const kind = kinds.find((one) => one === asked);
  if (kind === undefined) throw usage(`--kind is ${kinds.join(', ')}, not “${asked}”.`);
  const id = sampleCustomer();
  const now = Temporal.Now.instant();
  const letter = composeLetter(samplePayload(kind, now), {
    customer: id === null ? null : { id },
    house: { name: config.cinemaName, address: '', contact: config.contact ?? null },
    linkKey: Buffer.alloc(32),
    origin: originOf(config),
    now,
    language,
    channel: 'email',
  });
  return letter === null ? [] : [letter];
}

async function lettersOf(
  invocation: Invocation,
  config: Config,
  language: 'fr' | 'en' | undefined,
): Promise<readonly Letter[]> {
  await using state = await openState(statePlace(config));
  const now = Temporal.Now.instant();
  const asked = await askedOf(invocation, state.db, now);
  await using lanterne = await openLanterne(config, { onProgress: invocation.note });
  const alerts = openAlerts(() => lanterne, state);
  const letters: Letter[] = [];
  for await (const { decisions, untold } of alerts.match({ ...asked, commit: false, settle: 0 })) {
    for (const { kind, reason, film } of untold)
      invocation.note(`not told: ${kind}, ${reason}${film === null ? '' : ` (${film})`}`);
    for (const { payload, customer: id, due, ...row } of decisions) {
      const customer = await customerOf(state.db, id);
      if (customer === null) continue;
      const letter = await openWriting(state.db, config, { now: () => due }).compose(
        { ...row, customer: id, campaign: null, payload: JSON.stringify(payload) },
        { language: language ?? customer.language, customer },
      );
      if (letter !== null) letters.push(letter);
    }
  }
  return letters;
}

const originOf = ({ origin, host, port }: Config): string => origin ?? `http://${host}:${port}`;
