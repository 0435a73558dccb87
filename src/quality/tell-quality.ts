import type { Evaluation } from '#evaluate/evaluation.ts';
import type { Told } from '#indicators/told.ts';
import { tellMeasured } from '#quality/measured-told.ts';
import { tellSatisfaction } from '#quality/satisfaction-told.ts';
import { satisfaction, type PersonCounts } from '#quality/satisfaction.ts';
import { tellShown, type ShownGround } from '#quality/shown-told.ts';
import type { Speech } from '#words/speech.ts';

export interface QualityGround extends Pick<ShownGround, 'candidates' | 'wellKnown'> {
  readonly evaluation: Evaluation | null;
  /** What people did with what they were shown; null where nothing is kept. */
  readonly kept: (Pick<ShownGround, 'shown' | 'people'> & { readonly reactions: readonly PersonCounts[] }) | null;
}

/** How good the recommendations are: what the model finds, what was shown, what visitors did with it. */
export function tellQuality({ evaluation, candidates, wellKnown, kept }: QualityGround, say: Speech): readonly Told[] {
  return [
    tellMeasured(evaluation, say),
    tellShown(kept === null ? null : { shown: kept.shown, people: kept.people, candidates, wellKnown }, say),
    tellSatisfaction(kept === null ? null : satisfaction(kept.reactions), say),
  ];
}
