import type { Page } from 'playwright-core';
import { weekOf } from '#calendar/week.ts';
import { seededShowing } from './seed-programme.ts';

const TASTE = 'liked=tt0119038&liked=tt0060474&not=tt0076759&seen=tt0058089';

const today = Temporal.Now.plainDateISO('Europe/Paris');
const tomorrow = today.add({ days: 1 });
/** The week with the film that no catalogue has, whatever day the tests run on. */
const operaWeek = weekOf(today.add({ days: 4 })).first.toString();

/** The programme that seedProgramme makes, as it is for most readers and with every condition. */
const programmePages: readonly string[] = [
  '/programme',
  `/programme?jour=${tomorrow.toString()}&${TASTE}`,
  `/programme?par=film&rayon=0&semaine=${operaWeek}&liked=tt0060474`,
  '/programme?version=vost&acces=sme,wheelchair&lieu=l-eclipse&film=tt0119038',
  '/programme?imprimer=1&rayon=0',
  '/programme?imprimer=grand&rayon=0',
  '/programme/salle-des-tilleuls',
  '/programme/nulle-part',
  '/programme/integrer',
  `/seance/${seededShowing(tomorrow)}`,
  '/seance/nulle',
];

/** One address of every kind of page, French; a kind that is not built yet answers 404 and is left out by `goThere`. */
export const everyPage: readonly string[] = [
  '/',
  `/?${TASTE}`,
  `/films?${TASTE}`,
  '/films',
  '/films?liked=tt0119038&q=la+belle+et+la+bete',
  '/films?q=xzqvwk',
  '/film/tt0119038?liked=tt0060474',
  '/film/tt0211915',
  '/personne/nm0891554',
  '/personne/nm0891554?order=year&liked=tt0119038',
  '/parcourir',
  '/parcourir?genre=Comedy&decade=1960&country=FR',
  '/parcourir?genre=Western&decade=2020&country=FR',
  '/chiffres',
  '/chiffres/catalogue-coverage',
  '/chiffres/catalogue-coverage?from=1960&genre=Comedy',
  '/chiffres/catalogue-coverage?from=abc',
  '/chiffres/catalogue-coverage/films?key=french.1960',
  '/chiffres/catalogue-coverage/table?table=decades',
  '/films?liked=tt0119038&length=60&kind=Western&rare=1',
  '/humeur',
  `/humeur?${TASTE}&valence=6&energy=-5`,
  `/surprise?${TASTE}&graine=640`,
  '/specialisation',
  '/specialisation/saison?genre=Comedy&films=4',
  '/etude',
  '/etude/modele?alpha=1.4&beta=1.5',
  '/qualite',
  '/rapport',
  '/groupe',
  '/groupe?m=Anne:tt0119038,tt0060474&m=Karim:tt0211915&m=Zo%C3%A9:tt0053291',
  '/importer',
  `/envoyer?${TASTE}`,
  '/ma-liste',
  '/envies',
  '/mes-donnees',
  '/alertes',
  '/alertes?film=tt0119038',
  '/affichage',
  `/affichage?back=%2Ffilms&asked=dark.large`,
  '/accessibilite',
  '/mentions',
  ...programmePages,
  '/hors-ligne',
  '/nowhere',
];

/** Goes to a page; false when there is no such page yet. */
export async function goThere(page: Page, path: string): Promise<boolean> {
  const answer = await page.goto(path);
  return answer?.status() !== 404 || path.endsWith('/nowhere') || (await page.locator('body.fault').count()) === 0;
}

/** Gives the browser the cookie of a look, such as `dark.large`. */
export const wear = (page: Page, url: string, look: string): Promise<void> =>
  page
    .context()
    .addCookies([{ name: '__Host-look', value: look, domain: new URL(url).hostname, path: '/', secure: true }]);
