import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffId } from '#brand.ts';
import { listAudit } from '#state/audit.ts';
import { languageOf, languages } from '#web/language.ts';
import { everyStaffPlace } from '#web/staff-places.ts';
import { disableStaff } from '#state/staff.ts';
import { memberOf, signIn } from '../helpers/staff.ts';
import { browserOf, keepingApp, type KeepingApp } from '../helpers/web-visitor.ts';

type Who = 'anonymous' | 'programmer' | 'manager' | 'disabled' | 'expired';
/** Who may: `open` anybody (one signs in there), `member` whoever is signed in, or a role. */
type Rule = 'open' | 'member' | 'programmer' | 'manager';

// every page of the area has a rule here, or the test fails; the first that fits counts
const rules: readonly (readonly [path: RegExp, rule: Rule])[] = [
  [/^\/equipe\/(entrer|code|cle|cle\/entrer|sortir)$/, 'open'],
  [/^\/equipe\/installer\/:token(\/options|\/cle)?$/, 'open'],
  [/^\/equipe(\/prouver(\/cle)?|\/moi(\/[a-z-]+)*)?$/, 'member'],
  [/^\/equipe\/(programme|salles|envois|appels|demande)(\/.*|\..*)?$/, 'programmer'],
  [/^\/equipe\/(personnes|reglages|membres)(\/.*)?$/, 'manager'],
  [/^\/equipe\/journal(\.csv)?$/, 'manager'],
];
const ruleOf = (path: string): Rule | undefined => rules.find(([pattern]) => pattern.test(path))?.[1];

let kept: KeepingApp;
let routes: { readonly method: string; readonly path: string; readonly bare: string }[];
const browsers = new Map<Who, ReturnType<typeof browserOf>>();
before(async () => {
  kept = await keepingApp((one) => ({ ...one, config: { ...one.config, proxied: true } }));
  routes = kept.app.routes
    .filter(({ method, path }) => method !== 'ALL' && /^(\/en)?\/equipe/.test(path))
    .map(({ method, path }) => ({ method, path, bare: languageOf(path).bare }));
  const members = new Map<Who, StaffId>();
  for (const who of ['programmer', 'manager', 'disabled', 'expired'] as const) {
    const role = who === 'programmer' ? 'programmer' : 'manager';
    members.set(who, await memberOf(kept.state, `${who}@example.org`, role));
    const browser = browserOf(kept.app);
    await signIn(browser, kept.state, `${who}@example.org`);
    browsers.set(who, browser);
  }
  browsers.set('anonymous', browserOf(kept.app));
  const { disabled, expired } = Object.fromEntries(members);
  assert.ok(disabled !== undefined && expired !== undefined);
  await kept.state.db
    .updateTable('staff')
    .set({ disabled: '2026-01-01T00:00:00.000Z' })
    .where('id', '=', disabled)
    .execute();
  await kept.state.db
    .updateTable('staff_session')
    .set({ last_used: '2026-01-01T00:00:00.000Z' })
    .where('staff', '=', expired)
    .execute();
});
after(() => kept[Symbol.asyncDispose]());

// each from a network address of its own, so that no rate is met
let asked = 0;
const from = (): { 'X-Forwarded-For': string } => ({ 'X-Forwarded-For': `10.0.${++asked >> 8}.${asked & 255}` });

// what is asked changes nothing, whoever may: no field is given
const ask = async (who: Who, method: string, path: string): Promise<Response> => {
  const browser = browsers.get(who);
  assert.ok(browser !== undefined);
  const address = path.replace(':token', 'AAAAAAAAAAAAAAAAAAAAAA').replaceAll(/:\w+(\{[^}]*\})?/g, 'none-such');
  return method === 'GET'
    ? browser.get(address, from())
    : browser.post(address, { which: 'none', who: 'none' }, from());
};

