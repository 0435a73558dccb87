import { conformance } from '../conformance.ts';
import { contentOf, hybridMaker, learnt, likesByLabel } from '../liking.ts';
import { checkerboard, featuresOf, handMade } from '../worlds.ts';

// The last film of each family, and every sixth square, has no ratings.
const [byHand, board] = [featuresOf(handMade), featuresOf(checkerboard(24))];
const taught = new Map([
  [byHand.vocabulary, await learnt(likesByLabel(byHand, (film) => film % 5 === 4))],
  [board.vocabulary, await learnt(likesByLabel(board, (film) => film % 6 === 5))],
]);

const content = contentOf(byHand);
conformance({
  ...hybridMaker((vocabulary) => {
    const found = taught.get(vocabulary);
    if (found === undefined) throw new Error(`Nobody likes anything in ${vocabulary}.`);
    return found;
  }),
  bond: (a, b) => content.contributions({ liked: [a], disliked: [] }, b)[0] ?? 0,
});
