import type { JSX } from 'preact';
import { filmsAddress, type Site } from '#web/site.ts';
import { mostLiked, noTaste } from '#web/taste-url.ts';

/** For a visitor who kept films they liked: the way back to their list. Nothing for anybody else. */
export function WelcomeBack({ site }: { readonly site: Site }): JSX.Element | null {
  const liked = site.visitor?.taste.liked ?? [];
  if (liked.length === 0) return null;
  const { kept } = site.words;
  return (
    <p class="welcome">
      {kept.welcome(liked.length)}{' '}
      <a class="button" href={filmsAddress(site, { ...noTaste, liked: liked.slice(0, mostLiked) })}>
        {kept.welcomeGo}
      </a>
    </p>
  );
}
