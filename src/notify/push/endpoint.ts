import { BlockList, isIP } from 'node:net';
import type { PushDevice } from '#state/push-subscriptions.ts';

export interface EndpointRules {
  /** Takes an endpoint on this very machine, without encryption: for tests. */
  readonly loopback?: boolean;
}

/**
 * Why an address that a browser gave must not be asked by this server; null when it may. A push service is on the public Internet, by HTTPS, on its
 * usual port, under a name: whatever else is given would have this server ask its own neighbours (OWASP ASVS 5.0, 1.3.6).
 */
export function endpointFault(address: string, { loopback = false }: EndpointRules = {}): string | null {
  if (address.length > 1000 || !URL.canParse(address)) return 'it is no address';
  const { protocol, hostname, port, username, password } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (username !== '' || password !== '') return 'it holds a password';
  if (loopback && isLoopback(host)) return null;
  if (protocol !== 'https:') return 'it is not https';
  if (port !== '') return 'its port is not the usual one';
  if (isIP(host) !== 0) return isPublicAddress(host) ? 'it has no name' : 'it is inside a private network';
  if (!host.includes('.') || insideNames.test(host)) return 'it is inside a private network';
  return null;
}

/** Whether a network address is one of the public Internet. RFC 6890. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  return !inside.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** Why keys cannot be those of a browser; null when they can: a point of P-256, uncompressed, and 16 bytes. RFC 8291, 2. */
export function keysFault({ p256dh, auth }: Pick<PushDevice, 'p256dh' | 'auth'>): string | null {
  const [point, secret] = [bytesOf(p256dh), bytesOf(auth)];
  if (point === null || point.length !== 65 || point[0] !== 4) return 'its key is not of 65 bytes';
  if (secret === null || secret.length !== 16) return 'its secret is not of 16 bytes';
  return null;
}

const bytesOf = (text: string): Buffer | null => (/^[\w-]{1,100}$/.test(text) ? Buffer.from(text, 'base64url') : null);

const isLoopback = (host: string): boolean => host === '127.0.0.1' || host === '::1' || host === 'localhost';

const insideNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|arpa|test|invalid|onion)\.?$/i;

const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, bits, 'ipv6');
