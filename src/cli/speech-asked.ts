import { textOption, type Invocation } from '#cli/command.ts';
import { fault } from '#errors.ts';
import { speechOf, type Speech } from '#words/speech.ts';

/** The language of an answer: English unless `--language fr`. @throws USAGE */
export function speechAsked(invocation: Invocation, command: string): Speech {
  const language = textOption(invocation, 'language') ?? 'en';
  if (language === 'fr' || language === 'en') return speechOf(language);
  throw fault('USAGE', { problem: `--language is fr or en, not “${language}”.`, command });
}
