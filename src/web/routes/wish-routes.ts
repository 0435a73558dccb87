import type { Routing } from '#web/routing.ts';

/** “I would come”. */
export function wishRoutes(_routing: Routing): void {}
