import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endpointFault, isPublicAddress, keysFault } from '#notify/push/endpoint.ts';
import { post, secondsOf } from '#notify/push/post.ts';
import { instant } from '../state/engines.ts';
import { browserKeys, decrypt } from './push-service.ts';

describe('the address that a browser gives', () => {
  it('is taken from any push service of the Internet', () => {
    for (const address of [
      'https://fcm.googleapis.com/fcm/send/abc:def',
      'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
      'https://web.push.apple.com/QGuQyavXutnMH',
      'https://db5p.notify.windows.com/w/?token=abc',
      'https://push.example.org:443/one',
    ])
      assert.equal(endpointFault(address), null, address);
  });

  it('is refused when this server should not ask it', () => {
    for (const address of [
      '',
      'no address',
      'http://push.example.org/x',
      'ftp://push.example.org/x',
      'javascript:alert(1)',
      'https://push.example.org:8443/x',
      'https://user:secret@push.example.org/x',
      'https://localhost/x',
      'https://127.0.0.1/x',
      'https://127.1/x',
      'https://2130706433/x',
      'https://0x7f.0.0.1/x',
      'https://10.0.0.1/x',
      'https://169.254.169.254/latest/meta-data',
      'https://192.168.1.1/x',
      'https://8.8.8.8/x',
      'https://[::1]/x',
      'https://[::ffff:127.0.0.1]/x',
      'https://[fd00::1]/x',
      'https://router/x',
      'https://router.lan/x',
      'https://db.internal./x',
      'https://printer.local/x',
      `https://push.example.org/${'x'.repeat(2000)}`,
    ])
      assert.notEqual(endpointFault(address), null, address);
  });

  it('of this machine is for tests alone', () => {
    assert.equal(endpointFault('http://127.0.0.1:8080/x', { loopback: true }), null);
    assert.notEqual(endpointFault('http://10.0.0.1:8080/x', { loopback: true }), null);
  });

  it('may lead to a public machine only', () => {
    for (const address of ['8.8.8.8', '2a00:1450:4007::200e']) assert.equal(isPublicAddress(address), true, address);
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '::',
      '::1',
      '::ffff:10.0.0.1',
      'fe80::1',
      '64:ff9b::7f00:1',
      'x',
    ])
      assert.equal(isPublicAddress(address), false, address);
  });

  it('that turns out to lead inside is not asked', async () => {
    await assert.rejects(
      post('https://localhost/x', {}, Buffer.of(1), {
        signal: new AbortController().signal,
        patience: 2000,
        now: Temporal.Now.instant,
      }),
      /inside a private network/,
    );
  });
});

describe('the keys that a browser gives', () => {
  it('are of the right length', () => {
    const { device } = browserKeys('https://push.example.org/x');
    assert.equal(keysFault(device), null);
    assert.match(keysFault({ ...device, p256dh: device.p256dh.slice(4) }) ?? '', /65/);
    assert.match(keysFault({ ...device, p256dh: `A${device.p256dh.slice(1)}` }) ?? '', /65/);
    assert.match(keysFault({ ...device, auth: `${device.auth}AAAA` }) ?? '', /16/);
    assert.match(keysFault({ ...device, auth: '' }) ?? '', /16/);
  });
});

describe('Retry-After', () => {
  it('is read as a number or a date, within a week', () => {
    const now = instant('2026-11-24T16:00:00Z');
    assert.equal(secondsOf('30', now), 30);
    assert.equal(secondsOf('Tue, 24 Nov 2026 16:01:00 GMT', now), 60);
    assert.equal(secondsOf('Tue, 24 Nov 2020 16:01:00 GMT', now), 0);
    assert.equal(secondsOf('99999999', now), 604_800);
    assert.equal(secondsOf('soon', now), null);
    assert.equal(secondsOf(undefined, now), null);
  });
});

describe('the test’s own decryption', () => {
  it('reads the example of RFC 8291, section 5', () => {
    const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
    const body = bytes(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    );
    const [publicKey, privateKey, auth] = [
      'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
      'BTBZMqHH6r4Tts7J_aSIgg',
    ].map(bytes);
    assert.ok(publicKey !== undefined && privateKey !== undefined && auth !== undefined);
    assert.equal(decrypt(body, privateKey, publicKey, auth), 'When I grow up, I want to be a watermelon');
  });
});
