import type { Features } from '#features/read-features.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import { addToProfile, emptyProfile, profileScores } from '#kernels/profile.ts';
import { transpose } from '#kernels/csr.ts';
import { shrunkTfIdf, sideBySide } from '#kernels/weigh.ts';

const soup = new Set(['genre', 'director', 'cast', 'keyword', 'words']);

/** The commoner peer: one TF-IDF "soup" of genres, director, cast, keywords and synopsis, cosine with the basket's mean; and the same times sqrt(votes). */
export function tfidfSoup({ families, films, votes }: Features): Scorer[] {
  const mixed = sideBySide(
    families
      .filter(({ name }) => soup.has(name))
      .map(({ matrix }) => ({ matrix: { ...matrix, values: matrix.values.map(() => 1) }, weight: 1 })),
  );
  const terms = shrunkTfIdf(mixed, 0);
  const byTerm = transpose(terms);
  const profile = emptyProfile(terms.columns);
  const score = (basket: readonly number[], into: Float32Array): void => {
    into.fill(0);
    for (const film of basket) addToProfile(profile, terms, film, 1 / basket.length);
    profileScores(profile, byTerm, into);
  };
  return [
    { name: 'TF-IDF soup (the peers)', score },
    {
      name: 'TF-IDF soup x sqrt(votes)',
      score(basket, into) {
        score(basket, into);
        for (let film = 0; film < films; film++) into[film] = (into[film] ?? 0) * Math.sqrt(votes[film] || 0);
      },
    },
  ];
}
