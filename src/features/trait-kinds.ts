/** The families of things that two films may share, as a reason names them. */
export const traitKinds = [
  'viewers',
  'director',
  'cast',
  'writer',
  'composer',
  'crew',
  'keyword',
  'genre',
  'country',
  'language',
  'company',
  'era',
  'story',
  'title',
  'esteem',
] as const;
export type TraitKind = (typeof traitKinds)[number];
