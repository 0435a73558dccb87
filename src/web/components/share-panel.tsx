import type { JSX } from 'preact';
import { Island } from '#web/components/island.tsx';
import { qrCodeOf } from '#web/qr-code.ts';
import type { Site } from '#web/site.ts';

/** The whole address is to be seen, also on paper. */
const MOST_ROWS = 9;
/** Letters in a row on the narrowest screen. */
const ROW = 26;

/** What is given to somebody else, and every way to give it. */
export interface Shared {
  readonly title: string;
  readonly lead: string;
  readonly address: string;
  readonly mail: string;
  readonly sms: string;
  /** The first films of the list, a line each, for paper. */
  readonly films: readonly string[];
  readonly back: { readonly address: string; readonly label: string };
  /** Whether more than the liked films is told, and the way to change it. */
  readonly choice: { readonly says: string; readonly label: string; readonly address: string } | null;
}

/** The address to copy, the ways to send it, the code to scan, the list to print. The share island adds what only a script can do. */
export function SharePanel({ site, shared }: { readonly site: Site; readonly shared: Shared }): JSX.Element {
  const { share } = site.words;
  const { address, choice, films, back } = shared;
  return (
    <>
      <p class="lead">{shared.lead}</p>
      <div class="share-panel" data-copied={share.copied} data-by-hand={share.copyByHand}>
        <label for="address">{share.address}</label>
        <div class="field">
          <textarea
            id="address"
            readonly
            rows={Math.min(MOST_ROWS, Math.ceil(address.length / ROW))}
            spellcheck={false}
            aria-describedby="share-said"
          >
            {address}
          </textarea>
          <button type="button" id="copy" hidden>
            {share.copy}
          </button>
        </div>
        <p id="share-said" class="hint" role="status" aria-live="polite" />
        <ul class="ways">
          <li>
            <a class="button" href={shared.mail}>
              {share.mail}
            </a>
          </li>
          <li>
            <a class="quiet button" href={shared.sms}>
              {share.sms}
            </a>
          </li>
          <li hidden>
            <button type="button" id="share" class="quiet button" data-title={shared.title}>
              {share.share}
            </button>
          </li>
          <li hidden>
            <button type="button" id="print" class="quiet button">
              {share.print}
            </button>
          </li>
        </ul>
        <p class="hint">{share.ours}</p>
      </div>
      {choice === null ? null : (
        <p class="share-choice">
          {choice.says} <a href={choice.address}>{choice.label}</a>
        </p>
      )}
      <Code site={site} address={address} />
      {films.length === 0 ? null : (
        <section class="first-films" aria-labelledby="first-films">
          <h2 id="first-films">{share.firstFilms}</h2>
          <ol>
            {films.map((film) => (
              <li key={film}>{film}</li>
            ))}
          </ol>
        </section>
      )}
      <p class="back">
        <a href={back.address}>{back.label}</a>
      </p>
      <Island name="share" />
    </>
  );
}

/** Dark on white whatever the theme: cameras want it so. */
function Code({ site: { words }, address }: { readonly site: Site; readonly address: string }): JSX.Element {
  const code = qrCodeOf(address);
  return (
    <section class="code" aria-labelledby="code">
      <h2 id="code">{words.share.code}</h2>
      {code === null ? (
        <p>{words.share.noCode}</p>
      ) : (
        <>
          <p>{words.share.codeLead}</p>
          <svg
            viewBox={`0 0 ${code.size} ${code.size}`}
            role="img"
            aria-label={words.share.codeLabel}
            shape-rendering="crispEdges"
          >
            <path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} />
            <path fill="#000" d={code.path} />
          </svg>
        </>
      )}
    </section>
  );
}
