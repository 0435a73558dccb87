import type { MoodGroup } from '#features/mood/mood-point.ts';

/** Keywords, whole, that tell a film's mood better than their words do: valence, energy, keywords (folded, English). Our own list. */
export const keywordMoods: readonly MoodGroup[] = [
  // Bright and lively.
  [
    0.9,
    0.6,
    'slapstick, slapstick comedy, slapstick humor, farce, spoof, parody, hilarious, madcap comedy, screwball comedy, buddy comedy, spy spoof, absurd humor, zany',
  ],
  [
    0.8,
    0.4,
    "comedy, romantic comedy, british comedy, french comedy, social comedy, commedia all'italiana, mistaken identity, mismatched duo, misunderstanding, cross-dressing, fish out of water, clumsiness, witty dialogue, wit, practical joke, summer camp, live action and animation, team spirit, opposites attract, stand-up comedy",
  ],
  [
    0.9,
    0.3,
    'feel-good, feel good, uplifting, joyful, joyous, cheerful, exuberant, playful, celebration, carnival, party, wedding, summer vacation, vacation, holiday',
  ],
  [
    0.6,
    0.7,
    'swashbuckler, adventure, sword fight, exotic locale, treasure hunt, space opera, superhero, good versus evil, stunts, jewelry theft, musketeers, pirate, musketeer, action comedy, quest, exhilarated',
  ],
  [
    0.6,
    0.4,
    "musical, dance, dancing, dancer, singing, song, rock music, rock 'n' roll, band, buddy film, underdog, underdogs, sport, football, triumph, victory, inspirational, inspiring, heist comedy, con artist, animals running, children adventure, child hero, imagination, magic, wizard",
  ],
  // Bright and quiet.
  [
    0.8,
    -0.1,
    'friendship, female friendship, male friendship, unlikely friendship, intergenerational friendship, kindness, generosity, solidarity, female solidarity, hope, hopeful, love, happiness, heartwarming, found family, family film, for children, second chance, christmas, talking animal, humanism, tolerance',
  ],
  [
    0.6,
    -0.4,
    'tenderness, gentle, comforting, sweet, warm, cozy, gardening, gastronomy, cooking, simple life, village life, village, rural france, provence, countryside, nature, everyday life, whimsical, childhood, childhood memory, fairy tale, summer, seaside, pastoral, donkey, slice of life, old and young duo',
  ],
  [
    0.3,
    -0.7,
    'contemplative, meditative, poetic, calm, serene, slow cinema, slow burn journey, silence, nature documentary, observational documentary, wildlife, rural life, peasant life, monastery, farm, farmer, birds, landscape, poetry, zen, dreamlike',
  ],
  [
    0.3,
    -0.2,
    'love story, romance, first love, coming of age, chance encounter, bittersweet, nostalgia, nostalgic, reconciliation, forgiveness, redemption, letters, road movie, road trip, silent film, mentor, teacher, dignity, emancipation, self-discovery, free spirit',
  ],
  // Lively, neither bright nor dark.
  [
    0.1,
    0.7,
    'chase, car chase, car race, escape, prison escape, heist, gunfight, duel, martial arts, boxing, battle, survival, epic, rescue mission, secret agent, spy, spaghetti western, outlaw, gunslinger, american west, race against time, action, intense, mission, manhunt, on the run, man on the run',
  ],
  [
    0.0,
    0.3,
    'satire, political satire, social satire, black comedy, dark comedy, rivalry, revolution, rebellion, swindle, gambling, casino, poker, ensemble cast, surrealism, absurd, absurdism, cult film, provocative, witty, irreverent, ironic',
  ],
  // Dark and lively.
  [
    -0.9,
    0.8,
    'horror, slasher, gore, terror, monster, demon, exorcism, possession, cannibalism, massacre, body horror, psychological horror, haunted house, zombie, vampire, frightened, horrified, scary, terrifying',
  ],
  [
    -0.6,
    0.7,
    'suspense, suspenseful, thriller, psychological thriller, serial killer, murder, murderer, violence, terrorism, torture, rape, police brutality, riot, gang, gangster, mafia, drug trafficking, organized crime, hitman, revenge, kidnapping, assassination, paranoia, tense, anxious, claustrophobia, submarine, shark, animal attack, trench warfare, d-day, vietnam war, war, civil war, world war i, home invasion, cruel, disturbing, angry, brutality',
  ],
  [
    -0.6,
    0.3,
    'film noir, neo-noir, femme fatale, crime of passion, blackmail, conspiracy, corruption, police corruption, obsession, obsessive love, madness, insanity, psychopath, nazism, fascism, world war ii, gestapo, holocaust, holocaust (shoah), concentration camp, genocide, slavery, racism, antisemitism, domestic violence, child abuse, dystopia, post-apocalyptic future, betrayal, jealousy, manipulation, dark, disfigurement, decadence, witchcraft, curse, police investigation, whodunit, ominous, sinister, cynical, nihilism',
  ],
  // Dark and quiet.
  [
    -0.8,
    -0.3,
    'tragedy, tragic, tragic love, death, suicide, suicide attempt, terminal illness, illness, grief, mourning, loss of loved one, loss of parent, loss of child, dying, end of life, aids, dementia, famine, hunger, misery, poverty, death penalty, hopeless, bleak, miserabilism',
  ],
  [
    -0.5,
    -0.6,
    'melancholy, melancholic, sad, sadness, loneliness, isolation, solitude, depression, tearjerker, lost love, impossible love, unrequited love, old age, aging, elderly couple, regret, guilt, memory, exile, wandering, somber, poetic realism, existentialism, existential, midlife crisis, introspective, alienation, unemployment, homelessness, alcoholism',
  ],
  [
    -0.4,
    -0.2,
    'social drama, social realism, social injustice, injustice, oppression of women, oppression, political repression, italian neorealism, working class, class differences, marriage crisis, couple in crisis, breakup, divorce, adultery, infidelity, mental illness, psychiatric hospital, orphan, exploitation, immigrant, refugee, humiliation, forbidden love, moral dilemma, doubt, faith, loss of innocence, aftermath of war, postwar period, family conflict, family secrets, family secret, dark secret, abortion, false accusation, wrongful imprisonment, serious, dramatic, dysfunctional family, trauma, fate',
  ],
];
