import type { JSX } from 'preact';
import { asFilmId, type FilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import { Cross } from '#web/components/cross.tsx';
import { Poster } from '#web/components/poster.tsx';
import { changeAddress, type Place } from '#web/place.ts';
import type { Site } from '#web/site.ts';
import { put, without, type TasteList, type TasteUrl } from '#web/taste-url.ts';
import { titleAndYear, titleOf } from '#web/titles.ts';

/** Films of a list that are seen at once: twenty of them would push the results off the screen. */
const SHOWN = 5;

interface ChipsProps {
  readonly site: Site;
  readonly place: Place;
  readonly taste: TasteUrl;
  readonly cards: readonly FilmCard[];
  readonly list: TasteList;
}

/** The films of one list, the last named first, each with two links: to the other list, and out. Beyond a few, the others are folded. */
export function Chips({ site, place, taste, cards, list }: ChipsProps): JSX.Element {
  const recent = cards.toReversed();
  const open = recent.length <= SHOWN + 1 ? recent : recent.slice(0, SHOWN);
  const folded = recent.slice(open.length);
  const chips = (some: readonly FilmCard[]): JSX.Element => (
    <ul aria-labelledby={`chips-${list}`}>
      {some.map((card) => {
        const id = asFilmId(card.id);
        return id === null ? null : (
          <Chip key={card.id} site={site} place={place} taste={taste} card={card} id={id} list={list} />
        );
      })}
    </ul>
  );
  return (
    <div class="chips">
      <h3 id={`chips-${list}`}>{site.words.basket[list]}</h3>
      {chips(open)}
      {folded.length === 0 ? null : (
        <details id={`more-${list}`}>
          <summary>{site.words.taste.others(folded.length)}</summary>
          {chips(folded)}
        </details>
      )}
    </div>
  );
}

interface ChipProps extends Omit<ChipsProps, 'cards'> {
  readonly card: FilmCard;
  readonly id: FilmId;
}

function Chip({ site, place, taste, card, id, list }: ChipProps): JSX.Element {
  const { basket, taste: words } = site.words;
  const title = titleOf(card, site.language);
  const turned = put(taste, list === 'liked' ? 'not' : 'liked', id);
  return (
    <li class={`chip ${list}`}>
      <Poster site={site} card={card} eager silent sizes="2.8rem" />
      <span class="chip-words">
        <span class="chip-title">{titleAndYear(card, site.language)}</span>
        <a class="turn" id={`turn-${id}`} data-swap href={changeAddress(site, place, [taste, turned])}>
          {words.turn[list]}
          <span class="heard-only"> ({title})</span>
        </a>
      </span>
      <a
        class="remove"
        data-swap
        href={changeAddress(site, place, [taste, without(taste, id)])}
        aria-label={basket.remove(title)}
      >
        <Cross />
      </a>
    </li>
  );
}
