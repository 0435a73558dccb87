/** Folded words that mean a number or "and", and the one form they are all given. Roman numerals run from I to XXXIX. */
export const spelledNumbers: ReadonlyMap<string, string> = new Map([...romans(), ...names(), ['and', 'et']]);

function romans(): [string, string][] {
  const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  return ['', 'x', 'xx', 'xxx'].flatMap((tens, ten) =>
    units.map((unit, one): [string, string] => [tens + unit, String(10 * ten + one)]).filter(([roman]) => roman !== ''),
  );
}

function names(): [string, string][] {
  const french = 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
  const english = 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
    ' ',
  );
  const pairs = [french, english].flatMap((list) => list.map((name, at): [string, string] => [name, String(at + 2)]));
  return [
    ...pairs,
    ['one', '1'],
    ['vingt', '20'],
    ['twenty', '20'],
    ['cent', '100'],
    ['hundred', '100'],
    ['mille', '1000'],
    ['thousand', '1000'],
  ];
}
