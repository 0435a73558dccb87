import type { Routing } from '#web/routing.ts';

/** Accounts, alerts, notifications. */
export function accountRoutes(_routing: Routing): void {}
