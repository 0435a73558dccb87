import { html, type Html } from '#html.ts';
import type { ToldCount, ToldFilm, ToldList, ToldMonth, ToldReport, ToldSource } from '#report/told-report.ts';

export interface LetterOptions {
  /** `#rrggbb`, legible on paper, and the same at night. */
  readonly accent?: { readonly onPaper: string; readonly onNight: string };
  /** Where the site answers, for links; none without it. */
  readonly origin?: string;
}

const usualAccent = { onPaper: '#8a3f14', onNight: '#f0a56b' };
const sans = "font-family:'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const serif = "font-family:Georgia,'Times New Roman',serif";

/**
 * The report as a letter: one HTML text that fetches nothing and runs nothing, with its styles on each element as the programs that read mail want them;
 * what is said of a dark device alone stands in the head, and those that drop it show the light one.
 */
export function reportHtml(told: ToldReport, { accent = usualAccent, origin = '' }: LetterOptions = {}): string {
  const { counts, lists, received, season, idea, figure, missing } = told;
  const link = linkTo(told, origin, accent.onPaper);
  const h2 = (text: string): Html =>
    html`<h2
      class="accent"
      style="margin:0 0 8px;${serif};font-size:22px;line-height:1.25;font-weight:bold;color:${accent.onPaper}"
    >
      ${text}
    </h2>`;
  const p = (text: string | Html, more = ''): Html => html`<p style="margin:0 0 10px;${more}">${text}</p>`;
  const small = (text: string | Html): Html =>
    html`<p class="soft" style="margin:0 0 8px;font-size:14px;line-height:1.45;color:#574e5f">${text}</p>`;
  const block = (...content: readonly Html[]): Html =>
    html`<tr>
      <td class="line" style="padding:22px 24px 14px;border-top:1px solid #dccbb0">${content}</td>
    </tr>`;
  const body: readonly Html[] = [
    html`<tr>
      <td style="padding:28px 24px 18px">
        <p class="soft" style="margin:0 0 4px;font-size:15px;color:#574e5f">${told.cinema} · ${told.kicker}</p>
        <h1 style="margin:0 0 14px;${serif};font-size:30px;line-height:1.15;font-weight:bold">${told.title}</h1>
        ${told.lead.map((text) => p(text, 'font-size:19px;line-height:1.45;'))}
      </td>
    </tr>`,
    ...(counts === null ? [] : [block(h2(counts.title), countTable(counts.items, accent.onPaper), small(counts.note))]),
    ...(lists === null ? [] : [block(h2(lists.title), ...lists.lists.map((list) => listOf(list, link)))]),
    ...(received === null
      ? []
      : [
          block(
            h2(received.title),
            p(
              received.share === null
                ? received.text
                : html`<strong style="font-size:26px">${received.share.text}</strong> ${received.text}`,
            ),
            ...(received.note === '' ? [] : [small(received.note)]),
          ),
        ]),
    ...(season === null
      ? []
      : [
          block(
            h2(season.title),
            p(season.text),
            monthBars(season.months, season.chart, accent.onPaper),
            small(season.chart),
            sourcesOf('', season.source),
          ),
        ]),
    ...(idea === null
      ? []
      : [
          block(
            h2(idea.title),
            p(html`<strong style="font-size:20px">${idea.name}</strong>`),
            html`<ul style="margin:0 0 10px;padding-left:20px">
              ${idea.reasons.map((reason) => html`<li style="margin:0 0 4px">${reason}</li>`)}
            </ul>`,
            p(idea.holds),
            p(html`<strong>${idea.against.title}${colon(told)}</strong> ${idea.against.text}`),
            ...(idea.films.length === 0
              ? []
              : [listOf({ title: idea.filmsTitle, counted: '', films: idea.films, empty: '' }, link)]),
          ),
        ]),
    ...(figure === null
      ? []
      : [
          block(
            h2(figure.title),
            p(
              html`<strong class="accent" style="${serif};font-size:40px;line-height:1.1;color:${accent.onPaper}"
                >${figure.big}</strong
              >`,
            ),
            p(figure.text),
            sourcesOf(`${figure.sourceTitle} (${figure.mark})${colon(told)} `, figure.source),
          ),
        ]),
    block(
      h2(missing.title),
      html`<ul style="margin:0 0 10px;padding-left:20px">
        ${missing.items.map((item) => html`<li style="margin:0 0 6px">${item}</li>`)}
      </ul>`,
    ),
    block(...[...told.foot, `${told.madeOn}.`].map((text) => small(text))),
  ];
  return html`<!doctype html>
    <html lang="${told.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${told.cinema}, ${told.kicker}${colon(told)} ${told.title}</title>
        <style>
          @media (prefers-color-scheme: dark) {
            body,
            .ground {
              background: #0f1628 !important;
            }
            .sheet {
              background: #192340 !important;
              color: #f5ecdc !important;
            }
            .soft {
              color: #c6c1d1 !important;
            }
            .accent {
              color: ${accent.onNight} !important;
            }
            .line {
              border-color: #2f3b5e !important;
            }
            .bar {
              background: #5a678f !important;
            }
            .bar-now {
              background: ${accent.onNight} !important;
            }
            a {
              color: #ffd27a !important;
            }
          }
          @media (max-width: 480px) {
            .cell {
              display: block !important;
              width: auto !important;
            }
          }
        </style>
      </head>
      <body style="margin:0;padding:0;background:#f7efe0">
        <div role="main">
          <table
            role="presentation"
            class="ground"
            width="100%"
            cellpadding="0"
            cellspacing="0"
            border="0"
            style="background:#f7efe0"
          >
            <tr>
              <td align="center" style="padding:12px 8px">
                <table
                  role="presentation"
                  class="sheet"
                  width="100%"
                  cellpadding="0"
                  cellspacing="0"
                  border="0"
                  style="max-width:640px;background:#fffaf0;color:#221c2c;${sans};font-size:17px;line-height:1.5;text-align:left"
                >
                  ${body}
                </table>
              </td>
            </tr>
          </table>
        </div>
      </body>
    </html> `.text;
}

