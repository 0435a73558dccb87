import type { Advice } from '#advice/advise.ts';
import { fewestPeople } from '#advice/judge.ts';
import { nicheName } from '#advice/niche-words.ts';
import type { Objection } from '#advice/objections.ts';
import { fallsApart, fewestRanked, holds, narrow, type RankedNiche } from '#advice/rank.ts';
import type { Speech } from '#words/speech.ts';

/** The advice in a few sentences, fit to be quoted. */
export function adviceFinding({ niches, films }: Advice, say: Speech): string[] {
  const first = niches.slice(0, 3);
  if (first.length === 0)
    return [
      say.pick({
        fr: `Trop peu de films pour conseiller quoi que ce soit\u00a0: aucune niche ne réunit assez de films parmi les ${say.number(films)} qui ont assez de votes.`,
        en: `Too few films to advise anything: no niche holds enough films among the ${say.number(films)} with enough votes.`,
      }),
    ];
  if (niches.length < fewestRanked)
    return [
      say.pick({
        fr: `${say.several(niches.length, 'niche seulement réunit', 'niches seulement réunissent')} assez de films dans ce catalogue\u00a0: ${say.list(niches.slice(0, 5).map((niche) => nicheName(niche, say)))}. C’est trop peu pour un classement.`,
        en: `Only ${say.several(niches.length, 'niche holds', 'niches hold')} enough films in this catalogue: ${say.list(niches.slice(0, 5).map((niche) => nicheName(niche, say)))}. That is too few to rank.`,
      }),
    ];
  const tenth = Math.ceil(niches.length / 10);
  const names = say.list(first.map((niche) => nicheName(niche, say)));
  const sure = niches.filter(({ firstTenth }) => firstTenth >= holds);
  const held = say.list(sure.slice(0, 5).map((niche) => nicheName(niche, say)));
  return [
    say.pick({
      fr: `À la question «\u00a0dans quoi se spécialiser ici\u00a0?\u00a0», les données mettent d’abord\u00a0: ${names}.`,
      en: `Asked what to specialise in here, the data put first: ${names}.`,
    }),
    sure.length > 0
      ? say.pick({
          fr: `Quand on fait varier les poids et ce qui est incertain, ${say.several(sure.length, 'piste reste', 'pistes restent')} dans le premier dixième (${say.number(tenth)} sur ${say.number(niches.length)}) au moins huit fois sur dix\u00a0: ${held}. Les rangs exacts, eux, ne tiennent pas.`,
          en: `When the weights and what is uncertain are moved, ${say.several(sure.length, 'niche stays', 'niches stay')} in the first tenth (${say.number(tenth)} of ${say.number(niches.length)}) at least eight times in ten: ${held}. Exact ranks do not hold.`,
        })
      : say.pick({
          fr: `Mais aucun rang ne tient\u00a0: quand on fait varier les poids et ce qui est incertain, aucune piste ne reste dans le premier dixième huit fois sur dix. Ce classement ouvre une discussion, il ne la clôt pas.`,
          en: `But no rank holds: when the weights and what is uncertain are moved, no niche stays in the first tenth eight times in ten. This ranking opens a discussion, it does not close one.`,
        }),
  ];
}

/** How far a rank holds; of a handful of niches, that they are too few for one. */
export function rankHolds({ rank, best, worst, firstTenth }: RankedNiche, niches: number, say: Speech): string {
  if (niches < fewestRanked)
    return say.pick({
      fr: `Pas de rang\u00a0: ${say.several(niches, 'niche seulement', 'niches seulement')}.`,
      en: `No rank: only ${say.several(niches, 'niche', 'niches')}.`,
    });
  const range = say.pick({
    fr: `Rang ${say.number(rank)} sur ${say.number(niches)}\u00a0; entre ${say.number(best)} et ${say.number(worst)} dans neuf essais sur dix`,
    en: `Rank ${say.number(rank)} of ${say.number(niches)}; from ${say.number(best)} to ${say.number(worst)} in nine draws of ten`,
  });
  const verdict =
    worst - best <= narrow
      ? say.pick({ fr: 'ce rang tient', en: 'this rank holds' })
      : firstTenth >= holds
        ? say.pick({
            fr: `elle reste dans le premier dixième ${say.percent(firstTenth)} du temps, son rang exact ne tient pas`,
            en: `it stays in the first tenth ${say.percent(firstTenth)} of the time, its exact rank does not hold`,
          })
        : firstTenth < fallsApart
          ? say.pick({ fr: 'ce rang ne tient pas', en: 'this rank falls apart' })
          : say.pick({
              fr: `dans le premier dixième ${say.percent(firstTenth)} du temps\u00a0: ce rang tient mal`,
              en: `in the first tenth ${say.percent(firstTenth)} of the time: this rank holds badly`,
            });
  return say.pick({ fr: `${range}\u00a0: ${verdict}.`, en: `${range}: ${verdict}.` });
}

