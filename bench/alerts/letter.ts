import type { Letter } from '#notify/channel.ts';

/** The letter of the bench, of the length of a week's digest: six films that do not exist. */
export function benchLetter(recipient: string): Letter {
  const films = titles.map(
    (title, at) => `${title}, mercredi 25 novembre à ${14 + at} h 30, Cinéma du Test (${5 * at} min)`,
  );
  return {
    subject: 'Cette semaine pour vous : « Le Phare de l’été » et cinq autres films',
    text: `Bonjour,\n\n${films.map((film) => `- ${film}\n  https://films.test/seance/${film.length}`).join('\n')}\n\nVous recevez cette lettre car vous l’avez demandée : https://films.test/alertes/lien/${recipient}\n`,
    html: `<!doctype html><html lang="fr"><body style="font-size:18px">${films.map((film) => `<h2>${film}</h2><p>Parce que vous avez aimé « La Gare aux oies ». <a href="https://films.test/seance/${film.length}">La séance</a></p>`).join('')}<p><a href="https://films.test/alertes/lien/${recipient}">Mes préférences</a></p></body></html>`,
    short: 'Cette semaine : Le Phare de l’été',
    link: 'https://films.test/programme',
    language: 'fr',
    unsubscribe: `https://films.test/desabonner/${recipient}`,
    list: 'digest',
  };
}

const titles = [
  'Le Phare de l’été',
  'La Gare aux oies',
  'Trois neiges',
  'Un dimanche à Crozant',
  'Les Tisserands',
  'Nuit de foin',
];
