import type { Routing } from '#web/routing.ts';

/** The programme and its files. */
export function programmeRoutes(_routing: Routing): void {}