/** Why a niche stands where it does: what is had, how it is loved, how it fits here. */
export function adviceReasons(niche: RankedNiche, { locality }: Advice, say: Speech): string[] {
  const { films, esteem, fit, liking } = niche;
  const reasons = [
    say.pick({
      fr: `Offre\u00a0: ${say.several(films, 'film', 'films')}, dont ${say.number(niche.labelled)} art et essai.`,
      en: `Supply: ${say.several(films, 'film', 'films')}, ${say.number(niche.labelled)} of them art-house by French label.`,
    }),
  ];
  if (esteem !== null && esteem.premium - 1.96 * esteem.spread > 0) {
    const premium = signed(esteem.premium, say);
    const interval = `${signed(esteem.premium - 1.96 * esteem.spread, say)}${say.pick({ fr: ' à ', en: ' to ' })}${signed(esteem.premium + 1.96 * esteem.spread, say)}`;
    reasons.push(
      say.pick({
        fr: `Estime\u00a0: ${premium} point sur 10 (${interval}) par rapport à ce que le genre et l’époque laissent attendre.`,
        en: `Esteem: ${premium} point out of 10 (${interval}) against what the genre and the time would have it.`,
      }),
    );
  }
  reasons.push(
    fit.known
      ? say.pick({
          fr: `Public d’ici\u00a0: ${times(fit.lift, say)} celui d’une niche ordinaire (${fitRange(fit, say)}\u00a0; ${locality.name}, estimation).`,
          en: `Local audience: ${times(fit.lift, say)} that of an ordinary niche (${fitRange(fit, say)}; ${locality.name}, an estimate).`,
        })
      : say.pick({
          fr: 'Public d’ici\u00a0: aucune donnée ne dit s’il diffère du reste du pays.',
          en: 'Local audience: no figure says whether it differs from the rest of the country.',
        }),
  );
  if (liking !== null)
    reasons.push(
      say.pick({
        fr: `Sur ce site, ${say.several(liking.people, 'personne aime', 'personnes aiment')} des films de cette niche.`,
        en: `On this site, ${say.several(liking.people, 'person likes', 'people like')} films of this niche.`,
      }),
    );
  return reasons;
}

/** An objection as a sentence. */
export function objectionTold(objection: Objection, say: Speech): string {
  switch (objection.kind) {
    case 'heritage':
      return say.pick({
        fr: `Du patrimoine, d’environ ${say.number(objection.years)} ans\u00a0: une saison, pas toute la semaine.`,
        en: `Heritage, about ${say.number(objection.years)} years old: a season, not the whole week.`,
      });
    case 'few':
      return say.pick({
        fr: `${say.several(objection.films, 'film seulement', 'films seulement')}\u00a0: la niche s’épuise vite.`,
        en: `Only ${say.several(objection.films, 'film', 'films')}: the niche is soon used up.`,
      });
    case 'lessLoved':
      return say.pick({
        fr: `Ces films sont moins bien notés que ne le laissent attendre leur genre et leur époque (${signed(objection.premium, say)} point).`,
        en: `These films are rated lower than their genre and their time would have it (${signed(objection.premium, say)} point).`,
      });
    case 'notLoved':
      return say.pick({
        fr: 'Ces films ne sont ni mieux ni moins bien notés que d’autres de leur genre et de leur époque.',
        en: 'These films are rated neither better nor worse than others of their genre and time.',
      });
    case 'notHere':
      return say.pick({
        fr: `Le public d’ici en est plus petit que celui d’une niche ordinaire (${times(objection.lift, say)}, estimation).`,
        en: `Its local audience is smaller than that of an ordinary niche (${times(objection.lift, say)}, an estimate).`,
      });
    case 'unknownHere':
      return say.pick({
        fr: 'Rien ne dit que le public d’ici l’attende.',
        en: 'Nothing says that the local audience waits for it.',
      });
    case 'everywhere':
      return say.pick({
        fr: 'Ces films passent partout, et à la télévision\u00a0: difficile de se distinguer par eux.',
        en: 'These films are shown everywhere, and on television: it is hard to stand out by them.',
      });
    case 'fallsApart':
      return say.pick({
        fr: `Son rang dépend des poids choisis\u00a0: de ${say.number(objection.best)} à ${say.number(objection.worst)}\u00a0; elle n’est dans le premier dixième que dans ${say.percent(objection.share)} des essais.`,
        en: `Its rank depends on the weights chosen: from ${say.number(objection.best)} to ${say.number(objection.worst)}; it is in the first tenth in ${say.percent(objection.share)} of the draws only.`,
      });
  }
}

