import type { JSX } from 'preact';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';

interface ImportFormProps {
  readonly site: Site;
  /** The reader's films so far: the import joins them. */
  readonly taste: TasteUrl;
  /** Why the last attempt did not succeed, each in a sentence. */
  readonly problems: readonly string[];
}

/** The form that takes the files of an export. */
export function ImportForm({ site: { language, words }, taste, problems }: ImportFormProps): JSX.Element {
  const { importing } = words;
  return (
    <form
      class="import-form"
      action={`${pathIn(language, '/importer')}${tasteQuery(taste)}`}
      method="post"
      encType="multipart/form-data"
    >
      {problems.length === 0 ? null : (
        <div id="problems" class="notice" role="alert">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      <label for="file">{importing.file}</label>
      <input
        id="file"
        name="file"
        type="file"
        multiple
        required
        accept=".zip,.csv,.json,text/csv,application/json,application/zip"
        aria-describedby={problems.length === 0 ? 'file-hint' : 'problems file-hint'}
      />
      <p id="file-hint" class="hint">
        {importing.fileHint}
      </p>
      <button type="submit">{importing.submit}</button>
      <p class="promise">{importing.promise}</p>
    </form>
  );
}

/** How to get one's file from each service, in plain words. */
export function ImportHelp({ site: { words } }: { readonly site: Site }): JSX.Element {
  const { importing } = words;
  return (
    <section aria-labelledby="how">
      <h2 id="how">{importing.howTitle}</h2>
      <div class="services">
        {importing.how.map(({ service, steps }) => (
          <section key={service}>
            <h3>{service}</h3>
            <ol class="steps">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <p>{importing.otherFile}</p>
    </section>
  );
}
