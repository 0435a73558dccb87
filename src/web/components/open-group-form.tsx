import type { JSX } from 'preact';
import type { GroupOfDevice } from '#web/group/groups-of-device.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** The way to a group whose members each use their own phone, and to those under way. */
export function OpenGroupForm({
  site,
  mine,
}: {
  readonly site: Site;
  readonly mine: readonly GroupOfDevice[];
}): JSX.Element {
  const { apart } = site.words.group;
  return (
    <section class="panel" aria-labelledby="apart-title">
      <h2 id="apart-title">{apart.title}</h2>
      <p>{apart.lead}</p>
      <form class="name-form" method="post" action={pathIn(site.language, '/groupe')}>
        <label for="group-name">{apart.name}</label>
        <div class="field">
          <input id="group-name" name="name" maxLength={60} autocomplete="off" aria-describedby="group-name-hint" />
          <button>{apart.submit}</button>
        </div>
        <input type="hidden" name="do" value="join" />
        <p id="group-name-hint" class="hint">
          {apart.nameHint}
        </p>
      </form>
      {mine.length === 0 ? null : (
        <>
          <h3>{apart.yours}</h3>
          <ul class="groups-of-device">
            {mine.map(({ address, names, expires }) => (
              <li key={address}>
                <a href={address}>{apart.one(names, expires)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
