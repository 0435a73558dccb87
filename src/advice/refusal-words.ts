import { filmsOfSeason, mostWeight, type AdviceRefusal } from '#advice/ask-advice.ts';
import { origins } from '#advice/niche.ts';
import { measures } from '#advice/tell-advice.ts';
import type { Speech } from '#words/speech.ts';

/** Why a value cannot be used, and what can. */
export function adviceRefusal({ name, value }: AdviceRefusal, say: Speech): string {
  const fr: Readonly<Record<AdviceRefusal['name'], string>> = {
    supply: `Le poids de l’offre va de 0 à ${mostWeight}`,
    esteem: `Le poids de l’estime va de 0 à ${mostWeight}`,
    fit: `Le poids du public d’ici va de 0 à ${mostWeight}`,
    weights: 'Il faut au moins un poids qui ne soit pas nul',
    'min-votes': 'Le nombre de votes va de 1 à un million',
    origin: `L’origine est l’une de celles-ci\u00a0: ${origins.join(', ')} (française, américaine, d’autres pays d’Europe, d’ailleurs)`,
    show: `La grille montre l’une de ces mesures\u00a0: ${measures.join(', ')}`,
    genre: 'Ce genre n’est pas dans le catalogue',
    decade: 'Une décennie s’écrit par une année, de 1880 à 2100',
    films: `Une saison compte de ${filmsOfSeason.least} à ${filmsOfSeason.most} films`,
    label: '« label » vaut 1 ou rien',
  };
  const en: typeof fr = {
    supply: `The weight of supply goes from 0 to ${mostWeight}`,
    esteem: `The weight of esteem goes from 0 to ${mostWeight}`,
    fit: `The weight of the local audience goes from 0 to ${mostWeight}`,
    weights: 'At least one weight must not be zero',
    'min-votes': 'The number of votes goes from 1 to a million',
    origin: `The origin is one of these: ${origins.join(', ')}`,
    show: `The grid shows one of these measures: ${measures.join(', ')}`,
    genre: 'This genre is not in the catalogue',
    decade: 'A decade is written as a year, from 1880 to 2100',
    films: `A season has from ${filmsOfSeason.least} to ${filmsOfSeason.most} films`,
    label: '“label” is 1 or nothing',
  };
  return say.pick({ fr: `${fr[name]}\u00a0; pas ${say.quoted(value)}.`, en: `${en[name]}; not ${say.quoted(value)}.` });
}
