const words = (text: string): ReadonlySet<string> => new Set(text.split(', '));

/** A film of one of these genres is not taken for a family film, whatever else it is. */
const grave = words('Adult, Crime, Film-Noir, Horror, Thriller, War');
/** Keywords by which someone said that the film is not for children. */
const warnings = words(
  'adult animation, adult humor, alcoholism, bdsm, blood, body horror, brutality, cannibal, cannibalism, crude humor, dark comedy, dark fantasy, decapitation, dismemberment, drug abuse, drug addiction, drug use, drugs, erotic, erotic movie, eroticism, female nudity, gang rape, genocide, gore, graphic violence, hentai, incest, male nudity, massacre, murder, nudity, orgy, pornography, prostitute, prostitution, rape, seinen, self-harm, serial killer, sex, sex scene, sexual abuse, sexual violence, sexuality, shounen, slasher, softcore, splatter, suicide, suicide attempt, torture, ultraviolence, violence',
);

/** Keywords by which someone said that the film is for children too. */
const gentle = words(
  "animal, animal in title, animals, anthropomorphism, badger, based on cartoon, based on children's book, based on toy, bear, bee, best friend, bird, bunny, cartoon, cartoon bee, cartoon cat, cartoon dog, cartoon mouse, cartoon rabbit, cat, cheerful, chicken, child, child hero, childhood, children, children cartoon, chipmunk, christmas, comforting, day of the dead, dinosaur, dog, dragon, elephant, elves, emoji, emotions, fairy, fairy tale, family, family film, family relationships, father son relationship, fish, friends, friendship, garden gnome, hopeful, joyful, joyous, kid, kids, kingdom, lego, lion, little boy, little girl, living toys, magic, mammoth, mermaid, minions, monkey, mother daughter relationship, mouse, musical, ogre, orphan, panda, parent child relationship, parents kids relationship, parrots, penguin, pet, pets, playful, princess, rabbit, rat, robot, santa claus, sibling relationship, sloth, snowman, spongebob, stork, talking animal, talking animals, talking cat, talking dog, toy, toy comes to life, toys",
);

/**
 * Whether a film reads as one for the whole family. The sources hold no age classification, so this is a reading of genres and keywords and
 * no advice on age: of genre Family (IMDb: "universally accepted for a younger audience"), or animation that is also an adventure, a musical, or a comedy
 * without drama and of which a keyword says that it is gentle (of a film without keywords nobody has said anything); never with a grave genre (crime, horror, war…) or a keyword that warns (violence, sex, adult animation…). A film without genres does not.
 */
export function readsAsFamilyFilm(genres: readonly string[], keywords: readonly string[]): boolean {
  const is = (genre: string): boolean => genres.includes(genre);
  const light = is('Adventure') || is('Musical') || (is('Comedy') && !is('Drama'));
  return (
    (is('Family') || (is('Animation') && light && keywords.some((keyword) => gentle.has(keyword)))) &&
    !genres.some((genre) => grave.has(genre)) &&
    !keywords.some((keyword) => warnings.has(keyword))
  );
}
