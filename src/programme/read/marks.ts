import type { ShowingFeature, Version } from '#state/tables/programme.ts';

const versionMarks: readonly (readonly [Version, RegExp])[] = [
  [
    'vost',
    /\b(?:VOST(?:FR?)?|V\.?\s?O\.?\s?S\.?\s?T\.?\s?F?R?\.?|VO\s?ST(?:FR?)?|version originale sous[- ]titr[ée]e)(?![\p{L}\d])/iu,
  ],
  ['vf', /\b(?:VFQ?|V\.F\.?|version fran[çc]aise|VF(?=STF|-?SME))(?![\p{L}\d])/iu],
  ['vo', /\b(?:VO|V\.O\.?|version originale)(?![\p{L}\d])/iu],
  ['silent', /\b(?:film muet|muet|silent|ciné-concert|sans dialogues?)(?![\p{L}\d])/iu],
];

const featureMarks: readonly (readonly [ShowingFeature, RegExp])[] = [
  [
    'sme',
    /\b(?:(?:ST-?|VF-?)?SME|VFST(?:F|FR)?|OCAP|sous[- ]titr(?:age|es|ée?) (?:pour )?(?:les )?sourds(?: et (?:les )?malentendants)?|VF sous[- ]titrée)(?![\p{L}\d])/iu,
  ],
  ['ad', /\b(?:AD|audio[- ]?description|audio[- ]?décrit[e]?)(?![\p{L}\d])/u],
  ['relaxed', /\b(?:cin[ée][- ]?relax|s[ée]ance relax|relax(?:ed)?|cin[ée]-ma diff[ée]rence)(?![\p{L}\d])/iu],
  ['hearing-loop', /\b(?:boucle magn[ée]tique|hearing[- ]loop|BIM)(?![\p{L}\d])/iu],
  ['3d', /\b(?:3[- ]?D|video_3d|relief)(?![\p{L}\d])/iu],
  ['preview', /(?<![\p{L}\d])(?:avant[- ]premi[èe]re|AVP|preview)(?![\p{L}\d])/iu],
  ['debate', /\b(?:(?:cin[ée][- ])?d[ée]bat|rencontre(?: avec [^,;()]{1,60})?|ciné[- ]échange|debate)(?![\p{L}\d])/iu],
];
/** Said, and told nowhere else: `2D`. */
const saysNothing = /\b2[- ]?D\b/giu;

export interface Marks {
  readonly version: Version;
  readonly features: readonly ShowingFeature[];
  /** The text without them. */
  readonly rest: string;
}

/** What a text says of the version and of what is offered: VF, VOST, 3D, SME, AD, ciné-relax, débat… */
export function readMarks(text: string): Marks {
  let rest = text.replaceAll(saysNothing, ' ');
  const features: ShowingFeature[] = [];
  for (const [feature, mark] of featureMarks)
    if (mark.test(rest)) {
      features.push(feature);
      // `VFSTF` and `VF-SME` also say that it is in French
      rest = rest.replace(mark, (found) => (/^VF/i.test(found) ? ' VF ' : ' '));
    }
  let version: Version = 'unknown';
  for (const [one, mark] of versionMarks) {
    if (!mark.test(rest)) continue;
    if (version === 'unknown') version = one;
    rest = rest.replace(mark, ' ');
  }
  return { version, features, rest };
}

/** What a field of its own says of the version, in the words of many systems. */
export function versionOf(text: string): Version {
  const known = readMarks(text).version;
  if (known !== 'unknown') return known;
  const key = text.trim().toLowerCase();
  if (/^(?:fr|fra|fre|fran[çc]ais|french)$/.test(key)) return 'vf';
  return /^(?:original|originale)$/.test(key) ? 'vo' : 'unknown';
}

/** Whether a field of marks says something that is none of them. */
export const isUnknownMark = (text: string): boolean => {
  const { version, features, rest } = readMarks(text);
  const none = version === 'unknown' && features.length === 0 && versionOf(text) === 'unknown';
  return none && /[\p{L}\p{N}]/u.test(rest) && !/^(?:unknown|inconnue?|none|aucune?|standard)$/i.test(text.trim());
};
