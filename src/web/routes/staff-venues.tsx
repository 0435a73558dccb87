import type { Context } from 'hono';
import type { JSX } from 'preact';
import { dayInParis } from '#calendar/week.ts';
import { fault } from '#errors.ts';
import { newVenueId } from '#programme/match/match-venues.ts';
import { readVenue, type VenueField, type VenueWords } from '#programme/read-venue.ts';
import type { Problem } from '#programme/read/draft.ts';
import { tellProblem } from '#programme/words/problems.ts';
import { writeAudit } from '#state/audit.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { equipments, venueKinds } from '#state/tables/programme.ts';
import { inTransaction } from '#state/transaction.ts';
import { listVenues, putVenue, type Venue } from '#state/venues.ts';
import { FormProblems, SelectField, TextField, Ticks } from '#web/components/staff-fields.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';

/** The venues, and the form of one. */
export async function staffVenues(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const asked = queryOf(context).get('id');
  const known = (await listVenues(stateOf(site).db)).find(({ id }) => id === asked) ?? null;
  return venuesPage(context, { site, member, words: known === null ? {} : wordsOf(known), known, wrong: [] });
}

/** Saves a venue. */
export async function saveVenue(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const venues = await listVenues(db);
  const known = venues.find(({ id }) => id === field('known')) ?? null;
  if (known === null && field('known') !== '') throw fault('FORM_INVALID');
  const words: VenueWords = {
    ...Object.fromEntries(written.map((name) => [name, field(name)])),
    id: known?.id ?? '',
    equipment: equipments.filter((one) => field(`equipment-${one}`) !== '').join(','),
    closed: field('closed-yes') === '' ? '' : (known?.closed ?? String(dayInParis(Temporal.Now.instant()))),
  };
  const { communes, home } = site.market();
  const read = readVenue(words, {
    communes,
    department: home.department,
    identify: (venue) => newVenueId(venue, venues),
  });
  if ('wrong' in read) return venuesPage(context, { site, member, words, known, wrong: read.wrong });
  await inTransaction(db, async (inside) => {
    await putVenue(inside, read.venue);
    await writeAudit(inside, {
      staff: member.id,
      action: known === null ? 'venue.add' : 'venue.change',
      subject: read.venue.id,
    });
  });
  return context.redirect(pathIn(site.language, '/equipe/salles?fait=venue'), 303);
}

const written = ['name', 'kind', 'commune', 'address', 'latitude', 'longitude', 'seats', 'website'] as const;

const wordsOf = (venue: Venue): VenueWords => ({
  name: venue.name,
  kind: venue.kind,
  commune: venue.commune,
  address: venue.address ?? '',
  latitude: venue.latitude === null ? '' : String(venue.latitude),
  longitude: venue.longitude === null ? '' : String(venue.longitude),
  seats: venue.seats === null ? '' : String(venue.seats),
  website: venue.website ?? '',
  equipment: venue.equipment.join(','),
  closed: venue.closed ?? '',
});

interface PageParts {
  readonly site: Site;
  readonly member: StaffMember;
  readonly words: VenueWords;
  readonly known: Venue | null;
  readonly wrong: readonly Problem[];
}

async function venuesPage(context: Context, parts: PageParts): Promise<Response> {
  const { site, member, known, wrong } = parts;
  const { venues: words, done } = site.words.staff.programme;
  const venues = await listVenues(stateOf(site).db);
  return page(
    context,
    <StaffLayout
      site={site}
      member={member}
      title={words.title}
      path="/equipe/salles"
      place="/equipe/programme"
      query={known === null ? '' : `?id=${known.id}`}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {queryOf(context).get('fait') === 'venue' ? (
        <p class="notice" role="status">
          {done.venue}
        </p>
      ) : null}
      {venues.length === 0 ? <p>{words.none}</p> : null}
      <ul class="staff-list">
        {venues.map((venue) => (
          <Line key={venue.id} site={site} venue={venue} />
        ))}
      </ul>
      <h2>{known === null ? words.add : words.edit(known.name)}</h2>
      <FormProblems
        title={site.words.staff.programme.form.problems}
        problems={wrong.map((one) => tellProblem(one, site.language))}
      />
      <VenueForm {...parts} />
    </StaffLayout>,
    wrong.length > 0 ? 422 : 200,
  );
}

function Line({ site, venue }: { readonly site: Site; readonly venue: Venue }): JSX.Element {
  const { venues: words, editShort } = site.words.staff.programme;
  const commune = site.market().communes.find(({ code }) => code === venue.commune)?.name ?? venue.commune;
  const told = [
    commune,
    words.kinds[venue.kind],
    ...(venue.seats === null ? [] : [words.seatsTold(venue.seats)]),
    ...(venue.closed === null ? [] : [words.isClosed]),
    venue.id,
  ];
  return (
    <li>
      <span>
        <b>{venue.name}</b>
        <br />
        <small>{told.join(' · ')}</small>
      </span>
      <a href={pathIn(site.language, `/equipe/salles?id=${venue.id}`)} aria-label={words.edit(venue.name)}>
        {editShort}
      </a>
    </li>
  );
}

function VenueForm({ site, words: said, known }: PageParts): JSX.Element {
  const words = site.words.staff.programme.venues;
  const value = (field: VenueField): string => said[field] ?? '';
  const text = (field: Exclude<(typeof written)[number], 'kind'>): JSX.Element => (
    <TextField
      name={field}
      label={words[field]}
      value={value(field)}
      needed={field === 'name' || field === 'commune'}
    />
  );
  return (
    <form class="staff-form" method="post" action={pathIn(site.language, '/equipe/salles')}>
      <input type="hidden" name="known" value={known?.id ?? ''} />
      {text('name')}
      {text('commune')}
      <SelectField
        name="kind"
        label={words.kind}
        value={value('kind') || 'fixed'}
        options={venueKinds.map((kind) => [kind, words.kinds[kind]])}
      />
      {text('address')}
      {text('latitude')}
      {text('longitude')}
      {text('seats')}
      <Ticks
        name="equipment"
        label={words.equipment}
        values={value('equipment').split(',')}
        options={equipments.map((one) => [one, words.equipments[one]])}
      />
      {text('website')}
      {known === null ? null : (
        <Ticks
          name="closed"
          label={words.closed}
          values={value('closed') === '' ? [] : ['yes']}
          options={[['yes', words.isClosed]]}
        />
      )}
      <button>{words.save}</button>
    </form>
  );
}
