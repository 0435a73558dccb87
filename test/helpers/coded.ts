import assert from 'node:assert/strict';
import { LanterneError, type ErrorCode } from '#errors.ts';

/** For `assert.throws` and `assert.rejects`: an error of this code, whose sentence holds these words, on one line, with every value filled in. */
export const coded =
  (code: ErrorCode, ...words: readonly string[]) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof LanterneError, String(error));
    assert.equal(error.code, code, error.message);
    assert.doesNotMatch(error.message, /\n|\{\w+\}/);
    for (const word of words) assert.ok(error.message.includes(word), `“${word}” in: ${error.message}`);
    return true;
  };
