import type { JSX } from 'preact';
import { vapidSubject } from '#notify/push/vapid.ts';
import { Island } from '#web/components/island.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/**
 * Turns notifications on and off on the device that shows the page, for who is signed in. Only a script can: without one, or where the browser cannot, or
 * where the house has no address for push services, nothing is shown.
 */
export function PushSwitch({ site }: { readonly site: Site }): JSX.Element | null {
  const { push } = site.words;
  if (vapidSubject(site.lanterne.config) === null) return null;
  return (
    <section
      id="push"
      class="push"
      aria-labelledby="push-title"
      hidden
      data-at={pathIn(site.language, '/alertes/appareil')}
      data-on={push.onNow}
      data-off={push.offNow}
      data-failed={push.failed}
    >
      <h2 id="push-title">{push.title}</h2>
      <p>{push.lead}</p>
      <p data-when="install" hidden>
        {push.install}
      </p>
      <p data-when="denied" hidden>
        {push.denied}
      </p>
      <p data-when="off" class="hint" id="push-agree" hidden>
        {push.ask} {push.agree}
      </p>
      <p data-when="on" hidden>
        {push.onNow}
      </p>
      <button type="button" data-when="off" class="button" aria-describedby="push-agree" hidden>
        {push.on}
      </button>
      <button type="button" data-when="on" class="quiet button" hidden>
        {push.off}
      </button>
      <p class="hint" role="status" aria-live="polite" tabIndex={-1} />
      <Island name="push" />
    </section>
  );
}
