/**
 * Shares exactly `rows` rows among `titles` titles, asked one after another: each gets the mean of what is left, give or take
 * `spread` rows, the next one as many less, and the last one the rest.
 */
export function quota(rows: number, titles: number, spread: number, random: () => number): () => number {
  let rowsLeft = rows;
  let titlesLeft = titles;
  let owed = 0;
  return () => {
    if (titlesLeft <= 1) {
      const rest = titlesLeft === 1 ? rowsLeft : 0;
      titlesLeft = 0;
      return rest;
    }
    const mean = rowsLeft / titlesLeft;
    const floor = Math.floor(mean);
    const whole = floor + (random() < mean - floor ? 1 : 0);
    const shift = owed === 0 && spread > 0 ? Math.floor(random() * (2 * spread + 1)) - spread : -owed;
    owed = owed === 0 ? shift : 0;
    const given = Math.min(rowsLeft, Math.max(0, whole + shift));
    rowsLeft -= given;
    titlesLeft--;
    return given;
  };
}
