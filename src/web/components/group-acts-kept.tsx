import type { JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import { PostButton } from '#web/components/post-button.tsx';
import type { Person } from '#web/group/person.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

interface ActsKeptProps {
  readonly site: Site;
  readonly address: string;
  /** The people of this device. */
  readonly own: readonly Person[];
  readonly card: FilmCard;
}

/** What the people of a device may say of a film: that the group has chosen it, that one of them does not want it. */
export function ActsKept({ site, address, own, card }: ActsKeptProps): JSX.Element {
  const { act } = site.words.group;
  const called = <span class="heard-only">{act.chooseFor(titleOf(card, site.language))}</span>;
  const refuse = ({ handle }: Person): Record<string, string> => ({ do: 'refuse', who: handle, film: card.id });
  return (
    <>
      <PostButton action={address} fields={{ do: 'choose', film: card.id }}>
        {act.choose}
        {called}
      </PostButton>
      {own.map((person) => (
        <PostButton key={person.handle} action={address} fields={refuse(person)}>
          {own.length === 1 ? act.not : act.notFor(person.name)}
          {called}
        </PostButton>
      ))}
    </>
  );
}
