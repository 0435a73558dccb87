import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { fieldsOf } from '#web/form.ts';

test('a field is what was sent, but for a NUL, in whose place stands a control that no reader takes; files and what is missing are nothing', async () => {
  const app = new Hono();
  app.post('/', async (context) => {
    const field = await fieldsOf(context);
    return context.json([field('a'), field('b'), field('file')]);
  });
  const body = new FormData();
  body.set('a', 'x\0y\r\n');
  body.set('file', new File(['z'], 'z.txt'));
  const answer = await app.request('http://films.test/', { method: 'POST', body });
  assert.deepEqual(await answer.json(), ['x\u001ay\r\n', '', '']);
});
