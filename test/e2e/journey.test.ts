import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { asFilmId } from '#brand.ts';
import { openAlerts } from '#alerts.ts';
import { readConfig } from '#config.ts';
import { openChannels } from '#notify/channels/open-channels.ts';
import { startDelivery } from '#notify/deliver/start-delivery.ts';
import { openLanterne } from '#lanterne.ts';
import { customerOfEmail } from '#state/customers.ts';
import { setHouseValue } from '#state/house.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { subscriptionsOf } from '#state/subscriptions.ts';
import { needsChromium, newPage } from '../helpers/browser.ts';
import { runLanterne } from '../helpers/run-lanterne.ts';
import { runSite } from '../helpers/running-site.ts';
import { starterFolder } from '../helpers/starter-folder.ts';
import { until } from '../helpers/until.ts';
import { mailSink, type MailSink, type TakenMail } from '../notify/mail-sink.ts';
import { outboxOf, putPerson } from '../notify/people.ts';

const film = asFilmId('tt0119038') ?? assert.fail();
const email = 'anne@exemple.test';
const inDays = (days: number): Temporal.PlainDate => Temporal.Now.plainDateISO('Europe/Paris').add({ days });

test('a wish, its confirmation, the programme, the alert, its showing; then the end of it; then the week', async (context) => {
  if (!needsChromium(context)) return;
  using data = await starterFolder();
  await using sink = await mailSink();
  const mail = { LANTERNE_SMTP_URL: sink.url, LANTERNE_MAIL_FROM: 'alertes@films.example', LANTERNE_POSTERS: 'off' };
  const lanterne = async (...args: readonly string[]) => {
    const ran = await runLanterne([...args, '--data', data.folder], { environment: mail });
    assert.equal(ran.code, 0, `${args.join(' ')}: ${ran.err}`);
    return ran;
  };
  const write = (name: string, lines: readonly string[]): string => {
    writeFileSync(join(data.folder, name), lines.join('\n'));
    return join(data.folder, name);
  };
  let origin = '';
  {
    await using site = await runSite(data.folder, (url) => ({ ...mail, LANTERNE_ORIGIN: (origin = url) }));
    await using state = await openState({ file: join(data.folder, 'state.sqlite') });
    // these tests run at night, too
    for (const key of ['quiet-from', 'quiet-until']) await setHouseValue(state.db, key, '12:00');
    await using one = await newPage(site.url);
    const { page } = one;

    const wish = async (which: string): Promise<void> => {
      await page.goto(`/film/${which}`);
      await page.locator('.wish-details summary').click();
      await page.getByLabel('D’où viendriez-vous').selectOption({ label: 'Guéret' });
      await page.getByRole('button', { name: 'Je viendrais' }).click();
      await page.getByText(/Vous viendriez de Guéret/).waitFor();
    };
    await wish(film);
    await page.locator(`a[href="/alertes?film=${film}"]`).click();
    await page.locator('#email').fill(email);
    for (const kind of ['wish', 'digest']) await page.locator(`label[for="${kind}.email"]`).click();
    await page.locator('#commune').selectOption({ label: 'Guéret' });
    await page.waitForTimeout(1600); // a form that is sent sooner is a robot's
    await page.getByRole('button', { name: 'Recevoir la lettre' }).click();
    const confirmation = await PostalMime.parse((await taken(sink, 1)).raw);
    await page.goto(linkOf(confirmation.text ?? '', '/compte/confirmer/'));
    await page.getByRole('button', { name: 'Oui, c’est moi' }).click();
    await page.getByText('votre adresse est confirmée').waitFor();

    const day = inDays(9);
    const showing = `Salle de la Grange;${day};20h30;Le Dîner de cons;1998;VF`;
    await lanterne('programme', 'venues', '--add', write('venues.csv', ['nom;commune', 'Salle de la Grange;Guéret']));
    const programme = ['lieu;date;heure;titre;année;version', showing];
    assert.match((await lanterne('import', 'programme', write('one.csv', programme))).out, /^1 imported.* 0 refused/);
    assert.match((await lanterne('notify', 'match', '--kind', 'wish', '--commit')).err, /1 message written/);

    const alert = await taken(sink, 2);
    assert.equal(alert.to, email);
    const letter = await PostalMime.parse(alert.raw);
    const header = (name: string): string => letter.headers.find(({ key }) => key === name)?.value ?? '';
    const unsubscribe = /^<(.+)>$/.exec(header('list-unsubscribe'))?.[1] ?? '';
    assert.match(letter.subject ?? '', /Le Dîner de cons.* passe à/);
    assert.ok(unsubscribe.startsWith(`${site.url}/desabonner/`), header('list-unsubscribe'));
    assert.equal(header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
    assert.equal(header('auto-submitted'), 'auto-generated');
    assert.match(header('list-id'), /</);
    assert.equal(header('dkim-signature'), '');
    await page.goto(linkOf(letter.text ?? '', '/seance/'));
    const shown = await page.locator('main').innerText();
    for (const said of [/Le Dîner de cons/, /20\s?h\s?30/, /Salle de la Grange/]) assert.match(shown, said);
    assert.ok(
      (await page.locator(`main time[datetime^="${day}"]`).count()) > 0,
      await page.locator('main').innerHTML(),
    );

    const customer = await customerOfEmail(state.db, email);
    assert.ok(customer !== null);
    const asked = async () => (await subscriptionsOf(state.db, customer.id)).map(({ kind }) => kind).toSorted();
    assert.deepEqual(await asked(), ['digest', 'wish']);
    assert.equal((await fetch(unsubscribe)).status, 200);
    assert.deepEqual(await asked(), ['digest', 'wish'], 'GET changes nothing');
    const click = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    assert.equal((await fetch(unsubscribe, click)).status, 200);
    assert.deepEqual(await asked(), ['digest']);
    await wish('tt0060474');
    const other = `Salle de la Grange;${day};18h00;La Grande Vadrouille;1966;VF`;
    await lanterne('import', 'programme', write('two.csv', [...programme, other]));
    assert.match((await lanterne('notify', 'match', '--kind', 'wish', '--commit')).err, /0 messages written/);
    assert.deepEqual([one.outside, one.faults], [[], []]);
    assert.doesNotMatch(site.said(), /not decided|does not answer/);
  }

  // the week, on its Tuesday evening: to whom something is near, and to nobody else
  const config = readConfig({ ...mail, LANTERNE_ORIGIN: origin }, { dataFolder: data.folder });
  await using state = await openState(statePlace(config));
  await using engine = await openLanterne(config);
  await using channels = openChannels(state.db, config);
  const far = await putPerson(state.db, 7, {
    email: 'loin@exemple.test',
    asked: ['digest'],
    commune: '23031',
    more: { radius: 5 },
  });
  const wednesday = inDays(9).subtract({ days: (inDays(9).dayOfWeek + 4) % 7 });
  const now = wednesday.subtract({ days: 1 }).toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '18:00:10' });
  const alerts = openAlerts(() => engine, state, config);
  const ran = await alerts.runDue({ now: now.toInstant() });
  assert.deepEqual([ran.added, ran.late], [1, []]);
  {
    const clock = (): Temporal.Instant => now.toInstant().add({ seconds: 5 });
    await using delivery = await startDelivery({
      db: state.db,
      channels: channels.byName,
      mailsASecond: 100,
      compose: (row, to) => alerts.compose(row, to),
      now: clock,
      poll: 20,
    });
    await delivery.drained();
  }
  const { to, raw } = await taken(sink, 3);
  const week = await PostalMime.parse(raw);
  assert.equal(to, email);
  assert.match(week.text ?? '', /La Grande Vadrouille/);
  assert.equal((await outboxOf(state.db)).filter(({ customer }) => customer === far).length, 0);
  assert.equal(sink.taken.length, 3);
});

/** The letter of that number, once it has come. */
async function taken(sink: MailSink, number: number): Promise<TakenMail> {
  const come = (): TakenMail | undefined => sink.taken[number - 1];
  await until(() => come() !== undefined, `letter ${number} did not come`);
  return come() ?? assert.fail();
}

function linkOf(text: string, path: string): string {
  const link = text.match(/https?:\/\/\S+/g)?.find((one) => one.includes(path));
  return link ?? assert.fail(`no link to ${path} in: ${text}`);
}