const colon = ({ language }: ToldReport): string => (language === 'fr' ? '\u00a0:' : ':');

type Link = (film: ToldFilm) => Html;

const linkTo =
  ({ language }: ToldReport, origin: string, colour: string): Link =>
  ({ id, title }) =>
    origin === ''
      ? html`<strong>${title}</strong>`
      : html`<a
          class="accent"
          href="${origin}${language === 'en' ? '/en' : ''}/film/${id}"
          style="color:${colour};font-weight:bold"
          >${title}</a
        >`;

/** Two numbers a row, one under the other on a telephone. */
function countTable(items: readonly ToldCount[], colour: string): Html {
  const rows = items.flatMap((_, at) => (at % 2 === 0 ? [items.slice(at, at + 2)] : []));
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
    ${rows.map(
      (row) =>
        html`<tr>
          ${row.map(
            ({ name, value, isNumber, of, before }) =>
              html`<td class="cell" width="50%" valign="top" style="padding:0 12px 14px 0">
                <div
                  class="accent"
                  style="${serif};font-size:${isNumber ? '40px' : '22px'};line-height:1.1;font-weight:bold;color:${colour}"
                >
                  ${value}
                </div>
                <div>${name}${of === '' ? '' : `, ${of}`}</div>
                <div class="soft" style="font-size:14px;color:#574e5f">${before}</div>
              </td>`,
          )}
        </tr>`,
    )}
  </table>`;
}

function listOf({ title, films, empty }: ToldList, link: Link): Html {
  if (films.length === 0) return html`<p style="margin:0 0 10px">${empty}</p>`;
  return html`<h3 style="margin:0 0 6px;font-size:17px">${title}</h3>
    <ol style="margin:0 0 14px;padding-left:26px">
      ${films.map(
        (film) =>
          html`<li style="margin:0 0 6px">
            ${link(film)}${film.count === null ? '' : `, ${film.count}`}<br /><span
              class="soft"
              style="font-size:14px;color:#574e5f"
              >${film.detail}</span
            >
          </li>`,
      )}
    </ol>`;
}

/** Tallest bar of the year, in pixels. */
const tallest = 64;

/** The year in twelve bars; the text beside says the same. */
function monthBars(months: readonly ToldMonth[], label: string, colour: string): Html {
  const most = Math.max(...months.map(({ value }) => value));
  return html`<table
    role="img"
    aria-label="${label} ${months.map((one) => one.label).join(', ')}."
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="margin:0 0 8px"
  >
    <tr>
      ${months.map(
        ({ value, now, next }) =>
          html`<td valign="bottom" align="center" style="height:${tallest}px;padding:0 2px">
            <div
              class="${now || next ? 'bar-now' : 'bar'}"
              style="height:${Math.round((tallest * value) / most)}px;background:${now || next ? colour : '#c4b091'};font-size:1px;line-height:1px"
            >
              &nbsp;
            </div>
          </td>`,
      )}
    </tr>
    <tr>
      ${months.map(
        ({ letter, now, next }) =>
          html`<td align="center" style="font-size:13px;${now || next ? 'font-weight:bold' : ''}">${letter}</td>`,
      )}
    </tr>
  </table>`;
}

const sourcesOf = (lead: string, sources: readonly ToldSource[]): Html =>
  html`<p class="soft" style="margin:0 0 8px;font-size:14px;line-height:1.45;color:#574e5f">
    ${lead}${sources.map(
      ({ text, url }, at) =>
        html`${at === 0 ? '' : ' · '}${url === null ? text : html`<a href="${url}" style="color:inherit">${text}</a>`}`,
    )}
  </p>`;