describe('the rights of the staff', () => {
  it('are told of every route, and every place of the navigation', () => {
    assert.ok(routes.length > 60, String(routes.length));
    assert.deepEqual(
      routes.filter(({ bare }) => ruleOf(bare) === undefined).map(({ path }) => path),
      [],
      'a route without a rule: write who may',
    );
    for (const { path, role } of everyStaffPlace) assert.equal(ruleOf(path), role ?? 'member', path);
  });

  for (const who of ['anonymous', 'disabled', 'expired', 'programmer', 'manager'] as const)
    it(`hold for who is ${who}, on every route`, async () => {
      for (const { method, path, bare } of routes) {
        if (bare === '/equipe/sortir') continue; // last: it ends the session
        const answer = await ask(who, method, path);
        const [rule, told] = [ruleOf(bare), `${who} ${method} ${path}: ${answer.status}`];
        const toEnter = /\/equipe\/entrer\?back=/.test(answer.headers.get('location') ?? '');
        const signedIn = who === 'programmer' || who === 'manager';
        assert.match(answer.headers.get('cache-control') ?? '', /no-store/, told);
        assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'self'/, told);
        if (rule === 'open') assert.ok(!toEnter && answer.status < 500, told);
        else if (who === 'expired' && method === 'POST') {
          assert.equal(answer.status, 403, told);
          assert.match(await answer.text(), /<a href="[^"]*\/equipe\/entrer\?back=[^"]*" target="_blank"/, told);
        } else if (!signedIn) assert.deepEqual([answer.status, toEnter], [303, true], told);
        else if (rule === 'manager' && who === 'programmer') assert.equal(answer.status, 403, told);
        else assert.ok(answer.status !== 403 && !toEnter && answer.status < 500, told);
      }
    });

  it('show a member the places that they may open, and those alone', async () => {
    for (const language of languages)
      for (const who of ['programmer', 'manager'] as const) {
        const page = await (await ask(who, 'GET', language === 'fr' ? '/equipe' : '/en/equipe')).text();
        for (const { path, role } of everyStaffPlace)
          assert.equal(
            page.includes(`href="${language === 'fr' ? '' : '/en'}${path}"`),
            who === 'manager' || role !== 'manager',
            `${who} ${path}`,
          );
      }
  });

  it('leave a line in the log when they are refused', async () => {
    await ask('programmer', 'GET', '/equipe/journal');
    const [line] = await listAudit(kept.state.db, { action: 'access-refused', most: 1 });
    assert.deepEqual([line?.name, line?.subject, line?.detail], ['programmer Test', '/equipe/journal', 'manager']);
  });

  it('end the moment that a member is barred', async () => {
    const id = await memberOf(kept.state, 'barred@example.org', 'manager');
    const browser = browserOf(kept.app);
    await signIn(browser, kept.state, 'barred@example.org');
    assert.equal((await browser.get('/equipe/journal')).status, 200);
    await disableStaff(kept.state.db, id, { by: null });
    assert.equal((await browser.get('/equipe/journal')).status, 303);
  });

  it('follow a role the moment that it changes', async () => {
    const browser = browsers.get('manager');
    await kept.state.db
      .updateTable('staff')
      .set({ roles: 'programmer' })
      .where('email', '=', 'manager@example.org')
      .execute();
    assert.equal((await browser?.get('/equipe/journal'))?.status, 403);
    await kept.state.db
      .updateTable('staff')
      .set({ roles: 'manager' })
      .where('email', '=', 'manager@example.org')
      .execute();
  });
});

describe('the whole site', () => {
  it('takes no form from another site, wherever it is sent', async () => {
    const posts = kept.app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path);
    assert.ok(posts.length > 60);
    // RFC 8058: a mail program's server sends it; its address alone is its right
    const open = /^(\/en)?\/desabonner\//;
    for (const path of new Set(posts)) {
      if (open.test(path)) continue;
      const address = `http://films.test${path.replaceAll(/:\w+(\{[^}]*\})?/g, 'none-such')}`;
      for (const headers of [
        {},
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { Origin: 'http://films.test', 'Sec-Fetch-Site': 'cross-site' },
        { Origin: 'http://films.test', 'Sec-Fetch-Site': 'same-site' },
        { Origin: 'http://films.test.evil.example', 'Sec-Fetch-Site': 'same-origin' },
      ]) {
        const answer = await kept.app.request(address, {
          method: 'POST',
          headers: { Host: 'films.test', ...from(), ...headers },
          body: new URLSearchParams({ a: 'b' }),
        });
        assert.equal(answer.status, 403, `${path} ${JSON.stringify(headers)}`);
      }
    }
  });

  it('has a policy of its contents, and says no more than its own to others, on every page', async () => {
    const gets = kept.app.routes
      .filter(({ method, path }) => method === 'GET' && path !== '/*')
      .map(({ path }) => path);
    for (const path of new Set([...gets, '/none-such'])) {
      const address = path.replaceAll(/:\w+(\{(?:[^{}]|\{[^}]*\})*\})?/g, 'none-such');
      const { headers } = await kept.app.request(`http://films.test${address}`, { headers: from() });
      assert.match(headers.get('content-security-policy') ?? '', /default-src/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'same-origin', path);
    }
  });
});
