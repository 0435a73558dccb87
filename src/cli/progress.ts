/** Tells how far a long work is: a bar redrawn on a terminal, plain lines elsewhere. Writes to standard error. */
export function progress(
  note: (line: string) => void,
  stream: NodeJS.WriteStream = process.stderr,
): { step(message: string, done?: number): void; end(): void } {
  const width = 24;
  return {
    step(message, done) {
      if (!stream.isTTY) return note(message);
      const bar = done === undefined ? '' : `[${'█'.repeat(Math.round(done * width)).padEnd(width, '·')}] `;
      stream.clearLine(0);
      stream.cursorTo(0);
      stream.write(`${bar}${message}`.slice(0, Math.max(20, stream.columns - 1)));
    },
    end() {
      if (!stream.isTTY) return;
      stream.clearLine(0);
      stream.cursorTo(0);
    },
  };
}