/** How the advice is made, in plain words. */
export function adviceMethod(
  { minVotes, common, films, withCountry, rated, people, locality }: Advice,
  say: Speech,
): string[] {
  const commons = say.list(common.map(({ genre, share }) => `${say.genre(genre)} (${say.percent(share)})`));
  return say.pick({
    fr: [
      `Une niche est un genre, une décennie et une origine (française\u00a0: produite en France seule, ou en France et en langue française\u00a0; américaine, de même). On regarde ${say.several(films, 'long métrage', 'longs métrages')} de cinéma${rated === 0 ? ' connus' : ` d’au moins ${say.number(minVotes)} votes`}\u00a0; ${say.percent(films === 0 ? 0 : withCountry / films)} ont un pays de production connu, les autres ne sont dans aucune niche. Il faut 12 films. Un film compte dans chacun de ses genres.${common.length === 0 ? '' : ` Trop répandu pour être une spécialité\u00a0: ${commons}.`}`,
      'Offre\u00a0: n\u00a0÷\u00a0(n\u00a0+\u00a050)\u00a0: au-delà d’un film par semaine pendant un an, en avoir plus n’ajoute guère.',
      'Estime\u00a0: de combien les notes dépassent ce que le genre, l’époque et l’origine laissent attendre, ramené vers zéro quand les films sont peu nombreux (DerSimonian et Laird 1986). Ainsi ni les seuls bons vieux films qu’on note encore, ni les genres notés par leurs seuls amateurs ne gagnent d’office.',
      `Public d’ici (${locality.name}), une estimation\u00a0: part des entrées selon l’origine des films, ici et en France\u00a0; part des entrées que fait chaque genre, et son public selon l’âge, avec les âges d’ici\u00a0; et une hypothèse, que l’on aime toute sa vie les films de ses vingt ans (Holbrook et Schindler 1989, établi pour les chansons), l’âge variant de 14 à 30 ans dans les essais. Les goûts notés sur ce site s’y ajoutent${people < fewestPeople ? ', quand ils viendront de cinq personnes au moins' : ` (${say.several(people, 'personne', 'personnes')})`}.`,
      'Note\u00a0: moyenne des trois, ramenées à la même échelle, où le public d’ici compte autant que les deux autres ensemble sauf si vous en décidez autrement. Essais\u00a0: mille tirages des poids, de l’estime et du public dans leur incertitude (Saisana, Saltelli et Tarantola 2005).',
    ],
    en: [
      `A niche is a genre, a decade and an origin (French: made in France alone, or there and spoken in French; American, the same). We look at ${say.several(films, 'cinema feature', 'cinema features')}${rated === 0 ? ' with some renown' : ` with at least ${say.number(minVotes)} votes`}; ${say.percent(films === 0 ? 0 : withCountry / films)} have a known country of production, the others are in no niche. It takes 12 films. A film counts in each of its genres.${common.length === 0 ? '' : ` Too common to be a speciality: ${commons}.`}`,
      'Supply: n ÷ (n + 50): beyond a film a week for a year, more add little.',
      'Esteem: by how much ratings exceed what the genre, the time and the origin would have them, drawn towards zero when films are few (DerSimonian and Laird 1986). So neither the good old films that alone are still rated, nor genres rated by their admirers alone, win by default.',
      `Local audience (${locality.name}), an estimate: share of entries by origin of the films, here and in France; share of entries that each genre makes, and its audience by age, with the ages found here; and a hypothesis, that people love for life the films of their twenties (Holbrook and Schindler 1989, established for songs), the age moving from 14 to 30 in the draws. Tastes told on this site are added${people < fewestPeople ? ', when five people or more tell them' : ` (${say.several(people, 'person', 'people')})`}.`,
      'Score: the mean of the three on one scale, in which the local audience counts as much as the two others together unless you decide otherwise. Draws: a thousand of the weights, the esteem and the audience within their uncertainty (Saisana, Saltelli and Tarantola 2005).',
    ],
  });
}

const signed = (value: number, say: Speech): string => `${value < 0 ? '−' : '+'}${say.number(Math.abs(value), 2)}`;
/** Between which times it is, in nineteen cases of twenty. */
const fitRange = ({ lift, spread }: Pick<RankedNiche['fit'], 'lift' | 'spread'>, say: Speech): string =>
  say.range(lift * Math.exp(-1.96 * spread), lift * Math.exp(1.96 * spread), 1);
const times = (lift: number, say: Speech): string =>
  say.pick({ fr: `${say.number(lift, 2)} fois`, en: `${say.number(lift, 2)} times` });
