// Words too common to say what a film is about, in English and in French.
const stopWords = new Set(
  `a about after all also an and any are as at back be been before being between both but by can could did do does down during each even every few find finds first for from get gets go goes had has have he her here hers herself
  him himself his how however i if in into is it its itself just last like made make makes many may me meanwhile meet meets might more most much must my never new no not now of off old on once one only or other our out over own
  same she should since so some soon still such take takes than that the their them themselves then there these they this those three through time to too trying tries two under until up upon us use very was way we well were what when
  where which while who whom whose why will with within without would years you young your film movie story
  alors au aussi autour autre aux avant avec avoir bien c car ce ceci cela celle celui ces cet cette ceux chaque chez comme d dans de depuis des deux dont du elle elles en encore entre est et etait ete etre eux faire fait fin font
  grand grande homme il ils j je jour jusqu l la le les leur leurs lors lui m ma mais mal me meme mes moi mon n ne ni nos notre nous nouveau nouvelle on ont ou par parce pas pendant peu petit petite peut plus pour pourtant puis qu quand
  que quel quelle qui quoi s sa sans se ses si sien son sont sous suis sur ta tandis te tes toi ton tous tout toute toutes tres trois tu un une va vers veut vie vont vos votre vous y`.split(
    /\s+/,
  ),
);

/** The words of a text that may say what it is about: folded (case, accents, ligatures), at least three letters, stop words left out. */
export function tokens(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  return (folded.match(/\p{L}{3,}/gu) ?? []).filter((word) => !stopWords.has(word));
}
