import { html, type Html } from '#html.ts';
import type { ToldFilm, ToldLetter, ToldVenue } from '#notify/letters/told-letter.ts';

const sans = "font-family:'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const serif = "font-family:Georgia,'Times New Roman',serif";
const ink = '#221c2c';
const soft = '#574e5f';
const accent = '#8a3f14';
const line = '#dccbb0';

/**
 * A letter as HTML: 18 pixels and more, no table, no image, nothing asked of any server. Its styles stand on each element, as programs that read mail
 * want them; what is said of a dark device alone stands in the head, and those that drop it show the light one.
 */
export function letterHtml(letter: ToldLetter): string {
  const { language, subject, house, title, lead, note, code, button, films, onward, after, foot } = letter;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
        <style>
          @media (prefers-color-scheme: dark) {
            body {
              background: #0f1628 !important;
            }
            .sheet {
              background: #192340 !important;
              color: #f5ecdc !important;
            }
            .soft {
              color: #cdc8d8 !important;
            }
            .accent,
            .sheet a {
              color: #ffd27a !important;
            }
            .sheet .strong {
              background: #ffd27a !important;
              color: #192340 !important;
            }
            .line {
              border-color: #46547d !important;
            }
          }
        </style>
      </head>
      <body style="margin:0;padding:0;background:#f7efe0">
        <div
          class="sheet"
          role="main"
          style="max-width:600px;margin:0 auto;padding:24px 20px 32px;background:#fffaf0;color:${ink};${sans};font-size:18px;line-height:1.5"
        >
          <p class="soft" style="margin:0 0 6px;font-size:18px;color:${soft}">${house}</p>
          ${
            code === null
              ? []
              : [
                  html`<p
                    class="accent"
                    style="margin:0 0 14px;${serif};font-size:44px;line-height:1.2;font-weight:bold;letter-spacing:6px;color:${accent}"
                  >
                    ${code}
                  </p>`,
                ]
          }
          <h1 style="margin:0 0 12px;${serif};font-size:30px;line-height:1.2;font-weight:bold">${title}</h1>
          ${lead.map((text) => html`<p style="margin:0 0 14px;font-size:20px;line-height:1.45">${text}</p>`)}
          ${note === null ? [] : [noteOf(note)]} ${button === null ? [] : [buttonOf(button)]}
          ${films.map((film) => filmOf(film))}
          ${
            onward === null
              ? []
              : [
                  html`<p class="line" style="margin:26px 0 0;padding:22px 0 6px;border-top:1px solid ${line}">
                    ${strong(onward.text, onward.href)}
                  </p>`,
                ]
          }
          ${after.map((text) => html`<p class="soft" style="margin:14px 0 0;color:${soft}">${text}</p>`)}
          <div class="soft line" style="margin:28px 0 0;padding:16px 0 0;border-top:1px solid ${line};color:${soft}">
            ${foot.lines.map((text) => html`<p style="margin:0 0 12px">${text}</p>`)}
            ${foot.links.map(
              ({ text, href }) =>
                html`<p style="margin:0">
                  <a href="${href}" style="display:inline-block;padding:9px 0;color:${accent}">${text}</a>
                </p>`,
            )}
            ${foot.sender.map((text) => html`<p style="margin:12px 0 0">${text}</p>`)}
          </div>
        </div>
      </body>
    </html> `.text;
}

const strong = (text: string, href: string): Html =>
  html`<a
    class="strong"
    href="${href}"
    style="display:inline-block;padding:12px 22px;background:${accent};color:#ffffff;border-radius:8px;font-weight:bold;text-decoration:none"
    >${text}</a
  >`;

const buttonOf = ({ before, text, href }: NonNullable<ToldLetter['button']>): Html =>
  html`${before === '' ? '' : html`<p style="margin:0 0 10px">${before}</p>`}
    <p style="margin:0 0 16px">${strong(text, href)}</p>`;

const noteOf = ({ title, paragraphs }: NonNullable<ToldLetter['note']>): Html =>
  html`<div class="line" style="margin:0 0 18px;padding:4px 0 4px 16px;border-left:4px solid ${line}">
    <h2 style="margin:0 0 6px;font-size:18px">${title}</h2>
    ${paragraphs.map((text) => html`<p style="margin:0 0 8px">${text}</p>`)}
  </div>`;

function filmOf({ title, year, href, notes, parts, more }: ToldFilm): Html {
  const name = html`${title}${
    year === null
      ? ''
      : html` <span class="soft" style="font-weight:normal;font-size:20px;color:${soft}">(${year})</span>`
  }`;
  return html`<div class="line" style="margin:24px 0 0;padding:20px 0 0;border-top:1px solid ${line}">
    <h2 style="margin:0 0 6px;${serif};font-size:25px;line-height:1.25">
      ${
        href === null
          ? name
          : html`<a class="accent" href="${href}" style="color:${accent};text-decoration:none">${name}</a>`
      }
    </h2>
    ${notes.map((text) => html`<p style="margin:0 0 10px">${text}</p>`)}
    ${parts.map(
      ({ title: part, venues }) =>
        html`${
          part === '' ? '' : html`<h3 style="margin:14px 0 4px;font-size:19px">${part}</h3>`
        }${venues.map((venue) => venueOf(venue))}`,
    )}
    ${
      more === ''
        ? ''
        : html`<p style="margin:8px 0 0">
            ${
              href === null
                ? more
                : html`<a href="${href}" style="display:inline-block;padding:9px 0;color:${accent}">${more}</a>`
            }
          </p>`
    }
  </div>`;
}

const venueOf = ({ name, showings }: ToldVenue): Html =>
  html`<p class="soft" style="margin:10px 0 2px;color:${soft}">${name}</p>
    <ul style="margin:0;padding:0;list-style:none">
      ${showings.map(
        ({ when, details, href }) =>
          html`<li style="margin:0">
            <a href="${href}" style="display:inline-block;padding:8px 0;font-size:20px;font-weight:bold;color:${accent}"
              >${when}</a
            >${details === '' ? '' : html`<br /><span>${details}</span>`}
          </li>`,
      )}
    </ul>`;
