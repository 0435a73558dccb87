import type { ComponentChildren, JSX } from 'preact';
import type { StaffMember } from '#state/staff-sessions.ts';
import { Layout } from '#web/components/layout.tsx';
import { PostButton } from '#web/components/post-button.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { staffPlaces } from '#web/staff-places.ts';

interface StaffLayoutProps {
  readonly site: Site;
  /** Who asks: the area shows what their role may open. */
  readonly member: StaffMember;
  readonly title: string;
  /** Without language: `/equipe/programme`; the place of the area that it belongs to is marked. */
  readonly path: string;
  /** The place of the area, when the address does not say it: `/equipe/programme`. */
  readonly place?: string;
  /** With its question mark; empty unless told. */
  readonly query?: string;
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of the pages of the staff: the places of the area that the member's role opens, who is signed in, the way out. The page gives its own `h1`. */
export function StaffLayout({
  site,
  member,
  title,
  path,
  place = path,
  query = '',
  head,
  children,
}: StaffLayoutProps): JSX.Element {
  const { nav } = site.words.staff;
  const places = staffPlaces(member);
  const here = places.findLast((one) => place === one.path || place.startsWith(`${one.path}/`));
  return (
    <Layout site={site} title={title} path={path} query={query} class="staff" head={head}>
      <div class="staff-room">
        <nav class="staff-places" aria-label={nav.label}>
          <ul>
            {places.map((one) => (
              <li key={one.path}>
                <a href={pathIn(site.language, one.path)} aria-current={one === here ? 'page' : undefined}>
                  {nav.places[one.name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="staff-who">
          <span>
            {nav.who(
              member.name,
              member.roles.map((role) => site.words.staff.roles[role]),
            )}
          </span>
          <PostButton action={pathIn(site.language, '/equipe/sortir')} fields={{}} class="quiet button">
            {nav.leave}
          </PostButton>
        </div>
        {children}
      </div>
    </Layout>
  );
}
